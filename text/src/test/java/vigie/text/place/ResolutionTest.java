package vigie.text.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigie.text.gazetteer.Gazetteer;

final class ResolutionTest {
    private static final Gazetteer WORLD = Gazetteer.builtIn();

    @Test
    void a_name_is_the_place_near_the_others() {
        Resolution texas =
                last("We drove from Dallas past Denton.", "Roses from Sherman, then Paris");
        Resolution alone = last("We drove a long way. Then we saw the roses of Paris");
        assertEquals("FR", alone.best().orElseThrow().place().country());
        assertTrue(probability(texas, "US") > 20 * probability(alone, "US"));
    }

    @Test
    void a_hint_of_the_caller_makes_its_places_likelier() {
        Resolution none = last(CountryHints.NONE, "the roses of Tripoli");
        Resolution lebanon = last(new CountryHints(Map.of("LB", 0.8)), "the roses of Tripoli");
        assertEquals("LY", none.best().orElseThrow().place().country());
        assertEquals("LB", lebanon.best().orElseThrow().place().country());
    }

    @Test
    void a_name_alone_gives_no_country() {
        for (String text :
                List.of("the roses of Paris", "نلتقي في تونس", "we go to New York City")) {
            assertEquals(Optional.empty(), last(text).country(), text);
        }
        assertEquals(Optional.of("TN"), last("Roses from Sousse", "and from Monastir").country());
    }

    @Test
    void a_hint_names_no_place_by_itself() {
        var conversation = new ConversationPlaces(WORLD);
        assertEquals(List.of(), conversation.add("12 34 …"));
        ResolvedPlaces resolved = conversation.resolve(new CountryHints(Map.of("TN", 0.9)));
        var other = new PlaceFinder(WORLD).in("roses of Tunis").getLast();
        assertThrows(IllegalArgumentException.class, () -> resolved.of(other));
    }

    @Test
    void a_hint_leaves_a_place_elsewhere_possible() {
        assertThrows(IllegalArgumentException.class, () -> new CountryHints(Map.of("TN", 0.96)));
        assertThrows(IllegalArgumentException.class, () -> new CountryHints(Map.of("TN", -0.1)));
        Resolution paris = last(new CountryHints(Map.of("US", 0.5)), "the roses of Paris");
        assertTrue(probability(paris, "FR") > 0.2);
    }

    @Test
    void an_ordinary_word_is_no_place_however_often_it_comes() {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            texts.add("The roses are nice today, we water them each morning.");
        }
        texts.add("so nice");
        Resolution nice = last(texts.toArray(String[]::new));
        assertTrue(nice.isAmbiguousWord() && nice.word() > 0.99, nice.toString());
    }

    @Test
    void the_name_of_an_account_is_less_likely_a_place() {
        String[] texts = {"Roses from Lyon today", "I saw Florence"};
        assertTrue(
                resolve(List.of("Florence Rosier"), CountryHints.NONE, texts).word()
                        > resolve(List.of(), CountryHints.NONE, texts).word());
    }

    @Test
    void one_place_in_two_scripts_supports_itself() {
        Resolution sousse = last("roses from Sousse", "نلتقي بسوسة");
        assertEquals("TN", sousse.best().orElseThrow().place().country());
        assertTrue(sousse.best().orElseThrow().isSupported());
    }

    @Test
    void every_probability_is_what_its_reasons_say() {
        var clubs = new Outings(WORLD, 11);
        for (int i = 0; i < 20; i++) {
            var conversation = new ConversationPlaces(WORLD);
            var mentions = new ArrayList<Mention>();
            clubs.next().forEach(told -> mentions.addAll(conversation.add(told.text())));
            ResolvedPlaces resolved = conversation.resolve(new CountryHints(Map.of("FR", 0.4)));
            for (Mention mention : mentions) {
                Resolution resolution = resolved.of(mention);
                double sum = resolution.unlisted() + resolution.word();
                for (var candidate : resolution.candidates()) {
                    sum += candidate.probability();
                    assertEquals(
                            candidate.probability(), candidate.weight() / resolution.total(), 1e-9);
                }
                double word = Name.product(resolution.reasons());
                assertEquals(resolution.word(), word / resolution.total(), 1e-9);
                assertTrue(sum <= 1 + 1e-9);
            }
        }
    }

    @Test
    void the_same_conversation_gives_the_same_answer() {
        String[] texts = {"Roses from Sousse", "then Tripoli, Paris and Sidi Bouzid"};
        assertEquals(last(texts).toString(), last(texts).toString());
    }

    @Test
    void reasons_are_sentences() {
        Resolution sousse = last("Roses from Monastir", "then Sousse");
        for (var reason : sousse.best().orElseThrow().reasons()) {
            assertTrue(reason.says().contains(": × "), reason.says());
        }
    }

    private static double probability(Resolution resolution, String country) {
        return resolution.candidates().stream()
                .filter(c -> c.place().country().equals(country))
                .mapToDouble(Resolution.Candidate::probability)
                .sum();
    }

    private static Resolution last(String... texts) {
        return resolve(List.of(), CountryHints.NONE, texts);
    }

    private static Resolution last(CountryHints hints, String... texts) {
        return resolve(List.of(), hints, texts);
    }

    private static Resolution resolve(List<String> accounts, CountryHints hints, String... texts) {
        var conversation = new ConversationPlaces(WORLD);
        accounts.forEach(conversation::addAccountName);
        List<Mention> found = List.of();
        for (String text : texts) {
            found = conversation.add(text);
        }
        return conversation.resolve(hints).of(found.getLast());
    }
}
