package vigie.text.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.TextEntity;

/// Finds the identifiers in a text, by their form and by what the exporter marked.
public final class Identifiers {
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_NAME = 64;
    private static final int MAX_TAG = 200;

    /*
     * One pass over the text. A character that can anchor an identifier is looked at from there: back
     * and forth within fixed bounds, or forth over a URL or a run of digits that is then passed over.
     * So the work is linear in the length of the text, whatever the text.
     */
    private final String text;
    private @Nullable List<Found> found;
    private int free;

    private Identifiers(String text) {
        this.text = text;
    }

    /// The identifiers in a text, in order.
    public static List<Found> in(String text) {
        List<Found> found = new Identifiers(text).scan();
        return found == null ? List.of() : found;
    }

    /// The identifiers in a text, in order, among them those that the exporter marked.
    public static List<Found> in(String text, List<TextEntity> entities) {
        List<Found> found = new Identifiers(text).scan();
        for (TextEntity entity : entities) {
            found = mark(text, entity, found);
        }
        if (found == null) {
            return List.of();
        }
        found.sort(Comparator.comparingInt(Found::offset).thenComparing(Found::kind));
        return found;
    }

    private static @Nullable List<Found> mark(
            String text, TextEntity entity, @Nullable List<Found> found) {
        IdentifierKind kind =
                switch (entity.type()) {
                    case "mention" -> IdentifierKind.HANDLE;
                    case "link", "text_link" -> IdentifierKind.URL;
                    case "email" -> IdentifierKind.EMAIL;
                    case "phone" -> IdentifierKind.PHONE;
                    case "hashtag" -> IdentifierKind.HASHTAG;
                    default -> null;
                };
        int end = entity.offset() + entity.length();
        if (kind == null || entity.offset() < 0 || entity.length() < 0 || end > text.length()) {
            return found;
        }
        boolean hidden = entity.type().equals("text_link");
        String written = hidden ? entity.target() : text.substring(entity.offset(), end);
        if (written == null) {
            return found;
        }
        var marked =
                new Found(
                        kind,
                        Normal.of(kind, written),
                        entity.offset(),
                        hidden ? 0 : entity.length());
        List<Found> all = found == null ? new ArrayList<>() : found;
        addNew(all, marked);
        if (kind == IdentifierKind.URL) {
            Found profile = Links.profile(written, entity.offset());
            if (profile != null) {
                addNew(
                        all,
                        hidden
                                ? new Found(profile.kind(), profile.value(), entity.offset(), 0)
                                : profile);
            }
        }
        return all;
    }

    private static void addNew(List<Found> all, Found more) {
        boolean known = more.value().isEmpty();
        for (int i = 0; i < all.size() && i < 1000 && !known; i++) {
            known = all.get(i).kind() == more.kind() && all.get(i).value().equals(more.value());
        }
        if (!known) {
            all.add(more);
        }
    }

    private @Nullable List<Found> scan() {
        String s = text;
        int n = s.length();
        int i = 0;
        while (i < n) {
            char c = s.charAt(i);
            if (c < 128 ? !anchors(c) : !anchorsWide(c)) {
                i++;
                continue;
            }
            i =
                    switch (c) {
                        case '@', '＠' -> at(i);
                        case '#', '＃' -> tag(i);
                        case ':' ->
                                s.startsWith("//", i + 1)
                                        ? url(Links.scheme(s, free, i), i + 3, i)
                                        : i + 1;
                        case '.' -> url(Links.bare(s, free, i), i, i);
                        default -> number(i);
                    };
        }
        return found;
    }

    private static boolean anchors(char c) {
        return c >= '0' && c <= '9'
                || c == '@'
                || c == '#'
                || c == ':'
                || c == '.'
                || c == '+'
                || c == '(';
    }

    private static boolean anchorsWide(char c) {
        return c >= 0x660
                && !(c >= 0x1C60 && c < 0xA620)
                && !(c >= 0xAC00 && c < 0xFF00)
                && (Character.isDigit(c) || c == '＠' || c == '＃' || c == '＋');
    }

    private void add(IdentifierKind kind, int from, int to) {
        add(new Found(kind, Normal.of(kind, text.substring(from, to)), from, to - from));
    }

    private void add(Found one) {
        if (found == null) {
            found = new ArrayList<>();
        }
        found.add(one);
        free = Math.max(free, one.end());
    }

    private int url(int start, int from, int anchor) {
        if (start < 0) {
            return anchor + 1;
        }
        int end = Links.end(text, from);
        if (end <= from) {
            return anchor + 1;
        }
        add(IdentifierKind.URL, start, end);
        Found profile = Links.profile(text.substring(start, end), start);
        if (profile != null) {
            add(profile);
        }
        free = end;
        return end;
    }

    private int at(int at) {
        int start = at;
        while (start > free && start > at - MAX_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && text.charAt(start) == '.') {
            start++;
        }
        int domain = start < at ? domainEnd(at + 1) : -1;
        if (domain > 0) {
            add(IdentifierKind.EMAIL, start, domain);
            return domain;
        }
        if (at > 0 && isWord(text.charAt(at - 1))) {
            return at + 1;
        }
        int end = at + 1;
        while (end < text.length() && end < at + MAX_NAME && isName(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end - at < 3 || end < text.length() && text.charAt(end) == '@') {
            return at + 1;
        }
        add(IdentifierKind.HANDLE, at, end);
        return end;
    }

    private static boolean isLocal(char c) {
        return isWord(c) || ".%+-".indexOf(c) >= 0;
    }

    /// Whether a character before or after an identifier makes it part of a word; scripts that put
    /// no space between words do not.
    static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c) && !(c >= 0x2E80 && c < 0xA4D0);
    }

    /// Whether a character may stand in a handle: Latin letters, digits, `_`, `.` and `-`, full
    /// width included.
    static boolean isName(char c) {
        char a = c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
        return a >= 'a' && a <= 'z'
                || a >= 'A' && a <= 'Z'
                || a >= '0' && a <= '9'
                || a == '_'
                || a == '.'
                || a == '-';
    }

    /// Where the domain at `from` ends, at least two labels of which the last is of letters, or -1.
    private int domainEnd(int from) {
        int limit = Math.min(text.length(), from + MAX_DOMAIN);
        int label = from;
        int end = -1;
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            boolean ends = i == limit - 1 || !isLabel(text.charAt(i + 1));
            if (!isLabel(c)) {
                if (c != '.' || i == label) {
                    break;
                }
                label = i + 1;
            } else if (ends && label > from && i > label && Character.isLetter(text.charAt(i))) {
                end = i + 1;
            }
            i++;
        }
        return end;
    }

    private static boolean isLabel(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }

    private int tag(int at) {
        if (at > 0 && (isWord(text.charAt(at - 1)) || "&#/".indexOf(text.charAt(at - 1)) >= 0)) {
            return at + 1;
        }
        boolean letter = false;
        int end = at + 1;
        while (end < text.length() && end < at + MAX_TAG && isTag(text.charAt(end))) {
            letter |= !Character.isDigit(text.charAt(end)) && text.charAt(end) != '_';
            end++;
        }
        if (!letter) {
            return end;
        }
        add(IdentifierKind.HASHTAG, at, end);
        return end;
    }

    private static boolean isTag(char c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            case Character.SURROGATE -> true;
            default -> Character.isLetterOrDigit(c) || c == '_' || c == '\u200C' || c == '·';
        };
    }

    private int number(int i) {
        Found phone = PhoneScan.at(text, i);
        if (phone != null) {
            add(phone);
            return phone.end();
        }
        int end = i + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
