package vigie.evidence.jsonstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import vigie.evidence.MalformedInput;

/// Jackson, given strictly decoded text and told to refuse double keys, is the judge.
class JsonAgainstJacksonTest {
    private static final Keys KEYS =
            new Keys(List.of("id", "type", "text", "date_unixtime", "text_entities_of_message"));
    private static final JsonFactory JACKSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private int accepted;
    private int refused;

    @Test
    void it_accepts_and_reads_what_jackson_accepts_and_reads() throws IOException {
        for (int seed = 0; seed < 3_000; seed++) {
            Documents documents = new Documents(seed);
            byte[] bytes = documents.next().getBytes(StandardCharsets.UTF_8);
            compare(bytes);
            for (int i = 0; i < 5; i++) {
                compare(documents.damaged(bytes));
            }
        }
        assertEquals(18_000, accepted + refused);
        System.err.println(accepted + " accepted, " + refused + " refused");
    }

    private void compare(byte[] bytes) throws IOException {
        int[] repairs = {0};
        String ours = ours(bytes, repairs);
        String theirs = theirs(bytes);
        if (repairs[0] > 0 && !java.util.Objects.equals(ours, theirs)) {
            // A declared repair: an escape that Jackson refuses or reads as half a pair.
            refused++;
            return;
        }
        assertEquals(theirs, ours, () -> HexFormat.of().formatHex(bytes));
        if (ours == null) {
            refused++;
        } else {
            accepted++;
        }
    }

    private static @Nullable String ours(byte[] bytes, int[] repairs) throws IOException {
        try {
            var in = new ByteArrayInputStream(bytes);
            JsonCursor cursor = new JsonCursor(in, 0, "f", KEYS, (_, _, _) -> repairs[0]++);
            String json = CompactJson.of(cursor);
            cursor.end();
            return json;
        } catch (MalformedInput malformed) {
            assertEquals(true, malformed.offset() >= 0 && malformed.offset() <= bytes.length);
            return null;
        }
    }

    private static @Nullable String theirs(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), text)) {
                if (parser.nextToken() == null) {
                    return null;
                }
                write(parser, out);
                return parser.nextToken() == null ? out.toString() : null;
            }
        } catch (CharacterCodingException | JacksonException _) {
            return null;
        }
    }

    private static void write(JsonParser parser, StringBuilder out) {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                out.append('{');
                String comma = "";
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    out.append(comma).append(CompactJson.quoted(parser.currentName())).append(':');
                    parser.nextToken();
                    write(parser, out);
                    comma = ",";
                }
                out.append('}');
            }
            case START_ARRAY -> {
                out.append('[');
                String comma = "";
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    out.append(comma);
                    write(parser, out);
                    comma = ",";
                }
                out.append(']');
            }
            case VALUE_STRING -> out.append(CompactJson.quoted(parser.getString()));
            default -> out.append(parser.getString());
        }
    }
}
