package vigie.evidence.json;

import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads compact JSON of the ledger's kind; anything that canonical JSON cannot contain is refused
/// here or by the comparison in [CanonicalJson#read].
final class JsonParser {
    /// Deeper than any entry needs, shallow enough for every stack.
    private static final int DEPTH = 16;

    private final String text;
    private int at;

    JsonParser(String text) {
        this.text = text;
    }

    Json whole() throws NotCanonical {
        Json value = value(0);
        if (at != text.length()) {
            throw new NotCanonical(at, "more than one value");
        }
        return value;
    }

    private Json value(int depth) throws NotCanonical {
        if (depth > DEPTH) {
            throw new NotCanonical(at, "nested too deeply");
        }
        char c = peek();
        if (c == '"') {
            return text(string());
        }
        if (c == '{') {
            return fields(depth);
        }
        if (c == '[') {
            return items(depth);
        }
        return number();
    }

    private Json fields(int depth) throws NotCanonical {
        at++;
        var values = new TreeMap<String, Json>();
        if (peek() == '}') {
            at++;
            return new Json.Fields(values);
        }
        while (true) {
            int start = at;
            String key = string();
            expect(':');
            if (values.putIfAbsent(key, value(depth + 1)) != null) {
                throw new NotCanonical(start, "the same key twice");
            }
            if (peek() == '}') {
                at++;
                return wellFormed(values, start);
            }
            expect(',');
        }
    }

    private static Json wellFormed(SortedMap<String, Json> values, int start) throws NotCanonical {
        try {
            return new Json.Fields(values);
        } catch (IllegalArgumentException malformed) {
            throw new NotCanonical(start, "a key with half a character");
        }
    }

    private Json items(int depth) throws NotCanonical {
        at++;
        var values = new ArrayList<Json>();
        if (peek() == ']') {
            at++;
            return new Json.Items(values);
        }
        while (true) {
            values.add(value(depth + 1));
            if (peek() == ']') {
                at++;
                return new Json.Items(values);
            }
            expect(',');
        }
    }

    private Json number() throws NotCanonical {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            return new Json.Whole(Long.parseLong(text, start, at, 10));
        } catch (IllegalArgumentException notWhole) {
            throw new NotCanonical(start, "not a whole number within 2^53 - 1");
        }
    }

    private Json text(String value) throws NotCanonical {
        try {
            return new Json.Text(value);
        } catch (IllegalArgumentException malformed) {
            throw new NotCanonical(at, "a string with half a character");
        }
    }

    private String string() throws NotCanonical {
        expect('"');
        int start = at;
        while (peek() != '"' && peek() != '\\' && peek() >= ' ') {
            at++;
        }
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        var out = new StringBuilder(text.substring(start, at));
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw new NotCanonical(at - 1, "a raw control character");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws NotCanonical {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> unicode();
            default -> throw new NotCanonical(at - 1, "an unknown escape");
        };
    }

    private char unicode() throws NotCanonical {
        if (at + 4 > text.length()) {
            throw new NotCanonical(at, "a cut escape");
        }
        int unit = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                throw new NotCanonical(at, "not a hexadecimal digit");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private char peek() throws NotCanonical {
        if (at >= text.length()) {
            throw new NotCanonical(at, "ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) throws NotCanonical {
        if (peek() != wanted) {
            throw new NotCanonical(at, "expected '" + wanted + "'");
        }
        at++;
    }
}
