package vigie.web.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.web.MediaRoutes;
import vigie.web.MediaRoutes.Route;
import vigie.web.media.Visit.Got;

/// Who sees the screen and acts on it: every address, every role.
class AccessTest {
    private static final MediaHouse HOUSE = MediaHouse.open();
    private static final List<Route> ROUTES = MediaRoutes.of(HOUSE.server());
    private static final int STACK =
            HOUSE.stacks(MediaHouse.GARDEN, MediaHouse.HEAD).getFirst().stack();
    private static final List<String> WORDS =
            List.of("bed.jpg", "Gerda", "Otto", "club-alert", "Tulip", "near copy");

    /// Fields that make sense in every form, so that none is refused for what it lacks.
    private static final Map<String, String> FORM = form();

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", "category");
        form.put("words", "0");
        form.put("purpose", "classification");
        form.put("entry", "1");
        form.put("booking", "1");
        form.put("millis", "1");
        form.put("whom", MediaHouse.STRANGER.id());
        form.put("hours", "1");
        form.put("urgency", "the trial is tomorrow");
        form.put("reveals", "1");
        form.put("stretch", "1");
        form.put("pause", "1");
        return form;
    }

    private static Got ask(Actor actor, Route route, CaseName name) {
        String address = route.address(name.value(), STACK, STACK);
        return route.posts() ? HOUSE.of(actor).post(address, FORM) : HOUSE.of(actor).get(address);
    }

    @Test
    void the_addresses_of_the_screen_are_these() {
        assertEquals(
                List.of(
                        "get /cases/{case}/media",
                        "get /cases/{case}/media/exposure",
                        "get /cases/{case}/media/items/{item}",
                        "get /cases/{case}/media/stacks/{stack}",
                        "post /cases/{case}/media/exposure/lift",
                        "post /cases/{case}/media/exposure/limits",
                        "post /cases/{case}/media/items/{item}/reveal",
                        "post /cases/{case}/media/looking",
                        "post /cases/{case}/media/shown",
                        "post /cases/{case}/media/stacks/{stack}/decisions",
                        "post /cases/{case}/media/stacks/{stack}/withdraw"),
                ROUTES.stream()
                        .map(one -> (one.posts() ? "post " : "get ") + one.pattern())
                        .sorted()
                        .toList());
    }

    @Test
    void whoever_is_not_on_the_case_gets_what_a_case_gives_that_does_not_exist()
            throws IOException {
        long before = HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD);
        for (Actor outsider :
                List.of(MediaHouse.STRANGER, MediaHouse.OTHER_HEAD, MediaHouse.ADMIN)) {
            for (Route route : ROUTES) {
                Got other = ask(outsider, route, MediaHouse.GARDEN);
                Got none = ask(outsider, route, MediaHouse.NOWHERE);
                assertEquals(404, other.status(), outsider + " " + route);
                assertEquals(
                        plain(none, MediaHouse.NOWHERE),
                        plain(other, MediaHouse.GARDEN),
                        route.toString());
            }
        }
        assertEquals(before, HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD));
    }

    private static String plain(Got got, CaseName name) {
        return got.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replace(name.value(), "");
    }

    @Test
    void a_stack_and_an_item_of_another_case_do_not_open_in_ones_own() throws IOException {
        String own = "/cases/" + MediaHouse.FOOTBALL + "/media";
        for (int number : List.of(0, -1, 999, Integer.MAX_VALUE)) {
            assertEquals(
                    404, HOUSE.of(MediaHouse.STRANGER).get(own + "/stacks/" + number).status());
            assertEquals(404, HOUSE.of(MediaHouse.STRANGER).get(own + "/items/" + number).status());
        }
        for (StackOf one : gardens()) {
            Got list = HOUSE.of(MediaHouse.STRANGER).get(own + "?s=" + one.number());
            assertFalse(list.body().contains("bed.jpg"));
        }
    }

    private record StackOf(int number) {}

    private static List<StackOf> gardens() {
        return HOUSE.stacks(MediaHouse.GARDEN, MediaHouse.HEAD).stream()
                .map(line -> new StackOf(line.stack()))
                .toList();
    }

    @Test
    void a_data_protection_officer_sees_no_page_of_it() {
        for (Route route : ROUTES) {
            Got got = ask(MediaHouse.OFFICER, route, MediaHouse.GARDEN);
            assertEquals(404, got.status(), route.toString());
            WORDS.forEach(word -> assertFalse(got.body().contains(word), route + word));
        }
        assertFalse(
                HOUSE.of(MediaHouse.OFFICER)
                        .get("/cases/" + MediaHouse.GARDEN)
                        .body()
                        .contains("/media\""));
    }

    @Test
    void a_translator_reads_findings_and_is_neither_shown_anything_nor_decides()
            throws IOException {
        long before =
                HOUSE.entries(MediaHouse.GARDEN, MediaHouse.OFFICER, 0).stream()
                        .filter(entry -> entry.kind().startsWith("media-"))
                        .count();
        for (Route route : ROUTES) {
            Got got = ask(MediaHouse.TRANSLATOR, route, MediaHouse.GARDEN);
            assertEquals(route.posts() ? 404 : 200, got.status(), route.toString());
            assertFalse(got.body().contains("/reveal"), route.toString());
            assertFalse(got.body().contains("/decisions"), route.toString());
        }
        assertEquals(
                before,
                HOUSE.entries(MediaHouse.GARDEN, MediaHouse.OFFICER, 0).stream()
                        .filter(entry -> entry.kind().startsWith("media-"))
                        .count());
    }

    @Test
    void an_investigator_sets_no_limit_and_lifts_none() {
        for (Route route : ROUTES) {
            if (route.pattern().contains("/exposure/")) {
                assertEquals(404, ask(MediaHouse.ANNE, route, MediaHouse.GARDEN).status());
            }
        }
        String sheet =
                HOUSE.of(MediaHouse.ANNE)
                        .get("/cases/" + MediaHouse.GARDEN + "/media/exposure")
                        .body();
        assertFalse(sheet.contains("exposure/lift"));
        assertFalse(sheet.contains("Hana Weiss</option>"));
    }

    @Test
    void a_form_that_no_page_of_this_server_made_does_nothing() throws IOException {
        long before = HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD);
        for (Route route : ROUTES) {
            if (route.posts()) {
                String address = route.address(MediaHouse.GARDEN.value(), STACK, STACK);
                for (String token : List.of("", "&_csrf=none")) {
                    Got got = HOUSE.of(MediaHouse.HEAD).form(address, Visit.encoded(FORM) + token);
                    assertEquals(403, got.status(), address);
                }
                Got got = HOUSE.visitor().form(address, "a=b");
                assertEquals("/sign-in", got.location(), address);
            } else {
                Got got =
                        HOUSE.visitor().get(route.address(MediaHouse.GARDEN.value(), STACK, STACK));
                assertEquals("/sign-in", got.location(), route.toString());
            }
        }
        assertEquals(before, HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD));
    }

    @Test
    void every_answer_is_kept_by_nobody_and_obeys_the_policy() {
        for (Route route : ROUTES) {
            for (Actor actor : List.of(MediaHouse.BRUNO, MediaHouse.STRANGER)) {
                Got got = ask(actor, route, MediaHouse.GARDEN);
                assertTrue(got.header("cache-control").contains("no-store"), route.toString());
                assertTrue(
                        got.header("content-security-policy").contains("default-src 'none'"),
                        route.toString());
                assertEquals("nosniff", got.header("x-content-type-options"), route.toString());
            }
        }
    }
}
