package vigie.evidence.fields;

import java.util.Map;
import java.util.TreeMap;

/// Writes texts under keys as canonical JSON (RFC 8785): one way only, so that its digest is one.
public final class CanonicalJson {
    private CanonicalJson() {}

    /// The canonical JSON of an object whose values are texts or objects of the same kind, given as
    /// `String` or `Map`.
    public static String write(Map<String, ?> object) {
        StringBuilder out = new StringBuilder();
        object(out, object);
        return out.toString();
    }

    private static void object(StringBuilder out, Map<?, ?> object) {
        out.append('{');
        // RFC 8785 orders keys by UTF-16 code units, as String does.
        Map<String, Object> sorted = new TreeMap<>();
        object.forEach((key, value) -> sorted.put((String) key, value));
        String comma = "";
        for (var entry : sorted.entrySet()) {
            out.append(comma);
            comma = ",";
            text(out, entry.getKey());
            out.append(':');
            switch (entry.getValue()) {
                case String text -> text(out, text);
                case Map<?, ?> below -> object(out, below);
                case Object other ->
                        throw new IllegalArgumentException("not a text: " + other.getClass());
            }
        }
        out.append('}');
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
                        out.append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
