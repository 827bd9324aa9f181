package vigie.text.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// URLs in texts, and the handles and numbers that the addresses of profiles spell out.
final class Links {
    /// Hosts that people write without a scheme, with what must follow.
    private static final String[] BARE = {
        "www.", "t.me/", "telegram.me/", "telegram.dog/", "wa.me/", "instagram.com/",
        "facebook.com/", "twitter.com/", "x.com/", "tiktok.com/", "youtube.com/", "youtu.be/",
        "snapchat.com/", "vk.com/", "discord.gg/", "bit.ly/", "linktr.ee/",
    };

    /// Hosts whose first path element is a handle, and the words there that are none.
    private static final Map<String, Set<String>> PROFILES =
            Map.ofEntries(
                    Map.entry("t.me", telegram()),
                    Map.entry("telegram.me", telegram()),
                    Map.entry("telegram.dog", telegram()),
                    Map.entry("instagram.com", Set.of("p", "reel", "reels", "explore", "tv")),
                    Map.entry(
                            "facebook.com",
                            Set.of(
                                    "groups",
                                    "watch",
                                    "pages",
                                    "people",
                                    "photo",
                                    "events",
                                    "sharer",
                                    "share",
                                    "marketplace",
                                    "profile.php",
                                    "story.php",
                                    "permalink.php",
                                    "photo.php",
                                    "sharer.php")),
                    Map.entry("twitter.com", twitter()),
                    Map.entry("x.com", twitter()),
                    Map.entry("vk.com", Set.of("feed", "im", "video", "wall", "search")),
                    Map.entry("tiktok.com", Set.of()),
                    Map.entry("youtube.com", Set.of()),
                    Map.entry("snapchat.com", Set.of("add", "discover", "spotlight")));

    /// Hosts where a handle is told from other words by its `@` alone.
    private static final Set<String> MARKED = Set.of("tiktok.com", "youtube.com", "snapchat.com");

    private Links() {}

    private static Set<String> telegram() {
        return Set.of(
                "c",
                "joinchat",
                "addstickers",
                "addemoji",
                "addtheme",
                "addlist",
                "share",
                "proxy",
                "socks",
                "iv",
                "setlanguage",
                "bg",
                "login",
                "boost",
                "giftcode",
                "invoice",
                "confirmphone",
                "contact",
                "m",
                "nft");
    }

    private static Set<String> twitter() {
        return Set.of("i", "home", "search", "hashtag", "intent", "share", "explore", "messages");
    }

    /// Where the scheme of the URL starts whose `://` stands at `colon`, or -1.
    static int scheme(String text, int free, int colon) {
        int i = colon;
        while (i > free && i > colon - 12 && isScheme(text.charAt(i - 1))) {
            i--;
        }
        while (i < colon && !isLetter(text.charAt(i))) {
            i++;
        }
        return i < colon ? i : -1;
    }

    private static boolean isScheme(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// Where a URL without a scheme starts whose first dot stands at `dot`, or -1.
    static int bare(String text, int free, int dot) {
        int i = dot;
        while (i > free && i > dot - 10 && isLetter(text.charAt(i - 1))) {
            i--;
        }
        if (i == dot || i > 0 && isHost(text.charAt(i - 1))) {
            return -1;
        }
        for (String start : BARE) {
            if (text.regionMatches(true, i, start, 0, start.length())
                    && i + start.length() < text.length()
                    && isPath(text.charAt(i + start.length()))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isHost(char c) {
        return Identifiers.isWord(c) || "@./-".indexOf(c) >= 0;
    }

    private static boolean isPath(char c) {
        return Character.isLetterOrDigit(c) || "@+_".indexOf(c) >= 0;
    }

    /// Where the URL ends whose part after the scheme starts at `from`; punctuation that closes a
    /// sentence is not part of it.
    static int end(String text, int from) {
        int i = from;
        int open = 0;
        int close = 0;
        while (i < text.length() && inUrl(text.charAt(i))) {
            open += text.charAt(i) == '(' ? 1 : 0;
            close += text.charAt(i) == ')' ? 1 : 0;
            i++;
        }
        while (i > from) {
            char last = text.charAt(i - 1);
            if (last == ')' && close > open) {
                close--;
            } else if (".,;:!?'*…".indexOf(last) < 0) {
                break;
            }
            i--;
        }
        return i;
    }

    private static boolean inUrl(char c) {
        if (c < 128) {
            return c > ' ' && c != 127 && "<>\"`|\\^{}".indexOf(c) < 0;
        }
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && "«»“”„‘’「」『』。，、；：！？（）《》،؛؟".indexOf(c) < 0;
    }

    /// The handle or number that the address of a profile spells out, its place that of the text.
    static @Nullable Found profile(String written, int offset) {
        String url = written.toLowerCase(Locale.ROOT);
        if (url.length() != written.length()) {
            return null;
        }
        if (url.startsWith("tg://resolve?")) {
            return parameter(url, offset);
        }
        int host = url.indexOf("://") < 0 ? 0 : url.indexOf("://") + 3;
        host +=
                url.startsWith("www.", host) || url.startsWith("m.", host)
                        ? url.indexOf('.', host) + 1 - host
                        : 0;
        int path = url.indexOf('/', host);
        if (path < 0) {
            return subdomain(url, host, url.length(), offset);
        }
        String name = url.substring(host, path);
        if (name.equals("wa.me")) {
            return number(url, path + 1, offset);
        }
        Set<String> others = PROFILES.get(name);
        return others == null
                ? subdomain(url, host, path, offset)
                : element(url, path + 1, name, others, offset);
    }

    private static @Nullable Found parameter(String url, int offset) {
        int domain = url.indexOf("domain=");
        int phone = url.indexOf("phone=");
        return domain > 0
                ? handle(url, domain + 7, offset)
                : phone > 0 ? number(url, phone + 6, offset) : null;
    }

    private static @Nullable Found subdomain(String url, int host, int to, int offset) {
        return url.startsWith(".t.me", to - 5) && to - 5 > host
                ? handle(url.substring(0, to - 5), host, offset)
                : null;
    }

    private static @Nullable Found element(
            String url, int from, String host, Set<String> others, int offset) {
        if (url.startsWith("+", from)) {
            return number(url, from, offset);
        }
        boolean marked = url.startsWith("@", from);
        int end = nameEnd(url, marked ? from + 1 : from);
        String name = url.substring(from, end);
        boolean inside = name.equals("s") || name.equals("add") || name.equals("stories");
        if (inside && url.startsWith("/", end)) {
            return handle(url, end + 1, offset);
        }
        if (others.contains(name) || !marked && MARKED.contains(host)) {
            return null;
        }
        return handle(url, marked ? from + 1 : from, offset);
    }

    private static @Nullable Found handle(String url, int from, int offset) {
        int end = nameEnd(url, from);
        boolean ends = end == url.length() || "/?#&".indexOf(url.charAt(end)) >= 0;
        return end - from < 2 || !ends
                ? null
                : new Found(
                        IdentifierKind.HANDLE, url.substring(from, end), offset + from, end - from);
    }

    private static int nameEnd(String url, int from) {
        int i = from;
        while (i < url.length() && Identifiers.isName(url.charAt(i))) {
            i++;
        }
        return i;
    }

    private static @Nullable Found number(String url, int from, int offset) {
        int digits = url.startsWith("+", from) ? from + 1 : from;
        int i = digits;
        while (i < url.length() && url.charAt(i) >= '0' && url.charAt(i) <= '9') {
            i++;
        }
        boolean ends = i == url.length() || "/?#&".indexOf(url.charAt(i)) >= 0;
        return !ends || i - digits < 8 || i - digits > 15
                ? null
                : new Found(
                        IdentifierKind.PHONE,
                        "+" + url.substring(digits, i),
                        offset + from,
                        i - from);
    }
}
