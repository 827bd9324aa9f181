package vigie.evidence.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void what_it_writes_another_implementation_of_the_rfc_leaves_as_it_is() throws IOException {
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            byte[] written = CanonicalJson.write(object(random, 3));
            assertArrayEquals(new JsonCanonicalizer(written).getEncodedUTF8(), written);
        }
    }

    @Test
    void what_it_writes_it_reads_back() throws IOException {
        var random = new Random(43);
        for (int i = 0; i < 2_000; i++) {
            Json value = object(random, 3);
            assertEquals(value, CanonicalJson.read(CanonicalJson.write(value)));
        }
    }

    @Test
    void keys_are_ordered_by_utf_16_units_and_escapes_are_the_shortest() {
        var fields =
                Json.Fields.NONE
                        .with("\uFB33", 1)
                        .with("\uD83C\uDF45", 2)
                        .with("\u20AC", "\u0007\n\"\\/\u007f")
                        .with("1", -3);
        assertEquals(
                "{\"1\":-3,\"\u20AC\":\"\\u0007\\n\\\"\\\\/\u007f\",\"\uD83C\uDF45\":2,\"\uFB33\":1}",
                new String(CanonicalJson.write(fields), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":-0}",
                "{\"a\":01}",
                "{\"a\":9007199254740992}",
                "{\"a\":-9007199254740992}",
                "{\"a\":99999999999999999999}",
                "{\"a\":null}",
                "{\"a\":true}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"b\":1,\"a\":2}",
                "{ \"a\":1}",
                "{\"a\":1}\n",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\ud800\":1}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\u00\"}",
                "{\"a\":\"b",
                "{\"a\"",
                "[1 ,2]",
                "[1,]",
                "[",
                "-",
                "",
                "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]"
            })
    void anything_that_is_not_the_one_form_of_a_value_is_refused(String json) {
        assertThrows(NotCanonical.class, () -> CanonicalJson.read(json.getBytes(UTF_8)));
    }

    @Test
    void invalid_utf_8_is_refused() {
        byte[] bytes = {'"', (byte) 0xC0, (byte) 0x80, '"'};
        assertThrows(NotCanonical.class, () -> CanonicalJson.read(bytes));
    }

    @Test
    void a_value_cannot_hold_what_has_no_exact_form() {
        assertThrows(IllegalArgumentException.class, () -> new Json.Whole(1L << 53));
        assertThrows(IllegalArgumentException.class, () -> new Json.Whole(-(1L << 53)));
        assertThrows(IllegalArgumentException.class, () -> new Json.Text("\uD800"));
        assertThrows(IllegalArgumentException.class, () -> new Json.Text("a\uDC00b"));
        assertThrows(IllegalArgumentException.class, () -> Json.Fields.NONE.with("\uDC00", 1));
    }

    private static Json.Fields object(Random random, int depth) {
        var fields = new TreeMap<String, Json>();
        for (int i = random.nextInt(6); i > 0; i--) {
            fields.put(text(random), value(random, depth));
        }
        return new Json.Fields(fields);
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0 -> new Json.Text(text(random));
            case 1 -> new Json.Whole(random.nextLong(-Json.MAX_WHOLE, Json.MAX_WHOLE + 1));
            case 2 -> object(random, depth - 1);
            default -> {
                var items = new ArrayList<Json>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth - 1));
                }
                yield new Json.Items(items);
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int point =
                    switch (random.nextInt(3)) {
                        case 0 -> random.nextInt(0x80);
                        case 1 -> random.nextInt(0xD800);
                        default -> 0x10000 + random.nextInt(0x100000);
                    };
            text.appendCodePoint(point);
        }
        return text.toString();
    }
}
