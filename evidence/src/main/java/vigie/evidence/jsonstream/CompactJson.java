package vigie.evidence.jsonstream;

import java.io.IOException;

/// Writes values as compact JSON: no spaces, numbers as written, strings with no escape that is
/// not needed.
public final class CompactJson {
    private CompactJson() {}

    /// The next value of `cursor`, whole.
    public static String of(JsonCursor cursor) throws IOException {
        return of(cursor, Integer.MAX_VALUE);
    }

    /// The next value of `cursor`, cut after `most` characters; what is cut is checked all the
    /// same.
    public static String of(JsonCursor cursor, int most) throws IOException {
        StringBuilder out = new StringBuilder();
        write(cursor, out, most);
        if (out.length() > most) {
            out.setLength(Character.isHighSurrogate(out.charAt(most - 1)) ? most - 1 : most);
        }
        return out.toString();
    }

    /// A string as JSON.
    public static String quoted(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2);
        quote(value, out);
        return out.toString();
    }

    private static void write(JsonCursor cursor, StringBuilder out, int most) throws IOException {
        if (out.length() > most) {
            cursor.skip();
            return;
        }
        switch (cursor.peek()) {
            case '"' -> quote(cursor.string(), out);
            case '{' -> object(cursor, out, most);
            case '[' -> array(cursor, out, most);
            case 't', 'f' -> out.append(cursor.bool());
            case 'n' -> {
                cursor.passNull();
                out.append("null");
            }
            default -> out.append(cursor.number());
        }
    }

    private static void object(JsonCursor cursor, StringBuilder out, int most) throws IOException {
        cursor.object();
        out.append('{');
        String comma = "";
        while (cursor.key() != JsonCursor.END) {
            if (out.length() <= most) {
                out.append(comma);
                quote(cursor.keyName(), out);
                out.append(':');
                comma = ",";
            }
            write(cursor, out, most);
        }
        out.append('}');
    }

    private static void array(JsonCursor cursor, StringBuilder out, int most) throws IOException {
        cursor.array();
        out.append('[');
        String comma = "";
        while (cursor.element()) {
            if (out.length() <= most) {
                out.append(comma);
                comma = ",";
            }
            write(cursor, out, most);
        }
        out.append(']');
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(value, from, i).append(escape(c));
                from = i + 1;
            }
        }
        out.append(value, from, value.length()).append('"');
    }

    private static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u00" + c / 16 + Character.forDigit(c % 16, 16);
        };
    }
}
