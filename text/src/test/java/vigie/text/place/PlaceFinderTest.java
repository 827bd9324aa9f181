package vigie.text.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.text.gazetteer.Gazetteer;

final class PlaceFinderTest {
    private static final Gazetteer WORLD = Gazetteer.builtIn();

    private final PlaceFinder finder = new PlaceFinder(WORLD);

    @Test
    void names_are_found_where_they_stand() {
        String text = "Roses in Sidi Bouzid, tulips in saint-etienne.";
        List<Mention> found = long4(text);
        assertEquals(List.of("Sidi Bouzid", "saint-etienne"), passages(text));
        assertEquals(9, found.getFirst().offset());
        assertEquals(11, found.getFirst().length());
    }

    @Test
    void the_longest_name_wins() {
        assertEquals(List.of("New York City"), passages("the New York City garden"));
        assertEquals(List.of("San Francisco"), passages("to San Francisco"));
    }

    @Test
    void a_name_does_not_run_over_a_comma_or_a_line() {
        assertEquals(
                List.of(), passages("Sidi, Bouzid").stream().filter(p -> p.contains(",")).toList());
        assertEquals(
                List.of(),
                passages("Sidi\nBouzid").stream().filter(p -> p.contains("\n")).toList());
        assertEquals(List.of("St. Louis"), passages("from St. Louis"));
    }

    @Test
    void what_arabic_writes_together_with_a_name_is_left_out() {
        assertEquals(List.of("تونس"), passages("نلتقي بتونس"));
        assertEquals(List.of("تونس"), passages("وتونس"));
        assertEquals(List.of("تونس"), passages("ولتونس"));
        assertEquals(List.of("المنستير"), passages("بالمنستير"));
        assertEquals(List.of("لمنستير"), passages("للمنستير"));
        assertEquals(List.of("سيدي بوزيد"), passages("بسيدي بوزيد"));
        assertEquals(List.of("تُونِس"), passages("بِتُونِس"));
    }

    @Test
    void handles_addresses_and_urls_hold_no_names() {
        for (String text :
                List.of(
                        "@tunis_garden",
                        "me@tunis.tn",
                        "www.tunis.org",
                        "https://example.org/tunis/garden-tunis",
                        "example.org/tunis?tunis",
                        "tunis_garden",
                        "garden@tunis")) {
            assertEquals(List.of(), passages(text), text);
        }
        assertEquals(List.of("Tunis", "Sousse"), passages("#Tunis: Tunis/Sousse").subList(1, 3));
        assertEquals(List.of("Tunis", "Sousse"), passages("(Tunis)-Sousse"));
    }

    @Test
    void capitals_tell_or_do_not() {
        assertEquals(Written.CAPITAL, written("we meet in Tunis today"));
        assertEquals(Written.LOWER, written("roses from tunis"));
        assertEquals(Written.UNTOLD, written("Tunis, roses"));
        assertEquals(Written.UNTOLD, written("roses. Tunis"));
        assertEquals(Written.UNTOLD, written("ROSES IN TUNIS!"));
        assertEquals(Written.CASELESS, written("تونس"));
    }

    @Test
    void work_is_linear_in_the_text_whatever_the_text() {
        for (String part : List.of("san ", "/", "a.", "ولل", "new york ", "tunis", "sidi bou ")) {
            long once = nanos(part.repeat(40_000));
            long often = nanos(part.repeat(320_000));
            assertTrue(often < 40 * once + 50_000_000, part + ": " + once + ", " + often);
        }
    }

    @Test
    void whatever_the_text_mentions_lie_in_it_one_after_another() {
        var random = new Random(7);
        String[] parts = {
            "Tunis", "بال", "تونس", " ", "-", ".", "@", "New", "York", "\u064E", "ـ", "San",
            "e\u0301", "🌱", "\uD83C", "l'", "/", "\n", "Ariana", "القصر", "ولل", "中", "كي", "St. "
        };
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            int end = 0;
            for (Mention mention : finder.in(text.toString())) {
                assertTrue(mention.offset() >= end && mention.end() <= text.length());
                assertTrue(WORLD.isBorne(mention.name()));
                end = mention.end();
            }
        }
    }

    private long nanos(String text) {
        finder.in(text);
        var thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        finder.in(text);
        return thread.getCurrentThreadCpuTime() - start;
    }

    private Written written(String text) {
        return long4(text).getFirst().written();
    }

    private List<Mention> long4(String text) {
        return finder.in(text).stream().filter(m -> m.letters() >= 4 && named(text, m)).toList();
    }

    private static boolean named(String text, Mention mention) {
        return !List.of("roses", "from", "meet", "today")
                .contains(mention.in(text).toLowerCase(Locale.ROOT));
    }

    private List<String> passages(String text) {
        return long4(text).stream().map(mention -> mention.in(text)).toList();
    }
}
