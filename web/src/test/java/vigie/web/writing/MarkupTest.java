package vigie.web.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigie.casework.user.Role;
import vigie.model.casefile.Actor;
import vigie.web.Answer;
import vigie.web.Browser;
import vigie.web.Exports;
import vigie.web.House;

/// Whatever people wrote shows as text: none of it becomes an element, an attribute or a template.
class MarkupTest {
    private static final House HOUSE = House.open();
    private static final String CASE = "/cases/" + House.MARKUP;
    private static final String TAG = "<zork onzork=1>${7919*6271}__${7919*6271}__";
    private static final Browser ANNE = HOUSE.browser(House.ANNE);

    @BeforeAll
    static void write() throws IOException {
        HOUSE.enter(new Actor("ivo.list"), "Ivo" + Exports.HOSTILE.substring(0, 90), Role.HEAD);
        HOUSE.browser(House.HEAD)
                .post(CASE + "/members", Map.of("act", "admit", "member", "ivo.list"));
        Browser ivo = HOUSE.browser(new Actor("ivo.list"));
        ivo.post(
                CASE + "/purpose",
                Map.of("purpose", "other", "other", Exports.HOSTILE.substring(0, 150)));
        for (String row : HOUSE.rows(House.MARKUP, House.HEAD)) {
            decide(ivo, row, "tag", TAG);
            decide(ivo, row, "note", "note" + Exports.HOSTILE);
            decide(ivo, row, "translation", "translation" + Exports.HOSTILE);
            decide(ivo, row, "relevance", "relevant");
        }
        Answer kept =
                ivo.post(
                        CASE + "/searches",
                        Map.of("called", TAG, "q", "circle " + TAG, "tag", TAG, "shared", "true"));
        assertEquals(302, kept.status());
        ivo.post(CASE + "/ledger/checkpoint", Map.of("minutes", ""));
        ivo.post(CASE + "/ledger/checkpoint", Map.of("minutes", "minutes" + Exports.HOSTILE));
    }

    private static void decide(Browser browser, String row, String kind, String words) {
        Map<String, String> form = new HashMap<>();
        form.put("row", row);
        form.put("kind", kind);
        form.put("words", words);
        form.put("language", "en");
        assertEquals(302, browser.post(CASE + "/decisions", form).status());
    }

    @Test
    void a_message_shows_as_it_was_written() {
        for (String row : HOUSE.rows(House.MARKUP, House.HEAD)) {
            Answer page = ANNE.get(CASE + "/messages/" + row);
            requireText(page, Exports.HOSTILE.strip());
            requireText(page, "Ida" + Exports.HOSTILE);
            requireText(page, "Club" + Exports.HOSTILE);
            requireText(page, "note" + Exports.HOSTILE);
            requireText(page, "translation" + Exports.HOSTILE);
            requireText(page, TAG);
            requirePlain(page, row);
        }
    }

    @Test
    void every_page_of_the_case_is_plain() throws IOException {
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "",
                                "?as=table",
                                "/search",
                                "/search?q=circle",
                                "/search?state=relevant&tag=" + Browser.encoded(TAG),
                                "/search?q=" + Browser.encoded(Exports.HOSTILE),
                                "/search?order=" + Browser.encoded(Exports.HOSTILE),
                                "/conversations",
                                "/conversations?sort=name&q=" + Browser.encoded("<zork"),
                                "/conversations?sort=" + Browser.encoded(Exports.HOSTILE),
                                "/conversations/1",
                                "/conversations/1?as=table",
                                "/accounts",
                                "/accounts?q=" + Browser.encoded(Exports.HOSTILE),
                                "/accounts/1",
                                "/accounts/2",
                                "/exhibits?which=all",
                                "/exhibits?which=" + Browser.encoded(Exports.HOSTILE),
                                "/own/contacts",
                                "/own/sessions",
                                "/own/media",
                                "/own/unknown",
                                "/own/unknown?path=" + Browser.encoded(Exports.HOSTILE),
                                "/own/" + Browser.encoded("__${7919*6271}__"),
                                "/searches",
                                "/members",
                                "/purpose",
                                "/verify",
                                "/ledger",
                                "/ledger/checkpoint"));
        for (String row : HOUSE.rows(House.MARKUP, House.HEAD)) {
            paths.add("/search?m=" + row);
        }
        for (long seq = 0; seq < HOUSE.size(House.MARKUP, House.HEAD); seq++) {
            paths.add("/ledger/" + seq);
        }
        for (String path : paths) {
            requirePlain(ANNE.get(CASE + path), path);
            requirePlain(ANNE.get(CASE + path, "HX-Request", "true", "HX-Target", "item"), path);
        }
    }

    @Test
    void names_of_groups_accounts_and_files_show_as_text() {
        requireText(ANNE.get(CASE + "/conversations"), "Club" + Exports.HOSTILE);
        requireText(ANNE.get(CASE + "/conversations/1"), "Club" + Exports.HOSTILE);
        requireText(ANNE.get(CASE + "/accounts"), "Ida" + Exports.HOSTILE);
        requireText(ANNE.get(CASE + "/exhibits?which=all"), Exports.FOLDER);
        requireText(ANNE.get(CASE), "Club of Exempleville" + Exports.HOSTILE);
        requireText(ANNE.get(CASE + "/own/unknown"), "zork<zork onzork=1>${7919*6271}");
    }

    @Test
    void what_colleagues_wrote_shows_as_text() {
        requireText(ANNE.get(CASE + "/searches"), TAG);
        requireText(ANNE.get(CASE + "/search"), TAG);
        requireText(ANNE.get(CASE + "/members"), "Ivo" + Exports.HOSTILE.substring(0, 90));
        Browser ivo = HOUSE.browser(new Actor("ivo.list"));
        for (String path : List.of("/", "/me", CASE, CASE + "/purpose", "/palette")) {
            requirePlain(ivo.get(path), path);
        }
        requirePlain(HOUSE.browser(House.ADMIN).get("/users"), "/users");
    }

    @Test
    void a_question_comes_back_as_it_was_typed() {
        Answer page = ANNE.get(CASE + "/search?q=" + Browser.encoded(Exports.HOSTILE));
        String value =
                page.elements().stream()
                        .filter(one -> one.of("id").equals("q"))
                        .findFirst()
                        .orElseThrow()
                        .of("value");
        assertEquals(Exports.HOSTILE.strip(), Answer.resolved(value));
        requirePlain(page, "search");
    }

    @Test
    void a_saved_search_leads_to_a_page_of_its_case() {
        Answer searches = ANNE.get(CASE + "/searches");
        List<String> saved =
                searches.elements().stream()
                        .map(one -> one.of("href"))
                        .filter(href -> href.startsWith(CASE + "/searches/"))
                        .toList();
        assertFalse(saved.isEmpty());
        for (String href : saved) {
            Answer leads = ANNE.get(href);
            assertTrue(leads.location().startsWith(CASE + "/search?q="), leads.location());
            requirePlain(ANNE.get(leads.location()), href);
        }
    }

    private static void requireText(Answer page, String text) {
        assertEquals(200, page.status());
        assertTrue(page.text().contains(text), () -> "lacks " + text + ":\n" + page.text());
    }

    private static void requirePlain(Answer page, String what) {
        assertTrue(page.status() < 500, what + " " + page.status());
        assertFalse(page.body().contains(Exports.EVALUATED), what);
        for (Answer.Element element : page.elements()) {
            String where = what + ": " + element;
            assertFalse(element.name().toLowerCase(Locale.ROOT).contains("zork"), where);
            if (element.name().equals("script")) {
                assertTrue(element.of("src").startsWith("/assets/"), where);
            }
            for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertTrue(name.matches("[a-z-]+|viewbox"), where);
                assertFalse(name.startsWith("on") || name.equals("style"), where);
                if (List.of("href", "src", "action", "hx-get", "hx-post").contains(name)) {
                    assertTrue(attribute.getValue().matches("[/#].*"), where);
                    assertFalse(attribute.getValue().startsWith("//"), where);
                }
            }
        }
    }
}
