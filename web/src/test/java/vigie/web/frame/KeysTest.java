package vigie.web.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.casework.user.Role;
import vigie.model.casefile.Actor;
import vigie.web.Answer;
import vigie.web.Browser;
import vigie.web.House;

class KeysTest {
    private static final Keys.More NONE = Keys.More.NONE;

    @Test
    void keys_are_kept_as_words_and_come_back() {
        Keys keys = Keys.stated(Map.of("next", "ت", "undo", "", "find", "=", "desk", "j"), NONE);
        Preferences kept = new Preferences(true, "dark", keys);
        assertEquals(kept, Preferences.of(kept.words()));
        assertEquals("ت", kept.key("next"));
        assertEquals("k", kept.key("previous"));
        assertEquals("", kept.key("undo"));
        assertEquals("=", kept.key("find"));
        assertEquals("j", kept.key("desk"), "a second key is apart from the first ones");
        assertTrue(kept.script(NONE).contains("next=ت previous=k find=="), kept.script(NONE));
        assertFalse(kept.script(NONE).contains("undo"));
    }

    @Test
    void where_single_keys_are_off_no_page_shows_or_takes_one() {
        Preferences off = new Preferences(false, "auto", Keys.USUAL);
        assertEquals("", off.key("next"));
        assertEquals("", off.script(NONE));
        assertEquals(off, Preferences.of(off.words()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jj", "k", "\u202e", "\u200b", "a b", "\ud800", "\u0301", "\u0007"})
    void what_is_no_key_or_the_key_of_another_act_is_refused(String key) {
        Map<String, String> form = Map.of("next", key);
        assertThrows(IllegalArgumentException.class, () -> Keys.stated(form, NONE));
    }

    @Test
    void the_keys_of_a_part_are_chosen_like_the_others() {
        Keys.More more = new Keys.More(Map.of("part-show", "1"), Map.of("part-media", "p"));
        Keys keys = Keys.stated(Map.of("part-media", "q"), more);
        Preferences kept = Preferences.of(new Preferences(true, "auto", keys).words());
        assertEquals("q", kept.key("part-media", "p"));
        assertEquals("1", kept.key("part-show", "1"), "a key of the pages of search");
        assertTrue(kept.script(more).endsWith("part-show=1 part-media=q"), kept.script(more));
        for (Map<String, String> taken :
                List.of(Map.of("part-show", "j"), Map.of("part-media", "d"))) {
            assertThrows(IllegalArgumentException.class, () -> Keys.stated(taken, more));
        }
    }

    @Test
    void words_that_make_no_sense_give_the_usual_keys() {
        assertEquals(Keys.USUAL, Preferences.of("keys=on key.next=k theme=dark").own());
        assertEquals(Keys.USUAL, Preferences.of("key.zork=z").own());
        assertEquals(Keys.USUAL, Preferences.of("").own());
    }

    @Test
    void a_user_chooses_keys_which_every_page_then_shows_until_they_take_the_usual_ones_back()
            throws java.io.IOException {
        House house = House.open();
        Actor user = new Actor("kay.berg");
        house.enter(user, "Kay Berg", Role.INVESTIGATOR);
        Browser browser = house.fresh(user);
        assertTrue(browser.get("/").body().contains("next=j"));

        assertEquals(
                "/keys", browser.post("/keys", Map.of("key.next", "x", "key.go", "v")).location());
        Answer page = browser.get("/keys");
        assertTrue(page.body().contains("next=x"), page.body());
        assertTrue(page.text().replaceAll("\\s+", " ").contains("v d"), page.text());
        assertEquals("x", Browser.field(page, "key.next"));
        assertTrue(browser.get("/palette").text().replaceAll("\\s+", " ").contains("v d"));

        Answer refused = browser.post("/keys", Map.of("key.next", "k"));
        assertEquals(422, refused.status());
        assertEquals("k", Browser.field(refused, "key.next"), "what was typed stays");
        assertTrue(browser.get("/").body().contains("next=x"), "nothing was kept");

        browser.post("/me", Map.of("language", "en", "theme", "dark"));
        assertFalse(browser.get("/").body().contains("next=x"), "switched off");
        browser.post("/me", Map.of("language", "en", "theme", "dark", "keys", "true"));
        assertTrue(browser.get("/").body().contains("next=x"), "the keys stay");
        browser.post("/keys", Map.of("usual", "true", "key.next", "y"));
        assertTrue(browser.get("/").body().contains("next=j"));
    }
}
