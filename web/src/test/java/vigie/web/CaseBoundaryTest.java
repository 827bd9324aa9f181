package vigie.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// A case is there for those who are on it, and for nobody else.
class CaseBoundaryTest {
    private static final House HOUSE = House.open();
    private static final String ROW = HOUSE.rows(House.GARDEN, House.HEAD).getFirst();

    /// Names and words that stand in the garden club's case only.
    private static final List<String> WORDS =
            List.of(
                    Exports.SECRET,
                    "Tulip",
                    "Gerda",
                    "Otto",
                    "tomato",
                    "result.json",
                    "Exempleville");

    /// Fields that make sense in every form, so that none is refused for what it lacks.
    static final Map<String, String> FORM = form();

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("row", ROW);
        form.put("kind", "relevance");
        form.put("words", "relevant");
        form.put("act", "admit");
        form.put("member", House.STRANGER.id());
        form.put("called", "kept");
        form.put("q", Exports.SECRET);
        form.put("purpose", "case work");
        form.put("minutes", "");
        return form;
    }

    @Test
    void no_role_reaches_a_case_by_any_address() {
        for (Actor outsider : List.of(House.STRANGER, House.OTHER_HEAD, House.ADMIN)) {
            for (Routes route : Routes.ofCases(HOUSE)) {
                requireAlike(outsider, route);
            }
        }
        for (Actor member : List.of(House.ANNE, House.TRANSLATOR, House.OFFICER)) {
            for (Routes route : Routes.ofCases(HOUSE)) {
                requireAlike(member, route, House.FOOTBALL);
            }
        }
    }

    @Test
    void nothing_is_entered_in_a_case_by_forms_of_outsiders() throws IOException {
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        for (Actor outsider : List.of(House.STRANGER, House.OTHER_HEAD, House.ADMIN)) {
            for (Routes route : Routes.ofCases(HOUSE)) {
                if (route.posts()) {
                    HOUSE.browser(outsider).post(route.address(House.GARDEN.value(), ROW), FORM);
                }
            }
        }
        assertEquals(before, HOUSE.size(House.GARDEN, House.HEAD));
        assertFalse(HOUSE.rooms().workplace().member(House.GARDEN, House.STRANGER));
    }

    @Test
    void no_fragment_shows_what_its_page_hides() {
        for (String target : List.of("item", "reasons", "progress", "verification", "main")) {
            for (Routes route : Routes.ofCases(HOUSE)) {
                if (!route.posts()) {
                    Answer answer =
                            HOUSE.browser(House.STRANGER)
                                    .get(
                                            route.address(House.GARDEN.value(), ROW) + "?m=" + ROW,
                                            "HX-Request",
                                            "true",
                                            "HX-Target",
                                            target);
                    assertEquals(404, answer.status(), route + " " + target);
                    requireNothing(answer, route.toString());
                }
            }
        }
    }

    @Test
    void a_search_in_one_case_neither_finds_nor_counts_another() {
        for (String query :
                List.of("", Exports.SECRET, "from:Gerda", "in:Tulip", "in:\"telegram:group:77\"")) {
            Answer answer =
                    HOUSE.browser(House.STRANGER)
                            .get(
                                    "/cases/"
                                            + House.FOOTBALL
                                            + "/search?q="
                                            + Browser.encoded(query));
            assertEquals(200, answer.status(), query);
            String own = answer.body().replace(query, "").replace(Browser.encoded(query), "");
            requireNothing(new Answer(200, Map.of(), own), query);
        }
        Answer all = HOUSE.browser(House.STRANGER).get("/cases/" + House.FOOTBALL + "/search");
        assertTrue(all.body().contains("goalpost"));
    }

    @Test
    void a_message_of_another_case_does_not_open_in_ones_own() {
        long offset = 1_000_000L;
        for (String row : List.of("1-" + offset, "2-0", "9-1")) {
            assertEquals(
                    404,
                    HOUSE.browser(House.STRANGER)
                            .get("/cases/" + House.FOOTBALL + "/messages/" + row)
                            .status());
        }
    }

    @Test
    void the_desk_and_the_commands_name_ones_own_cases_only() {
        for (String path : List.of("/", "/palette", "/me", "/keys", "/search-help")) {
            Answer answer = HOUSE.browser(House.STRANGER).get(path);
            assertEquals(200, answer.status(), path);
            assertFalse(answer.body().contains(House.GARDEN.value()), path);
            requireNothing(answer, path);
        }
    }

    @Test
    void a_member_who_was_taken_off_loses_the_case_with_the_next_request() throws IOException {
        Actor leaver = new Actor("leo.gast");
        HOUSE.enter(leaver, "Leo Gast", vigie.casework.user.Role.INVESTIGATOR);
        String search = "/cases/" + House.GARDEN + "/search?m=" + ROW;
        Browser browser = HOUSE.browser(leaver);
        assertEquals(404, browser.get(search).status());
        member("admit", leaver);
        assertTrue(browser.get(search).body().contains(Exports.SECRET));
        member("dismiss", leaver);
        for (Routes route : Routes.ofCases(HOUSE)) {
            requireAlike(leaver, route);
        }
        assertEquals(404, browser.get(search, "HX-Request", "true", "HX-Target", "item").status());
    }

    private static void member(String act, Actor member) {
        Answer done =
                HOUSE.browser(House.HEAD)
                        .post(
                                "/cases/" + House.GARDEN + "/members",
                                Map.of("act", act, "member", member.id()));
        assertEquals("/cases/" + House.GARDEN + "/members", done.location());
    }

    private static void requireAlike(Actor actor, Routes route) {
        requireAlike(actor, route, House.GARDEN);
    }

    /// That the answer is that of a case which does not exist.
    private static void requireAlike(Actor actor, Routes route, CaseName name) {
        Answer other = ask(actor, route, name.value());
        Answer none = ask(actor, route, House.NOWHERE.value());
        String what = actor + " " + route;
        assertEquals(404, none.status(), what);
        assertEquals(404, other.status(), what);
        assertEquals(plain(none, House.NOWHERE.value()), plain(other, name.value()), what);
        List<String> differing = new ArrayList<>();
        none.headers()
                .forEach(
                        (header, value) -> {
                            if (!List.of("date", "connection", "keep-alive").contains(header)
                                    && !other.header(header).equals(value)) {
                                differing.add(header);
                            }
                        });
        assertEquals(List.of(), differing, what);
    }

    private static Answer ask(Actor actor, Routes route, String name) {
        Browser browser = HOUSE.browser(actor);
        String address = route.address(name, ROW);
        return route.posts() ? browser.post(address, FORM) : browser.get(address);
    }

    /// A page without what differs each time: tokens are masked anew.
    private static String plain(Answer answer, String name) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replace(name, "");
    }

    private static void requireNothing(Answer answer, String what) {
        for (String word : WORDS) {
            assertFalse(answer.body().contains(word), what + " shows " + word);
        }
    }
}
