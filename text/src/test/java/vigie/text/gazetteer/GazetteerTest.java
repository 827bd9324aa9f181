package vigie.text.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GazetteerTest {
    private static final Gazetteer WORLD = Gazetteer.builtIn();

    @Test
    void the_gazetteer_of_the_program_lists_the_places_of_the_world() {
        assertEquals(135_233, WORLD.size());
        assertSame(WORLD, Gazetteer.builtIn());
    }

    @Test
    void a_place_is_found_in_any_case_without_accents_and_in_arabic() {
        for (String name : List.of("Sidi Bouzid", "SIDI BOUZID", "sidi-bouzid", "سيدي بوزيد")) {
            assertTrue(
                    WORLD.named(name).stream().anyMatch(p -> p.id().equals("geonames:2465840")),
                    name);
        }
        assertEquals(WORLD.named("Saint-Étienne"), WORLD.named("saint etienne"));
        assertEquals(List.of("TN"), countries("تُونِس"));
    }

    @Test
    void several_places_bear_one_name() {
        assertTrue(countries("Paris").containsAll(List.of("FR", "US")));
        assertTrue(countries("San José").size() > 5);
    }

    @Test
    void what_is_no_name_is_not_found() {
        for (String name : List.of("", " ", "garden outing", "Paris garden", "Saint", "Y", "12")) {
            assertEquals(List.of(), WORLD.named(name), name);
        }
    }

    @Test
    void a_name_without_arabic_is_spelled_by_transliteration_and_marked() {
        List<Place> marsa = WORLD.named("المرسى");
        assertTrue(marsa.containsAll(WORLD.named("Al Marsá")), marsa.toString());
        assertTrue(new ArabicSpelling().arabic("Al Bahah").contains("البَهة"));
    }

    @Test
    void people_are_counted_by_country_and_around_a_place() {
        People people = WORLD.people();
        Place tunis = WORLD.named("Tunis").getFirst();
        assertTrue(people.all() > people.ofCountry("TN") * 100);
        assertTrue(people.around(tunis) >= tunis.population());
        assertTrue(people.around(tunis) < people.ofCountry("TN") * 1.5);
        assertEquals(0, people.ofCountry("QQ"));
    }

    @Test
    void distances_are_those_of_the_globe() {
        Place paris = place("Paris", "FR");
        Place lyon = place("Lyon", "FR");
        assertEquals(392, paris.kilometresTo(lyon), 3);
        assertEquals(0, Place.kilometres(10, 179.999, 10, -180.001), 0.5);
    }

    @Test
    void a_place_cannot_be_wrong() {
        for (String country : List.of("", "F", "fr", "FRA")) {
            assertFalse(Place.isCountry(country), country);
        }
    }

    private static Place place(String name, String country) {
        return WORLD.named(name).stream()
                .filter(p -> p.country().equals(country))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> countries(String name) {
        return WORLD.named(name).stream().map(Place::country).distinct().sorted().toList();
    }
}
