package vigie.readers.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// An invented export that holds every key of the format, and its values one by one.
final class Everything {
    private Everything() {}

    /// One value: the keys down to it, where it stands, its JSON type and its text.
    record Value(String path, String key, int from, int to, JsonToken type, String text) {}

    static byte[] bytes() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        Everything.class.getResourceAsStream("/telegram/everything.json"))) {
            return in.readAllBytes();
        }
    }

    static List<Value> values(byte[] bytes) {
        List<Value> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            value(parser, "", "", values, bytes);
        }
        return values;
    }

    private static void value(
            JsonParser parser, String path, String key, List<Value> values, byte[] bytes) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        JsonToken type = parser.currentToken();
        int place = values.size();
        values.add(new Value(path, key, from, 0, type, ""));
        String text = "";
        if (type == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                value(parser, path + "." + name, name, values, bytes);
            }
        } else if (type == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, path + "[]", key, values, bytes);
            }
        } else {
            text = parser.getString();
        }
        int to = (int) parser.currentLocation().getByteOffset();
        values.set(place, new Value(path, key, from, to, type, text));
    }

    /// The document with other bytes in place of one value.
    static byte[] with(byte[] bytes, Value value, String other) {
        byte[] inserted = other.getBytes(StandardCharsets.UTF_8);
        byte[] changed = new byte[bytes.length - (value.to - value.from) + inserted.length];
        System.arraycopy(bytes, 0, changed, 0, value.from);
        System.arraycopy(inserted, 0, changed, value.from, inserted.length);
        System.arraycopy(
                bytes, value.to, changed, value.from + inserted.length, bytes.length - value.to);
        return changed;
    }
}
