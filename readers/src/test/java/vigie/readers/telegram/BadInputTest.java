package vigie.readers.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.evidence.MalformedInput;
import vigie.model.claim.Claim;
import vigie.readers.Collected;
import vigie.readers.Companions;
import vigie.readers.Memory;

class BadInputTest {
    private static final String CHAT =
            "{\"name\":\"n\",\"type\":\"private_supergroup\",\"id\":5,\"messages\":[";
    private static final String GOOD = "{\"id\":1,\"type\":\"message\",\"text\":\"kept\"}";

    private final TelegramReader reader = new TelegramReader();

    private Collected read(String json) throws IOException {
        return Collected.read(reader, Memory.of(json), Companions.NONE);
    }

    /// The error of a message that follows a good one, which must have been handed over.
    private MalformedInput errorOf(String message) throws IOException {
        Collected all = read(CHAT + GOOD + "," + message + "]}");
        assertEquals(1, all.messages().size());
        assertEquals("kept", all.messages().getFirst().text());
        assertNotNull(all.error);
        assertEquals("result.json", all.error.file());
        return all.error;
    }

    private static long start() {
        return CHAT.length() + GOOD.length() + 1L;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.jpg",
                "photos/../../a.jpg",
                "/etc/hosts",
                "\\\\\\\\server\\\\a",
                "a\\\\..\\\\b",
                "C:\\\\a.jpg",
                "c:/a.jpg",
                "photos/..",
                "..",
                "a\\u0000b",
                "a/\\u002e\\u002e/b"
            })
    void a_path_that_leaves_the_export_is_malformed(String path) throws IOException {
        assertEquals(start() + 8, errorOf("{\"file\":\"" + path + "\"}").offset());
        assertEquals(start() + 9, errorOf("{\"photo\":\"" + path + "\"}").offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"photos/a..b.jpg", "..a/b", "a/b..", "photos/x@1.jpg", "ab:c"})
    void a_path_with_harmless_dots_is_a_path(String path) throws IOException {
        assertNull(read(CHAT + "{\"file\":\"" + path + "\"}]}").error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-13-01T00:00:00",
                "2024-02-30T00:00:00",
                "2024-01-01T24:00:00",
                "2024-01-01T00:60:00",
                "2024-01-01T00:00:61",
                "2024-01-01 00:00:00",
                "2024-01-01",
                "2024-01-01T00:00:00Z",
                "",
                "202a-01-01T00:00:00",
                "2024-1-01T00:00:000"
            })
    void a_date_that_is_none_is_malformed(String date) throws IOException {
        assertEquals(start() + 8, errorOf("{\"date\":\"" + date + "\"}").offset());
    }

    @Test
    void dates_are_read_alike_whatever_day_came_before() throws IOException {
        StringBuilder json = new StringBuilder(CHAT);
        Random random = new Random(5);
        java.time.LocalDateTime[] times = new java.time.LocalDateTime[500];
        for (int i = 0; i < times.length; i++) {
            times[i] =
                    java.time.LocalDateTime.ofEpochSecond(
                            random.nextInt(4) == 0 ? random.nextLong(4_000_000_000L) : i * 3_600L,
                            0,
                            java.time.ZoneOffset.UTC);
            String text = times[i].format(java.time.format.DateTimeFormatter.ISO_DATE_TIME);
            text = text.length() == 16 ? text + ":00" : text;
            json.append(i == 0 ? "" : ",").append("{\"date\":\"").append(text).append("\"}");
        }
        Collected all = read(json.append("]}").toString());
        assertNull(all.error);
        for (int i = 0; i < times.length; i++) {
            assertEquals(
                    times[i].toEpochSecond(java.time.ZoneOffset.UTC),
                    all.messages().get(i).sent().local());
        }
    }

    @Test
    void seconds_are_digits() throws IOException {
        assertEquals(start() + 17, errorOf("{\"date_unixtime\":\"12x\"}").offset());
        assertEquals(start() + 17, errorOf("{\"date_unixtime\":\"\"}").offset());
        assertEquals(start() + 17, errorOf("{\"date_unixtime\":\"-\"}").offset());
        assertEquals(start() + 17, errorOf("{\"date_unixtime\":\"1234567890123\"}").offset());
    }

    @Test
    void a_key_that_stands_twice_is_malformed_at_the_second() throws IOException {
        assertEquals(start() + 8, errorOf("{\"id\":1,\"id\":2}").offset());
        assertEquals(start() + 8, errorOf("{\"zz\":1,\"zz\":2}").offset());
        String twice = "{\"action\":\"send_webview_data\",\"text\":\"a\",\"text\":\"\",";
        assertEquals(start() + twice.length(), errorOf(twice + "\"text\":1}").offset());
        assertEquals(start() + 10, errorOf("{\"text\":1}").offset() + 2);
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed_where_they_stand() throws IOException {
        byte[] bytes = (CHAT + GOOD + ",{\"text\":\"ab?\"}]}").getBytes(StandardCharsets.UTF_8);
        int at = (int) start() + 11;
        bytes[at] = (byte) 0xC3;
        Collected all = Collected.read(reader, Memory.of(bytes), Companions.NONE);
        assertNotNull(all.error);
        assertEquals(at, all.error.offset());
        assertEquals(1, all.messages().size());
    }

    @Test
    void a_hundred_thousand_nested_arrays_are_malformed() throws IOException {
        assertNotNull(errorOf("{\"members\":" + "[".repeat(100_000)));
        assertNotNull(errorOf("{\"new_key\":" + "{\"a\":".repeat(100_000)));
        assertNotNull(read("[".repeat(100_000)).error);
    }

    @Test
    void an_element_longer_than_16_megabytes_is_malformed() throws IOException {
        assertNotNull(errorOf("{\"text\":\"" + "a".repeat(17 << 20) + "\"}"));
        assertNotNull(errorOf("{\"members\":[\"" + "a\",\"".repeat(5 << 20) + "\"]}"));
    }

    @Test
    void an_element_that_is_no_object_is_malformed() throws IOException {
        for (String element : new String[] {"null", "1", "\"a\"", "[]", "true"}) {
            assertEquals(start(), errorOf(element).offset());
        }
    }

    @Test
    void what_follows_the_document_is_malformed() throws IOException {
        Collected all = read(CHAT + GOOD + "]} x");
        assertNotNull(all.error);
        assertEquals(start() + 2, all.error.offset());
    }

    @Test
    void damaged_exports_are_read_or_malformed_and_nothing_else() throws IOException {
        byte[] bytes = Everything.bytes();
        Random random = new Random(20);
        int malformed = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] damaged = damaged(bytes, random);
            Collected all = Collected.read(reader, Memory.of(damaged), Companions.NONE);
            if (all.error != null) {
                malformed++;
                assertTrue(all.error.offset() >= 0 && all.error.offset() <= damaged.length);
            }
            for (Claim claim : all.claims) {
                assertTrue(claim.at().end() <= damaged.length);
            }
        }
        assertTrue(malformed > 1_000);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(4)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> {
                    int from = random.nextInt(damaged.length);
                    int count = Math.min(damaged.length - Math.max(at, from), random.nextInt(80));
                    System.arraycopy(bytes, from, damaged, at, Math.max(0, count));
                }
                default -> {
                    byte[] signs = "{}[],:\"\\0-.en".getBytes(StandardCharsets.US_ASCII);
                    damaged[at] = signs[random.nextInt(signs.length)];
                }
            }
        }
        return random.nextInt(8) == 0
                ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
                : damaged;
    }
}
