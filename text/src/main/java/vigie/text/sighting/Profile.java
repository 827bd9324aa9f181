package vigie.text.sighting;

import org.jspecify.annotations.Nullable;

/// Reads the address of a platform: what its path or a parameter names.
final class Profile {
    private static final int LONGEST = 128;

    private final String s;
    private final int end;
    private final Platforms.Platform platform;

    /// What an address names, and where.
    record Named(SightingKind kind, String value, int from, int to) {}

    /// @param end where the address ends in the text
    Profile(String s, int end, Platforms.Platform platform) {
        this.s = s;
        this.end = end;
        this.platform = platform;
    }

    /// What the path that begins at `path`, behind its first slash, names; null where nothing.
    @Nullable Named named(int path) {
        for (Platforms.Form form : platform.forms()) {
            Named named = named(form, path);
            if (named != null) {
                return named;
            }
        }
        return null;
    }

    private @Nullable Named named(Platforms.Form form, int path) {
        int i = path;
        int last = form.parts().size() - 1;
        for (int part = 0; part < last; part++) {
            String asked = form.parts().get(part);
            int stop = stop(i);
            boolean fits = asked.equals("_") ? stop > i : is(asked, i, stop);
            if (!fits || stop >= end || s.charAt(stop) != '/') {
                return null;
            }
            i = stop + 1;
        }
        if (form.parameter().isEmpty()) {
            return captured(form, i, stop(i), form.parts().get(last));
        }
        return is(form.parts().get(last), i, stop(i)) ? parameter(form, stop(i)) : null;
    }

    private boolean is(String asked, int from, int to) {
        return to - from == asked.length() && s.regionMatches(true, from, asked, 0, to - from);
    }

    private int stop(int from) {
        int i = from;
        while (i < end && "/?#&".indexOf(s.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private @Nullable Named parameter(Platforms.Form form, int from) {
        int i = from;
        while (i < end) {
            boolean fragment = form.parameter().equals("#=") || form.parameter().equals("#");
            int name = i + 1;
            if (fragment && s.charAt(i) == '#') {
                return captured(form, name, end, "*");
            }
            int value = name + form.parameter().length();
            if (!fragment
                    && value < end
                    && s.charAt(value) == '='
                    && s.startsWith(form.parameter(), name)) {
                return captured(form, value + 1, stop(value + 1), String.valueOf(form.capture()));
            }
            i = stop(name);
        }
        return null;
    }

    private @Nullable Named captured(Platforms.Form form, int from, int to, String pattern) {
        if (to <= from || to - from > LONGEST) {
            return null;
        }
        boolean at = s.charAt(from) == '@';
        return switch (pattern) {
            case "@" -> handle(form, at ? from + 1 : from, to);
            case "!@" -> at ? handle(form, from + 1, to) : null;
            case "#" -> digits(from, to) ? value(form, from, to) : null;
            case "%" -> phone(from, to);
            case "+%" -> s.charAt(from) == '+' ? phone(from, to) : null;
            case "+*" -> s.charAt(from) == '+' ? code(form, from + 1, to) : null;
            case "*" -> code(form, from, to);
            default -> null;
        };
    }

    private @Nullable Named handle(Platforms.Form form, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (!Chars.isAlnum(c) && "._-".indexOf(c) < 0) {
                return null;
            }
        }
        String name = Chars.lower(s.substring(from, to));
        return to - from < 2 || platform.none().contains(name)
                ? null
                : new Named(form.kind(), name, from, to);
    }

    private boolean digits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(s.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    private @Nullable Named phone(int from, int to) {
        int start = s.charAt(from) == '+' ? from + 1 : s.startsWith("%2B", from) ? from + 3 : from;
        return digits(start, to) && to - start >= 8 && to - start <= 15
                ? new Named(SightingKind.PHONE, s.substring(start, to), from, to)
                : null;
    }

    private @Nullable Named code(Platforms.Form form, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (!Chars.isAlnum(c) && "_-=".indexOf(c) < 0) {
                return null;
            }
        }
        return to - from < 4 ? null : value(form, from, to);
    }

    private Named value(Platforms.Form form, int from, int to) {
        return new Named(form.kind(), form.prefix() + s.substring(from, to), from, to);
    }
}
