package vigie.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.model.casefile.Actor;
import vigie.web.Answer;
import vigie.web.Browser;
import vigie.web.Exports;
import vigie.web.House;

/// What each role sees of a case that it is on, and does there.
class RolesTest {
    private static final House HOUSE = House.open();
    private static final String GARDEN = "/cases/" + House.GARDEN;
    private static final String ROW = HOUSE.rows(House.GARDEN, House.HEAD).getFirst();

    /// What people wrote and how they and their groups are called.
    private static final List<String> CONTENT =
            List.of(Exports.SECRET, "tomato", "Tulip", "Gerda", "Otto");

    @Test
    void an_officer_sees_counts_bases_and_the_ledger() throws IOException {
        HOUSE.browser(House.ANNE).get(GARDEN + "/search?q=beans");
        Browser officer = HOUSE.browser(House.OFFICER);
        String page = officer.get(GARDEN).text();
        assertTrue(page.contains("Club of Exempleville"), page);
        assertTrue(page.contains("messages3"), page);
        String ledger = officer.get(GARDEN + "/ledger").text();
        assertTrue(ledger.contains("Anne Petit"), ledger);
        assertTrue(ledger.contains("Search"), ledger);
        String anne = HOUSE.browser(House.ANNE).get(GARDEN + "/ledger").text();
        assertFalse(anne.contains("Search with"), anne);
    }

    @Test
    void an_officer_sees_no_message_and_no_name_on_any_page() {
        decide(House.ANNE, "note", "Gerda has the wheelbarrow");
        decide(House.ANNE, "tag", "tomato");
        Browser officer = HOUSE.browser(House.OFFICER);
        for (String path :
                List.of(
                        "",
                        "?as=table",
                        "/search",
                        "/search?q=tulip&m=" + ROW,
                        "/messages/" + ROW,
                        "/conversations",
                        "/conversations/1",
                        "/conversations/1?as=table",
                        "/accounts",
                        "/accounts/1",
                        "/exhibits?which=all",
                        "/own/contacts",
                        "/own/sessions",
                        "/own/media",
                        "/own/unknown",
                        "/searches",
                        "/searches/1",
                        "/ledger",
                        "/ledger/checkpoint",
                        "/verify",
                        "/members",
                        "/progress")) {
            requireNothing(officer.get(GARDEN + path), path);
        }
        for (int seq = 0; seq < 12; seq++) {
            requireNothing(officer.get(GARDEN + "/ledger/" + seq), "entry " + seq);
            requireNothing(officer.get(GARDEN + "/ledger/" + seq + "/proof"), "proof " + seq);
        }
    }

    @Test
    void pages_of_content_are_not_there_for_an_officer() {
        for (String path :
                List.of(
                        "/search",
                        "/messages/" + ROW,
                        "/conversations",
                        "/conversations/1",
                        "/accounts",
                        "/accounts/1",
                        "/own/contacts",
                        "/searches")) {
            assertEquals(404, HOUSE.browser(House.OFFICER).get(GARDEN + path).status(), path);
        }
    }

    @Test
    void an_officer_decides_nothing() throws IOException {
        for (String kind : List.of("relevance", "tag", "note", "translation")) {
            requireRefused(House.OFFICER, kind, "relevant");
        }
    }

    @Test
    void a_translator_reads_and_states_translations_and_notes() throws IOException {
        Browser translator = HOUSE.browser(House.TRANSLATOR);
        assertTrue(translator.get(GARDEN + "/messages/" + ROW).body().contains(Exports.SECRET));
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        decide(House.TRANSLATOR, "note", "a word of the region");
        decide(House.TRANSLATOR, "translation", "la brouette est dans l’abri");
        String page = translator.get(GARDEN + "/messages/" + ROW).text();
        assertTrue(page.contains("la brouette est dans l’abri"), page);
        assertTrue(page.contains("a word of the region"), page);
        assertTrue(HOUSE.size(House.GARDEN, House.HEAD) >= before + 2);
    }

    @Test
    void a_translator_neither_decides_nor_tags_by_a_forged_form() throws IOException {
        requireRefused(House.TRANSLATOR, "relevance", "relevant");
        requireRefused(House.TRANSLATOR, "tag", "seedling");
    }

    @Test
    void a_translator_does_not_withdraw_what_an_investigator_decided() throws IOException {
        long entry = HOUSE.size(House.GARDEN, House.HEAD);
        decide(House.ANNE, "relevance", "later");
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        for (Actor actor : List.of(House.TRANSLATOR, House.OFFICER)) {
            HOUSE.browser(actor)
                    .post(GARDEN + "/decisions/" + entry + "/withdraw", Map.of("row", ROW));
            HOUSE.browser(actor).post(GARDEN + "/decisions/" + entry + "/withdraw", Map.of());
        }
        assertEquals(before, HOUSE.size(House.GARDEN, House.HEAD));
    }

    @Test
    void nobody_but_a_head_says_who_is_on_a_case() throws IOException {
        for (Actor actor : List.of(House.ANNE, House.TRANSLATOR, House.OFFICER)) {
            long before = HOUSE.size(House.GARDEN, House.HEAD);
            members(actor, "admit", House.STRANGER.id());
            members(actor, "dismiss", House.HEAD.id());
            members(actor, "dismiss", House.TRANSLATOR.id());
            assertFalse(HOUSE.rooms().workplace().member(House.GARDEN, House.STRANGER));
            assertTrue(HOUSE.rooms().workplace().member(House.GARDEN, House.TRANSLATOR));
            assertTrue(HOUSE.rooms().workplace().member(House.GARDEN, House.HEAD));
            assertEquals(before, HOUSE.size(House.GARDEN, House.HEAD));
        }
    }

    @Test
    void a_head_admits_users_only() throws IOException {
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        for (String unknown : List.of("local", "nobody.known", House.ADMIN.id())) {
            members(House.HEAD, "admit", unknown);
        }
        assertEquals(before, HOUSE.size(House.GARDEN, House.HEAD));
        assertFalse(HOUSE.rooms().workplace().member(House.GARDEN, Actor.LOCAL));
    }

    @Test
    void an_administrator_has_no_page_of_a_case() {
        Browser admin = HOUSE.browser(House.ADMIN);
        assertEquals("/users", admin.get("/").location());
        for (String path : List.of("", "/search", "/ledger", "/members", "/verify", "/exhibits")) {
            assertEquals(404, admin.get(GARDEN + path).status(), path);
        }
    }

    @Test
    void nobody_but_an_administrator_opens_the_users() {
        Map<String, String> form =
                Map.of("actor", "mole", "name", "Mole", "role", "head", "act", "role");
        for (Actor actor : List.of(House.HEAD, House.ANNE, House.TRANSLATOR, House.OFFICER)) {
            Browser browser = HOUSE.browser(actor);
            assertEquals(404, browser.get("/users").status());
            assertEquals(404, browser.post("/users", form).status());
            assertEquals(404, browser.post("/users/" + actor, form).status());
            assertEquals(
                    actor, HOUSE.rooms().users().find(House.ADMIN, actor).orElseThrow().actor());
        }
        assertTrue(HOUSE.rooms().users().find(House.ADMIN, new Actor("mole")).isEmpty());
        assertEquals(200, HOUSE.browser(House.ADMIN).get("/users").status());
    }

    @Test
    void an_administrator_changes_nothing_about_themselves() {
        for (String act : List.of("role", "out", "reset")) {
            HOUSE.browser(House.ADMIN)
                    .post("/users/" + House.ADMIN, Map.of("act", act, "role", "investigator"));
        }
        assertEquals(200, HOUSE.browser(House.ADMIN).get("/users").status());
    }

    private static void requireRefused(Actor actor, String kind, String words) throws IOException {
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        int status = decide(actor, kind, words).status();
        assertTrue(status == 403 || status == 404, kind + " " + status);
        assertEquals(before, HOUSE.size(House.GARDEN, House.HEAD), kind);
    }

    private static Answer decide(Actor actor, String kind, String words) {
        Map<String, String> form = new HashMap<>();
        form.put("row", ROW);
        form.put("kind", kind);
        form.put("words", words);
        form.put("language", "fr");
        return HOUSE.browser(actor).post(GARDEN + "/decisions", form);
    }

    private static void members(Actor actor, String act, String member) {
        HOUSE.browser(actor).post(GARDEN + "/members", Map.of("act", act, "member", member));
    }

    private static void requireNothing(Answer answer, String what) {
        assertTrue(answer.status() < 500, what);
        String echoed = answer.body().replace("tulip", "");
        for (String word : CONTENT) {
            assertFalse(echoed.contains(word), what + " shows " + word);
        }
    }
}
