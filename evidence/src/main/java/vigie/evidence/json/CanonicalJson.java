package vigie.evidence.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Writes and reads the one canonical form of a value (RFC 8785): keys in order of UTF-16 units, no
/// white space, the shortest escapes, UTF-8. It never contains a raw newline.
public final class CanonicalJson {
    private CanonicalJson() {}

    /// The canonical bytes of a value.
    public static byte[] write(Json value) {
        var out = new StringBuilder(256);
        append(out, value);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The value that these bytes are the canonical form of.
    ///
    /// @throws NotCanonical if they are not the canonical form of any value
    public static Json read(byte[] bytes) throws NotCanonical {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            throw new NotCanonical(0, "invalid UTF-8");
        }
        Json value = new JsonParser(text).whole();
        if (!Arrays.equals(write(value), bytes)) {
            throw new NotCanonical(0, "valid JSON, but not in its canonical form");
        }
        return value;
    }

    /// The object that these bytes are the canonical form of.
    public static Json.Fields readFields(byte[] bytes) throws NotCanonical {
        if (read(bytes) instanceof Json.Fields fields) {
            return fields;
        }
        throw new NotCanonical(0, "not an object");
    }

    private static void append(StringBuilder out, Json value) {
        switch (value) {
            case Json.Text(String text) -> append(out, text);
            case Json.Whole(long whole) -> out.append(whole);
            case Json.Items(var values) -> {
                out.append('[');
                String comma = "";
                for (Json item : values) {
                    out.append(comma);
                    append(out, item);
                    comma = ",";
                }
                out.append(']');
            }
            case Json.Fields(var values) -> {
                out.append('{');
                String comma = "";
                for (var field : values.entrySet()) {
                    out.append(comma);
                    append(out, field.getKey());
                    out.append(':');
                    append(out, field.getValue());
                    comma = ",";
                }
                out.append('}');
            }
        }
    }

    private static void append(StringBuilder out, String text) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, plain, i);
                escape(out, c);
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }
}
