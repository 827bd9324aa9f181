package vigie.sample.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vigie.sample.dice.Dice;

final class LexiconTest {
    private static final Map<String, String> GIVEN =
            Map.of("home", "H", "town", "T", "phone", "P", "handle", "X", "s", "s", "S", "S");

    @Test
    void every_language_says_everything_and_leaves_no_slot_open() {
        Map<String, Lexicon> all = Lexicon.all();
        assertEquals(5, all.size());
        Lexicon english = Objects.requireNonNull(all.get("en"));
        var occupations = english.named("occupation:");
        assertTrue(occupations.size() >= 16);
        all.forEach(
                (language, lexicon) -> {
                    assertEquals(occupations, lexicon.named("occupation:"), language);
                    assertEquals(english.named("family:"), lexicon.named("family:"), language);
                    for (String section : lexicon.named("")) {
                        Dice dice = Dice.of(1, language + section);
                        for (int i = 0; i < 60; i++) {
                            String said = lexicon.say(section, dice, GIVEN);
                            assertFalse(said.contains("{"), said);
                        }
                    }
                });
        for (String topic : Speech.TOPICS) {
            all.forEach(
                    (language, lexicon) ->
                            assertTrue(lexicon.named("").contains(topic), language + topic));
        }
    }
}
