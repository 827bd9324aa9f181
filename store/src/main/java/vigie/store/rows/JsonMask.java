package vigie.store.rows;

import java.nio.charset.StandardCharsets;
import vigie.store.digest.CanonicalJson;
import vigie.store.digest.Utf8;

/// Replaces string values in one JSON text, where they stand for an account or its name; what is no
/// such string is copied as it stands.
///
/// A name beside the account of somebody else is that somebody's name. Inside JSON that a reader
/// kept whole, under the name `json`, nothing tells what a string stands for: there each is
/// replaced. The text was written by this program or a reader, and is well-formed; where it is cut
/// short, what cannot be understood is copied.
final class JsonMask {
    private final String json;
    private final Mask mask;
    private final StringBuilder out;
    private final boolean everything;
    private String member = "";
    private boolean anotherAccount;

    JsonMask(String json, Mask mask) {
        this(json, mask, false);
    }

    private JsonMask(String json, Mask mask, boolean everything) {
        this.json = json;
        this.mask = mask;
        this.everything = everything;
        this.out = new StringBuilder(json.length() + 16);
    }

    /// A text of which nothing tells what a string stands for.
    static String whole(String json, Mask mask) {
        return new JsonMask(json, mask, true).masked();
    }

    String masked() {
        int at = 0;
        while (at < json.length()) {
            int quote = json.indexOf('"', at);
            int end = quote < 0 ? -1 : end(quote);
            if (end < 0) {
                break;
            }
            out.append(json, at, quote);
            string(quote, end);
            at = end;
        }
        return out.append(json, at, json.length()).toString();
    }

    /// The index after the closing quote, or -1.
    private int end(int quote) {
        for (int i = quote + 1; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    private void string(int quote, int end) {
        int next = end;
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        String value = unescaped(json.substring(quote + 1, end - 1));
        if (next < json.length() && json.charAt(next) == ':') {
            anotherAccount &= value.equals("name");
            member = value;
            out.append(json, quote, end);
            return;
        }
        String shown = shown(value);
        anotherAccount = member.equals("account") && shown.equals(value);
        if (shown.equals(value)) {
            out.append(json, quote, end);
        } else {
            CanonicalJson quoted = new CanonicalJson();
            quoted.string(Utf8.of(shown));
            out.append(new String(quoted.bytes(), 0, quoted.length(), StandardCharsets.UTF_8));
        }
    }

    private String shown(String value) {
        boolean candidate =
                switch (member) {
                    case "account", "peer", "phone", "target" -> true;
                    case "name" -> !anotherAccount;
                    default -> everything;
                };
        if (member.equals("json") && !everything) {
            return new JsonMask(value, mask, true).masked();
        }
        return candidate ? mask.replacements().getOrDefault(value, value) : value;
    }

    private static String unescaped(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\' || i + 1 == escaped.length()) {
                plain.append(c);
                continue;
            }
            char escape = escaped.charAt(++i);
            switch (escape) {
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'u' -> {
                    if (i + 4 < escaped.length()
                            && escaped.substring(i + 1, i + 5).matches("[0-9a-fA-F]{4}")) {
                        plain.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
                        i += 4;
                    } else {
                        plain.append(escape);
                    }
                }
                default -> plain.append(escape);
            }
        }
        return plain.toString();
    }
}
