package vigie.evidence.jsonstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.evidence.MalformedInput;

class JsonCursorTest {
    private static final Keys KEYS = new Keys(List.of("id", "a_key_longer_than_sixteen_bytes"));

    private final List<String> repairs = new ArrayList<>();

    private JsonCursor cursor(byte[] bytes) throws IOException {
        return cursor(new ByteArrayInputStream(bytes));
    }

    private JsonCursor cursor(InputStream in) throws IOException {
        return new JsonCursor(
                in, 0, "f", KEYS, (offset, length, what) -> repairs.add(offset + "+" + length));
    }

    private JsonCursor cursor(String text) throws IOException {
        return cursor(text.getBytes(StandardCharsets.UTF_8));
    }

    private long offsetOfError(String text) throws IOException {
        return offsetOfError(cursor(text));
    }

    private static long offsetOfError(JsonCursor in) {
        return assertThrows(
                        MalformedInput.class,
                        () -> {
                            in.skip();
                            in.end();
                        })
                .offset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,]|3",
                "[1 2]|3",
                "[01]|2",
                "[1.]|3",
                "[-]|2",
                "[1e]|3",
                "[tru]|1",
                "{\"a\" 1}|5",
                "{\"a\":1,}|7",
                "{a:1}|1",
                "[\"\\q\"]|2",
                "[\"\\u12g4\"]|2",
                "[1]]|3",
                "{} {}|3",
                "[nul|4",
                "[1|2",
                "{\"a\"|4",
                "[\"ab|4",
                "[-|2",
                "`  `|2",
                "``|0",
                "+1|0",
                "[\"\\x1\"]|2"
            })
    void an_error_names_the_first_byte_that_cannot_be_understood(String text, long offset)
            throws IOException {
        assertEquals(offset, offsetOfError(text));
    }

    @Test
    void a_key_that_stands_twice_is_an_error_at_the_second_however_it_is_written()
            throws IOException {
        assertEquals(8, offsetOfError("{\"id\":1,\"id\":2}"));
        assertEquals(8, offsetOfError("{\"id\":1,\"\\u0069d\":2}"));
        assertEquals(8, offsetOfError("{\"zz\":1,\"zz\":2}"));
        assertEquals(8, offsetOfError("{\"zz\":1,\"\\u007az\":2}"));
        assertEquals(
                37,
                offsetOfError(
                        "{\"a_key_longer_than_sixteen_bytes\":1,"
                                + "\"a_key_longer_than_sixteen_bytes\":2}"));
        cursor("[{\"id\":{\"id\":1}},{\"id\":2,\"zz\":{\"zz\":1}}]").skip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C080",
                "C1BF",
                "C3",
                "C3C3",
                "E0809F",
                "E08080",
                "EDA080",
                "EDBFBF",
                "E282",
                "F0808080",
                "F4908080",
                "F5808080",
                "F09F98",
                "FF",
                "FE",
                "F8888080"
            })
    void bytes_that_are_not_utf_8_are_an_error_where_they_stand(String hex) throws IOException {
        byte[] wrong = java.util.HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[wrong.length + 10];
        java.util.Arrays.fill(bytes, (byte) 'x');
        bytes[0] = '"';
        System.arraycopy(wrong, 0, bytes, 4, wrong.length);
        bytes[bytes.length - 1] = '"';
        long offset = offsetOfError(cursor(bytes));
        assertTrue(offset == 4 || hex.equals("C3C3") && offset == 4);
    }

    @Test
    void characters_of_every_length_are_read() throws IOException {
        String text = "\u0000\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\ud800\udc00\udbff\udfff";
        String json = "\"" + text.replace("\u0000", "\\u0000") + "\"";
        assertEquals(text, cursor(json).string());
    }

    @Test
    void an_escape_of_two_digits_is_repaired_and_counted_and_moves_no_offset() throws IOException {
        JsonCursor in = cursor("[\"a\\x1Fb\", \"\\x00\", 7]");
        in.array();
        in.element();
        assertEquals("a\u001fb", in.string());
        in.element();
        assertEquals("\u0000", in.string());
        in.element();
        assertEquals(19, in.valueOffset());
        assertEquals(List.of("3+4", "12+4"), repairs);
    }

    @Test
    void half_of_a_surrogate_pair_is_replaced_and_counted() throws IOException {
        assertEquals("\ufffdx", cursor("\"\\ud83cx\"").string());
        assertEquals("\ufffd", cursor("\"\\udf3b\"").string());
        assertEquals("\ufffd\ud83c\udf3b", cursor("\"\\ud83c\\ud83c\\udf3b\"").string());
        assertEquals(3, repairs.size());
    }

    @Test
    void a_byte_order_mark_is_passed_over_at_the_very_start_only() throws IOException {
        JsonCursor in = cursor("\uFEFF[1]");
        assertEquals(3, in.valueOffset());
        in.skip();
        in.end();
        assertEquals(1, offsetOfError("[\uFEFF1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807",
                "-9223372036854775808",
                "0",
                "-0",
                "12",
                "-1000000000"
            })
    void integers_of_64_bits_are_read(String text) throws IOException {
        assertEquals(Long.parseLong(text), cursor(text).integer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "1.0",
                "1e3",
                "92233720368547758070"
            })
    void other_numbers_are_not_integers(String text) {
        assertThrows(MalformedInput.class, () -> cursor(text).integer());
    }

    @Test
    void nesting_has_a_limit_and_a_hundred_thousand_arrays_are_an_error() throws IOException {
        cursor("[".repeat(64) + "]".repeat(64)).skip();
        assertEquals(64, offsetOfError("[".repeat(100_000)));
        assertEquals(64 * 5, offsetOfError("{\"a\":".repeat(100_000)));
    }

    @Test
    void a_string_of_200_megabytes_is_an_error_and_is_not_held() throws IOException {
        long before = used();
        JsonCursor in = cursor(new Endless(200 << 20));
        MalformedInput error = assertThrows(MalformedInput.class, in::skip);
        assertEquals(1, error.offset());
        assertTrue(used() - before < 100 << 20);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /// A quote and then the same letter.
    private static final class Endless extends InputStream {
        private long left;
        private boolean started;

        Endless(long length) {
            left = length;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] to, int at, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(to, at, at + count, (byte) 'a');
            if (!started) {
                to[at] = '"';
                started = true;
            }
            left -= count;
            return count;
        }
    }

    @Test
    void a_long_number_and_too_many_foreign_keys_are_errors() throws IOException {
        assertEquals(1025, offsetOfError("1".repeat(200_000)));
        StringBuilder keys = new StringBuilder("{");
        for (int i = 0; i < 70_000; i++) {
            keys.append("\"x").append(i).append("\":0,");
        }
        assertTrue(offsetOfError(keys.append("\"y\":0}").toString()) > 100_000);
    }

    @Test
    void strings_and_keys_across_the_edges_of_the_window_are_whole() throws IOException {
        StringBuilder text = new StringBuilder("[");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            String value = "é🌻x".repeat(i) + "\\n".repeat(i % 7);
            text.append(i == 0 ? "" : ",").append('"').append(value).append('"');
            expected.add(value.replace("\\n", "\n"));
        }
        JsonCursor in = cursor(text.append(']').toString());
        in.array();
        for (String value : expected) {
            assertTrue(in.element());
            assertEquals(value, in.string());
        }
        assertFalse(in.element());
        in.end();
    }

    @Test
    void every_key_is_found_and_no_other() throws IOException {
        JsonCursor in = cursor("{\"id\":1,\"a_key_longer_than_sixteen_bytes\":1,\"\":1,\"i\":1}");
        in.object();
        assertEquals(0, in.key());
        in.skip();
        assertEquals(1, in.key());
        in.skip();
        assertEquals(Keys.UNKNOWN, in.key());
        assertEquals("", in.keyName());
        in.skip();
        assertEquals(Keys.UNKNOWN, in.key());
        in.skip();
        assertEquals(JsonCursor.END, in.key());
    }

    @Test
    void compact_json_is_cut_between_characters_and_the_rest_is_checked() throws IOException {
        assertEquals("[1,{\"id\":\"a\"}]", CompactJson.of(cursor(" [ 1 , {\"id\" : \"a\"} ]")));
        assertEquals("\"ab", CompactJson.of(cursor("\"ab🌻\""), 4));
        assertThrows(
                MalformedInput.class, () -> CompactJson.of(cursor("[\"aaaaaaaaaaaa\", tru]"), 4));
    }
}
