package vigie.media.sets.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigie.model.casefile.Refusal;

/// Category schemes: what is shipped, and what a unit writes.
class SchemeTest {
    private static final String BEDS =
            """
            scheme: beds
            version: 1
            title: "Flower beds"
            categories:
              - "R | alert | Roses"
              - "T | last | Tulips"
            """;

    private static Scheme read(String yaml) {
        return Scheme.read("beds.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(String more) {
        return String.valueOf(assertThrows(Refusal.class, () -> read(BEDS + more)).getMessage());
    }

    @Test
    void every_category_that_is_shipped_has_a_label_in_every_language_of_the_pages() {
        for (Scheme scheme : Schemes.shipped().all()) {
            for (String language : List.of("fr", "ar")) {
                assertTrue(scheme.titles().containsKey(language), scheme.id());
                assertEquals(
                        scheme.categories().keySet(),
                        scheme.labels().getOrDefault(language, Map.of()).keySet(),
                        scheme.id() + " " + language);
            }
            scheme.categories()
                    .forEach(
                            (code, category) ->
                                    assertEquals(
                                            Optional.of(category.label()),
                                            scheme.label(code, "en")));
        }
    }

    @Test
    void the_numbers_of_the_us_scheme_are_those_that_are_published() {
        Scheme us = Schemes.shipped().get("us/1").orElseThrow();
        assertEquals(List.of("0", "1", "2", "3", "4", "5"), List.copyOf(us.categories().keySet()));
        assertEquals(Category.Calls.NOTHING, us.category("0").orElseThrow().calls());
        assertEquals("Non-pertinent", us.category("5").orElseThrow().label());
        assertEquals(Optional.of("Non pertinent"), us.label("5", "fr"));
        assertEquals(Optional.empty(), us.label("6", "fr"));
        assertEquals("Project VIC 2.0, US", us.title("de"));
    }

    @Test
    void a_scheme_without_words_in_a_language_says_its_own() {
        Scheme beds = read(BEDS);
        assertEquals(Optional.of("Roses"), beds.label("r", "fr"));
        assertEquals("Flower beds", beds.title("fr"));
        Scheme french = read(BEDS + "labels:\n  - \"fr | T | Tulipes\"\n");
        assertEquals(Optional.of("Tulipes"), french.label("t", "fr"));
        assertEquals(Optional.of("Roses"), french.label("R", "fr"));
        assertEquals(Optional.of("Tulips"), french.label("T", "ar"));
    }

    @Test
    void labels_of_no_category_or_no_language_are_refused() {
        assertTrue(refused("labels:\n  - \"fr | X | Iris\"\n").contains("no category"));
        assertTrue(refused("labels:\n  - \"French | T | Tulipes\"\n").contains("fr | code"));
        assertTrue(
                refused("labels:\n  - \"fr | T | Tulipes\"\n  - \"fr | T | Tulipe\"\n")
                        .contains("twice"));
        assertTrue(refused("titles:\n  - \"fr\"\n").contains("a language"));
    }
}
