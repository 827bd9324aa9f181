package vigie.text.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How identifiers are written, and what is told of it.
class WritingTest {
    private static final Sightings SIGHTINGS = new Sightings(List.of("TN", "FR"));

    private static Sighting only(String text) {
        List<Sighting> found = SIGHTINGS.in(text);
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "+٢١٦ ٢٠ ١٢٣ ٤٥٦, +21620123456, OTHER_DIGITS",
        "+۲۱۶ ۲۰ ۱۲۳ ۴۵۶, +21620123456, OTHER_DIGITS",
        "+२१६ २० १२३ ४५६, +21620123456, OTHER_DIGITS",
        "+２１６２０１２３４５６, +21620123456, STYLED",
        "+𝟐𝟏𝟔𝟐𝟎𝟏𝟐𝟑𝟒𝟓𝟔, +21620123456, STYLED",
        "+2️⃣1️⃣6️⃣2️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣, +21620123456, STYLED",
        "+216 20\u200F123\u200E456, +21620123456, HIDDEN_CHARACTERS",
        "+216\u202A20\u202C123\u2066456, +21620123456, HIDDEN_CHARACTERS",
        "a\u200Bda@exam\u00ADple.org, ada@example.org, HIDDEN_CHARACTERS",
        "@a\u2060da, ada, HIDDEN_CHARACTERS",
        "ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ, ada@example.org, STYLED",
        "аdа@example.org, ada@example.org, CONFUSABLE",
        "ada@аррle.com, ada@apple.com, CONFUSABLE",
        "@аdа_stone, ada_stone, CONFUSABLE",
        "https://аррle.com, https://apple.com, CONFUSABLE",
        "+21620123456, +21620123456,",
        "20123456, +21620123456, REGION_ASSUMED"
    })
    void what_was_odd_about_the_writing_is_told(String text, String value, Flag flag) {
        Sighting found = only("see " + text + " there");
        assertEquals(value, found.value());
        assertEquals(flag == null ? Set.of() : Set.of(flag), found.flags());
    }

    @Test
    void marks_around_a_number_are_not_of_it() {
        String text = "\u200E+216 20 123 456\u200E\u202C";
        Sighting found = only(text);
        assertEquals("+216 20 123 456", found.raw());
        assertEquals(1, found.start());
        assertEquals(Set.of(), found.flags());
    }

    @Test
    void a_number_that_is_one_in_two_regions_says_so() {
        Sightings both = new Sightings(List.of("tn", "NO"));
        assertEquals(
                Set.of(Flag.REGION_ASSUMED, Flag.REGION_AMBIGUOUS),
                both.in("22 123 456").getFirst().flags());
        assertEquals("TN", both.in("22 123 456").getFirst().scope());
    }

    @Test
    void without_regions_only_numbers_with_a_country_code_are_found() {
        Sightings none = new Sightings(List.of());
        assertEquals(List.of(), none.in("20 123 456 and 0612345678"));
        assertEquals(1, none.in("0021620123456").size());
    }

    @Test
    void a_region_without_telephone_numbers_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Sightings(List.of("XX")));
    }

    @ParameterizedTest
    @CsvSource({
        "4111 1111 1111 1111, 4111 11** **** 1111",
        "5555-5555-5555-4444, 5555-55**-****-4444",
        "٤١١١١١١١١١١١١١١١, ٤١١١١١******١١١١",
        "3782 822463 10005, 3782 82**** *0005"
    })
    void a_card_is_nowhere_given_whole(String text, String raw) {
        Sighting found = only("pay " + text);
        assertFalse(found.toString().contains(text), found.toString());
        assertEquals(raw, found.raw());
    }

    @Test
    void a_value_cannot_be_wrong() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sighting(SightingKind.IPV4, "", "", "a", 0, 1, Set.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sighting(SightingKind.IPV4, "a", "", "a", 0, 2, Set.of()));
    }
}
