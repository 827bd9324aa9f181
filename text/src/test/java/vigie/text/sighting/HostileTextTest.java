package vigie.text.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts made to make a scanner slow, or to make it lie about where something stands.
class HostileTextTest {
    private static final Sightings SIGHTINGS = new Sightings(List.of("TN", "FR", "DE"));

    private static final String[] PIECES = {
        "@",
        ".",
        ":",
        "://",
        "+",
        "(",
        ")",
        "0",
        "1",
        "4111",
        "20 123 456",
        " ",
        "-",
        "ada",
        "\u200E",
        "\u200F",
        "٢",
        "۵",
        "２",
        "\uD835\uDFD0",
        "\uD835",
        "\uDFD0",
        "\uFE0F",
        "\u20E3",
        "www.",
        "t.me/",
        "example.org",
        "https",
        "TN59",
        "bc1",
        "0x",
        "::",
        "fe80",
        "IMEI",
        "😀",
        "а",
        "ﷺ",
        "\u00AD",
        "/",
        "?",
        "#",
        "=",
        "&",
        "\n",
        "photo_1@14-05-2020_10-00-00.jpg",
        "4111 1111 1111 1111",
        "ada@example.org",
        "+216 20 123 456",
        "https://t.me/ada",
        "192.0.2.1",
        "2001:db8::1"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "a@",
                "@a",
                "a.",
                ".",
                "..",
                "://",
                "a://",
                "http://a ",
                "https://t.me/a ",
                "http",
                "+",
                "(",
                "(0",
                "0",
                "1 ",
                "0 ",
                "+1",
                "+1 ",
                "#",
                "a@a.",
                "www.",
                "www.a.",
                "t.me/",
                "t.me/a?",
                "00",
                "00 1 ",
                "'(0)'",
                "a@-",
                "٠",
                "\u200E",
                "1\u200E",
                "t.me/s/",
                "@.",
                "tg://resolve?",
                ":",
                "::",
                "a:",
                "1:",
                "1::",
                "1.",
                "1.1.1.1.",
                "TN59",
                "TN59 ",
                "TN",
                "bc1",
                "bc1q",
                "0x",
                "0xa",
                "1a",
                "3",
                "4111 ",
                "4111111111111111 ",
                "20 123 45 ",
                "20123456",
                "12345678 ",
                "1-",
                "http://a@",
                "http://a?a@b.",
                "http://a#",
                "http://a:",
                "\uD835",
                "\uFE0F",
                "ａ",
                "а@а.",
                "@а ",
                "https://а",
                "IMEI",
                "490154203237519 ",
                "\u0661 ",
                "x.y/"
            })
    void a_megabyte_of_anything_takes_linear_time(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        SIGHTINGS.in(text);
        long millis = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(millis < 4000, piece + " took " + millis + " ms");
    }

    @Test
    void a_sighting_stands_where_it_says() {
        Random random = new Random(11);
        int sightings = 0;
        for (int round = 0; round < 60_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(1, 14); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            int last = 0;
            for (Sighting found : SIGHTINGS.in(text.toString())) {
                sightings++;
                assertTrue(found.start() >= last && found.end() <= text.length(), found.toString());
                last = found.start();
                String written = text.substring(found.start(), found.end());
                assertEquals(written.length(), found.raw().length());
                if (found.kind() != SightingKind.CARD) {
                    assertEquals(written, found.raw());
                } else {
                    assertTrue(found.raw().contains("*"));
                }
            }
        }
        assertTrue(sightings > 20_000, "too few to show anything: " + sightings);
    }

    @Test
    void every_cut_of_a_text_is_read_without_fault() {
        String text =
                "ada@example.org +216 20 123 456 https://t.me/+AbCdEf TN59 1000 6035 1835 9847 8831"
                        + " 4111 1111 1111 1111 2001:db8::1 \uD835\uDFD0\uD835\uDFCE bc1qw508d6qejxtdg4y5r3zarvary0";
        for (int from = 0; from < text.length(); from++) {
            for (int to = from; to <= text.length(); to++) {
                SIGHTINGS.in(text.substring(from, to));
            }
        }
    }
}
