package vigie.text.sighting;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An address of a page in its parts, and the form in which it is compared.
///
/// @param host      where its host begins in the text
/// @param authority where its path begins
/// @param end       where it ends
/// @param site      its host in lower case, without user, port and `www.`
record Address(String s, String scheme, int host, int authority, int end, String site) {
    /// Parameters that say how a link travelled, not where it leads.
    private static final Set<String> TRAVEL =
            Set.of(
                    "fbclid",
                    "gclid",
                    "igshid",
                    "igsh",
                    "si",
                    "mibextid",
                    "ref_src",
                    "ref_url",
                    "utm_source",
                    "utm_medium",
                    "utm_campaign",
                    "utm_term",
                    "utm_content",
                    "_t",
                    "_r",
                    "share_id",
                    "sfnsn",
                    "feature");

    private static final int LONGEST = 1000;

    Address(String s, String scheme, int host, int authority, int end) {
        this(s, scheme, host, authority, end, site(s.substring(host, authority)));
    }

    private static String site(String authority) {
        String host = Domains.unicode(authority.substring(authority.lastIndexOf('@') + 1));
        int port = host.lastIndexOf(':');
        if (port > 0 && host.indexOf(']') < port) {
            host = host.substring(0, port);
        }
        return host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
    }

    /// The same address, its host read otherwise.
    Address at(String other) {
        return new Address(s, scheme, host, authority, end, other);
    }

    /// What the address names on a platform; also `tg://` addresses and `NAME.t.me`.
    Profile.@Nullable Named named(Platforms.@Nullable Platform platform) {
        if (platform != null) {
            return authority < end
                    ? new Profile(s, end, platform)
                            .named(s.charAt(authority) == '/' ? authority + 1 : authority)
                    : null;
        }
        if (scheme.equals("tg")) {
            return telegram();
        }
        int dot = site.length() - ".t.me".length();
        return dot > 1 && site.endsWith(".t.me") && s.regionMatches(true, host, site, 0, dot)
                ? new Profile.Named(SightingKind.HANDLE, site.substring(0, dot), host, host + dot)
                : null;
    }

    private Profile.@Nullable Named telegram() {
        return switch (site) {
            case "resolve" -> {
                Profile.Named handle = parameter("domain", SightingKind.HANDLE, "");
                yield handle == null ? parameter("phone", SightingKind.PHONE, "") : handle;
            }
            case "join" -> parameter("invite", SightingKind.INVITE, "");
            case "user" -> parameter("id", SightingKind.PLATFORM_ID, "user:");
            default -> null;
        };
    }

    private Profile.@Nullable Named parameter(String name, SightingKind kind, String prefix) {
        int i = authority;
        while (i < end) {
            int value = i + 1 + name.length() + 1;
            int stop = value;
            while (stop < end && "&#".indexOf(s.charAt(stop)) < 0) {
                stop++;
            }
            if (stop > value && s.startsWith(name + "=", i + 1)) {
                String written = s.substring(value, stop);
                String plain = kind == SightingKind.HANDLE ? Chars.lower(written) : written;
                return new Profile.Named(kind, prefix + plain, value, stop);
            }
            i++;
            while (i < end && s.charAt(i) != '&') {
                i++;
            }
        }
        return null;
    }

    /// The form in which it is compared: `https`, the platform's own host, handles in lower case,
    /// no slash at the end, no parameters that say only how the link travelled.
    String canonical(Platforms.@Nullable Platform platform, Profile.@Nullable Named named) {
        if (named != null && isTelegram(platform)) {
            String telegram = telegram(named);
            if (telegram != null) {
                return telegram;
            }
        }
        StringBuilder out = new StringBuilder();
        out.append(scheme.equals("http") ? "https" : scheme).append("://");
        out.append(platform == null ? site : platform.host());
        port(out);
        int query = s.indexOf('?', authority, end);
        int fragment = s.indexOf('#', authority, end);
        int path = Math.min(cut(query), cut(fragment));
        if (named != null
                && named.kind() == SightingKind.HANDLE
                && named.to() <= path
                && platform != null) {
            out.append(s, authority, named.from());
            out.append(named.value()).append(s, named.to(), path);
        } else {
            out.append(s, authority, path);
        }
        while (path != fragment && out.charAt(out.length() - 1) == '/') {
            out.setLength(out.length() - 1);
        }
        if (named != null && named.from() > path && query == path) {
            int from = named.from();
            while (s.charAt(from - 1) != '?' && s.charAt(from - 1) != '&') {
                from--;
            }
            return out.append('?').append(s, from, named.to()).toString();
        }
        if (query >= 0 && query == path) {
            parameters(out, query + 1, fragment < query ? end : fragment);
        }
        if (fragment >= 0) {
            out.append(s, fragment, end);
        }
        return out.length() > LONGEST ? out.substring(0, LONGEST) : out.toString();
    }

    private boolean isTelegram(Platforms.@Nullable Platform platform) {
        return platform == null || platform.name().equals("telegram");
    }

    /// The address on `t.me` of what has several; null where there is one only.
    private @Nullable String telegram(Profile.Named named) {
        boolean whole = named.to() == end || "?&".indexOf(s.charAt(named.to())) >= 0;
        boolean list = s.startsWith("addlist/", Math.max(0, named.from() - 8));
        if (named.kind() == SightingKind.INVITE && !list) {
            return "https://t.me/+" + named.value();
        }
        if (named.kind() != SightingKind.HANDLE) {
            return null;
        }
        boolean elsewhere = whole && scheme.equals("tg") || site.endsWith(".t.me");
        return elsewhere ? "https://t.me/" + named.value() : null;
    }

    private int cut(int at) {
        return at < 0 ? end : at;
    }

    private void port(StringBuilder out) {
        String written = s.substring(host, authority);
        int colon = written.lastIndexOf(':');
        if (colon <= 0 || colon < written.lastIndexOf(']') || colon < written.lastIndexOf('@')) {
            return;
        }
        String port = written.substring(colon + 1);
        boolean usual = port.isEmpty() || port.equals("80") || port.equals("443");
        if (!usual && port.chars().allMatch(c -> c >= '0' && c <= '9')) {
            out.append(':').append(port);
        }
    }

    private void parameters(StringBuilder out, int from, int to) {
        char mark = '?';
        int i = from;
        while (i < to) {
            int stop = i;
            int equals = -1;
            while (stop < to && s.charAt(stop) != '&') {
                equals = equals < 0 && s.charAt(stop) == '=' ? stop : equals;
                stop++;
            }
            if (!TRAVEL.contains(s.substring(i, equals < 0 ? stop : equals))) {
                out.append(mark).append(s, i, stop);
                mark = '&';
            }
            i = stop + 1;
        }
    }
}
