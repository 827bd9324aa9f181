package vigie.text.hidden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {
    @Test
    void a_direction_mark_is_shown_with_its_name_and_number() {
        assertEquals(
                List.of(
                        new Segment.Plain(0, 5),
                        new Segment.Hidden(5, 6, 0x202E, "RIGHT-TO-LEFT OVERRIDE", false),
                        new Segment.Plain(6, 13)),
                Segments.of("photo\u202Egpj.exe"));
        assertEquals("U+202E", new Segment.Hidden(0, 1, 0x202E, "", false).number());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
                0x2028, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2063, 0x2066, 0x2067,
                0x2068, 0x2069, 0x206A, 0x2800, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xE0001,
                0xE0041, 0xE007F, 0xE0100, 0x1D173, 0x0007, 0x007F, 0x0085
            })
    void what_draws_as_nothing_between_latin_letters_is_hidden_and_not_ordinary(int point) {
        List<Segment> segments = Segments.of("ga" + Character.toString(point) + "te");

        assertEquals(3, segments.size());
        Segment.Hidden hidden = Assertions.assertInstanceOf(Segment.Hidden.class, segments.get(1));
        assertEquals(point, hidden.codePoint());
        assertFalse(hidden.ordinary());
        assertFalse(hidden.name().isEmpty());
        assertTrue(Segments.suspicious(segments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garden gate, line one\nline two\ttab",
                "crème brûlée, Ёлка и мост",
                "明日の朝、東京の市場へ行って",
                "السوق القديم مع أحمد",
                "हिन्दी में बाग़",
                "USB-кабель и iPhone",
                "SMSка",
                "10 µm Ωmega 5 kΩ",
                "e\u0301te\u0301",
                "한국어 시장에서 APPLE을"
            })
    void ordinary_writing_is_plain(String text) {
        assertEquals(List.of(new Segment.Plain(0, text.length())), Segments.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩‍👩‍👧‍👦",
                "👩🏽‍🌾 at work",
                "🏳️‍🌈",
                "❤️‍🔥",
                "1️⃣ first",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
                "می‌خواهم",
                "دانشجو‌ها",
                "ه‍",
                "क्‍ष",
                "श्‌री",
                "ශ්‍රී",
                "ന്‍",
                "র‍্য",
                "葛\uDB40\uDD00城"
            })
    void what_writing_wants_is_shown_as_ordinary(String text) {
        List<Segment> segments = Segments.of(text);

        assertTrue(segments.stream().anyMatch(Segment.Hidden.class::isInstance), "it is shown");
        assertFalse(Segments.suspicious(segments), segments.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ga\u200Cte",
                "🏴\uDB40\uDC67\uDB40\uDC62",
                "🏴\uDB40\uDC61\uDB40\uDC62\uDB40\uDC63\uDB40\uDC64\uDB40\uDC65\uDB40\uDC66"
                        + "\uDB40\uDC67\uDB40\uDC68\uDB40\uDC7F",
                "👩\u200D",
                "\u200Dसा",
                "می\u200C",
                "x\uFE0F"
            })
    void the_same_characters_elsewhere_are_suspicious(String text) {
        assertTrue(Segments.suspicious(Segments.of(text)), Segments.of(text).toString());
    }

    @Test
    void a_word_of_two_scripts_that_looks_like_one_of_one_is_a_lookalike() {
        String text = "see p\u0430yp\u0430l now"; // Cyrillic a
        assertEquals(
                List.of(
                        new Segment.Plain(0, 4),
                        new Segment.Lookalike(4, 10, "paypal", List.of("Cyrillic", "Latin")),
                        new Segment.Plain(10, 14)),
                Segments.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "\u043ca\u043c\u0430, \u043c\u0430\u043c\u0430",
        "\u0421OVID, COVID",
        "\u0391pple, Apple",
        "g\u0430rden1, garden1"
    })
    void the_main_script_of_a_word_says_what_it_looks_like(String word, String reading) {
        Segment.Lookalike lookalike =
                Assertions.assertInstanceOf(Segment.Lookalike.class, Segments.of(word).getFirst());
        assertEquals(reading, lookalike.reading());
    }

    @Test
    void a_lookalike_is_found_through_what_is_hidden_in_it() {
        List<Segment> segments = Segments.of("p\u0430y\u200Bpal");
        assertEquals(
                List.of(
                        new Segment.Lookalike(0, 3, "paypal", List.of("Cyrillic", "Latin")),
                        new Segment.Hidden(3, 4, 0x200B, "ZERO WIDTH SPACE", false),
                        new Segment.Lookalike(4, 7, "paypal", List.of("Cyrillic", "Latin"))),
                segments);
    }

    @Test
    void a_handle_that_looks_latin_throughout_is_a_lookalike_and_a_name_is_not() {
        String cyrillic = "\u0430\u0441\u0435";
        assertEquals(
                List.of(new Segment.Lookalike(0, 3, "ace", List.of("Cyrillic"))),
                Segments.ofHandle(cyrillic));
        assertEquals(List.of(new Segment.Plain(0, 3)), Segments.of(cyrillic));
        assertEquals(List.of(new Segment.Plain(0, 9)), Segments.ofHandle("ada_stone"));
        assertFalse(Segments.suspicious(Segments.ofHandle("мост_и_ёлка")));
    }

    @Test
    void marks_of_a_search_cut_segments_where_they_begin_and_end() {
        List<Segment> segments = Segments.of("ga\u200Bte and gate");
        List<String> pieces =
                Segments.marked(segments, List.of(new int[] {0, 5}, new int[] {10, 14})).stream()
                        .map(p -> p.start() + "-" + p.end() + (p.marked() ? "*" : ""))
                        .toList();
        assertEquals(List.of("0-2*", "2-3*", "3-5*", "5-10", "10-14*"), pieces);
    }

    @Test
    void segments_follow_each_other_without_gap_whatever_the_text() {
        Random random = new Random(20261122);
        int[] points = {
            'a', 'z', ' ', '1', 0x430, 0x200B, 0x200D, 0x1F469, 0xFE0F, 0x1F3FD, 0x1F3F4, 0xE0067,
            0xE007F, 0x628, 0x94D, 0x915, 0x202E, 0x301, 0xD800, 0xDC00, 0x4E00, '\n', 0x7
        };
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            int at = 0;
            for (Segment segment : Segments.of(text.toString())) {
                assertEquals(at, segment.start());
                assertTrue(segment.end() > at);
                at = segment.end();
            }
            assertEquals(text.length(), at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200D",
                "\u0301",
                "a\u0301\u200D",
                "p\u0430\u200B",
                "\uDB40\uDC61",
                "क्\u200D",
                "👩\uFE0F\u200D"
            })
    void long_texts_of_anything_take_time_in_proportion(String unit) {
        String text = unit.repeat(500_000 / unit.length());
        Assertions.assertTimeout(Duration.ofSeconds(8), () -> Segments.of(text));
    }
}
