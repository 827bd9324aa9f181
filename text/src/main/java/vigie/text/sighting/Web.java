package vigie.text.sighting;

import org.jspecify.annotations.Nullable;

/// Addresses of pages and what they name, e-mail addresses, handles.
final class Web {
    private static final int MAX_LOCAL = 64;
    private static final int MAX_HANDLE = 64;
    private static final int MAX_SCHEME = 12;
    private static final int MAX_HOST = 64;

    private final Finds finds;
    private final String s;
    private final Phones phones;

    Web(Finds finds, Phones phones) {
        this.finds = finds;
        this.s = finds.s();
        this.phones = phones;
    }

    /// Adds what the sign at `at` belongs to; returns where to look on.
    int at(int at) {
        int local = local(at);
        int domain = local >= 0 ? Domains.end(s, at + 1) : -1;
        if (domain > 0) {
            return email(local, at, domain);
        }
        boolean opens = at == 0 || !Chars.isWord(s.charAt(at - 1)) && s.charAt(at - 1) != '.';
        return opens ? handle(at) : at + 1;
    }

    /// Where the part before the sign begins, or -1 where there is none.
    private int local(int at) {
        int i = at;
        boolean ascii = false;
        while (i > finds.free() && i > at - MAX_LOCAL - 1 && isLocal(s.charAt(i - 1), ascii)) {
            ascii |= Chars.isAlnum(s.charAt(i - 1));
            i--;
        }
        if (i < at - MAX_LOCAL || i < at && s.charAt(at - 1) == '.') {
            return -1;
        }
        int from = i;
        for (int k = i + 1; k < at; k++) {
            from = s.charAt(k) == '.' && s.charAt(k - 1) == '.' ? k + 1 : from;
        }
        while (from < at && ".-'&+%".indexOf(s.charAt(from)) >= 0) {
            from++;
        }
        return from < at ? from : -1;
    }

    private static boolean isLocal(char c, boolean ascii) {
        if (c < 128) {
            return Chars.isAlnum(c) || "._%+-&".indexOf(c) >= 0;
        }
        return ascii ? Chars.looksLatin(c) : Chars.isWord(c);
    }

    private int email(int from, int at, int to) {
        String local = Chars.lower(s.substring(from, at));
        String domain = Domains.unicode(s.substring(at + 1, to));
        String value = local + '@' + domain;
        if (!Chars.isAscii(value) && Chars.isAscii(domain.substring(domain.lastIndexOf('.')))) {
            String latin = Chars.latin(value);
            if (!latin.equals(value)) {
                return finds.add(
                        SightingKind.EMAIL, Chars.lower(latin), "", from, to, Flag.CONFUSABLE);
            }
        }
        return finds.add(SightingKind.EMAIL, value, "", from, to);
    }

    private int handle(int at) {
        int i = at + 1;
        boolean letter = false;
        boolean ascii = true;
        while (i < s.length() && i < at + MAX_HANDLE && isName(s.charAt(i))) {
            letter |= !Chars.isDigit(s.charAt(i)) && ".-_".indexOf(s.charAt(i)) < 0;
            ascii &= s.charAt(i) < 128;
            i++;
        }
        int end = i;
        while (end > at + 1 && ".-".indexOf(s.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean goesOn = i < s.length() && s.charAt(i) == '@';
        if (!letter || end - at < 3 || goesOn) {
            return i;
        }
        String name = Chars.lower(s.substring(at + 1, end));
        if (Domains.endsLikeFile(name)) {
            return end;
        }
        if (ascii) {
            return finds.add(SightingKind.HANDLE, name, "", at, end);
        }
        String latin = Chars.latin(name);
        return !Chars.isAscii(latin)
                ? end
                : finds.add(SightingKind.HANDLE, Chars.lower(latin), "", at, end, Flag.CONFUSABLE);
    }

    private static boolean isName(char c) {
        return c < 128 ? Chars.isAlnum(c) || "_.-".indexOf(c) >= 0 : Chars.looksLatin(c);
    }

    /// Adds the address whose `://` stands at `colon`; returns where to look on.
    int scheme(int colon) {
        int from = colon;
        while (from > finds.free()
                && from > colon - MAX_SCHEME
                && (Chars.isAlnum(s.charAt(from - 1)) || "+-".indexOf(s.charAt(from - 1)) >= 0)) {
            from--;
        }
        while (from < colon && !Chars.isLatin(s.charAt(from))) {
            from++;
        }
        if (from == colon) {
            return colon + 1;
        }
        String scheme = Chars.lower(s.substring(from, colon));
        return url(from, scheme, colon + 3, colon + 3);
    }

    /// Adds the address of a known host, or one that begins with `www.`, whose first dot stands at
    /// `dot`; returns where to look on.
    int bare(int dot) {
        int from = dot;
        while (from > finds.free() && from > dot - 20 && Chars.isAlnum(s.charAt(from - 1))) {
            from--;
        }
        boolean opens =
                from == 0
                        || !Chars.isWord(s.charAt(from - 1))
                                && "@./-".indexOf(s.charAt(from - 1)) < 0;
        if (from == dot || !opens || dot + 1 >= s.length() || !Chars.isAlnum(s.charAt(dot + 1))) {
            return dot + 1;
        }
        int end = host(from);
        String host = withoutWww(Chars.lower(s.substring(from, end)));
        boolean path = end + 1 < s.length() && s.charAt(end) == '/' && isUrl(s.charAt(end + 1));
        boolean known = path && Platforms.of(host) != null;
        boolean www = dot == from + 3 && s.regionMatches(true, from, "www.", 0, 4);
        if (!known && !(www && Domains.end(s, from) == end)) {
            return dot + 1;
        }
        return url(from, "https", from, end);
    }

    private int host(int from) {
        int i = from;
        while (i < s.length()
                && i < from + MAX_HOST
                && (Domains.isLabel(s.charAt(i)) || s.charAt(i) == '.')) {
            i++;
        }
        while (i > from && s.charAt(i - 1) == '.') {
            i--;
        }
        return i;
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private int url(int from, String scheme, int host, int least) {
        int to = end(host);
        if (to <= host) {
            return least;
        }
        int authority = authority(host, to);
        Address address = new Address(s, scheme, host, authority, to);
        Flag[] flags = {};
        Platforms.Platform platform = Platforms.of(address.site());
        if (!Chars.isAscii(address.site())) {
            String latin = Chars.latin(address.site());
            if (Chars.isAscii(latin)) {
                address = address.at(latin);
                platform = Platforms.of(latin);
                flags = new Flag[] {Flag.CONFUSABLE};
            }
        }
        Profile.Named named = address.named(platform);
        String name = platform != null ? platform.name() : named != null ? "telegram" : "";
        finds.inside(SightingKind.URL, address.canonical(platform, named), name, from, to, flags);
        if (named != null) {
            add(named, name);
        }
        mails(authority, to);
        return finds.passed(to);
    }

    private void add(Profile.Named named, String platform) {
        if (named.kind() == SightingKind.PHONE) {
            Phones.@Nullable Phone phone = phones.international(named.value());
            phone = phone == null ? phones.possible(named.value()) : phone;
            if (phone != null) {
                finds.inside(
                        SightingKind.PHONE,
                        phone.value(),
                        phone.region(),
                        named.from(),
                        named.to(),
                        phone.flags().toArray(new Flag[0]));
            }
            return;
        }
        finds.inside(named.kind(), named.value(), platform, named.from(), named.to());
    }

    /// Adds the e-mail addresses in the path and the parameters of an address.
    private void mails(int from, int to) {
        finds.passed(Math.min(to, from + 1));
        for (int i = s.indexOf('@', from, to); i > from; i = s.indexOf('@', i + 1, to)) {
            int local = local(i);
            int domain = local < 0 ? -1 : Domains.end(s, i + 1);
            if (domain > 0 && domain <= to) {
                email(local, i, domain);
            }
        }
    }

    private int authority(int from, int to) {
        int i = from;
        while (i < to && "/?#".indexOf(s.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /// Where an address ends; punctuation that closes a sentence is not part of it.
    private int end(int from) {
        int i = from;
        int open = 0;
        while (i < s.length() && isUrl(s.charAt(i))) {
            open += s.charAt(i) == '(' ? 1 : s.charAt(i) == ')' ? -1 : 0;
            i++;
        }
        while (i > from) {
            char last = s.charAt(i - 1);
            if (last == ')' && open < 0) {
                open++;
            } else if (".,;:!?'*…)".indexOf(last) < 0 || last == ')') {
                break;
            }
            i--;
        }
        return i;
    }

    private static boolean isUrl(char c) {
        if (c < 128) {
            return c > ' ' && c != 127 && "<>\"`|\\^{}".indexOf(c) < 0;
        }
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && "«»“”„‘’「」『』。，、；：！？（）《》،؛؟".indexOf(c) < 0;
    }
}
