package vigie.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A form that no page of this server made does nothing.
class ForgeryTest {
    private static final House HOUSE = House.open();

    @Test
    void every_form_without_its_token_is_refused() throws IOException {
        requireRefused("");
    }

    @Test
    void every_form_with_a_wrong_token_is_refused() throws IOException {
        requireRefused("&_csrf=none");
        requireRefused("&_csrf=" + Browser.encoded(HOUSE.browser(House.OFFICER).token()));
    }

    private static void requireRefused(String token) throws IOException {
        Browser browser = HOUSE.browser(House.HEAD);
        String row = HOUSE.rows(House.GARDEN, House.HEAD).getFirst();
        List<String> posts = new ArrayList<>(List.of("/sign-out"));
        Routes.all(HOUSE).stream()
                .filter(Routes::posts)
                .map(route -> route.address(House.GARDEN.value(), row))
                .forEach(posts::add);
        assertTrue(posts.size() > 10, posts.toString());
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        for (String post : posts) {
            Answer answer = browser.form(post, Browser.encoded(CaseBoundaryTest.FORM) + token);
            assertEquals(403, answer.status(), post);
        }
        assertEquals(before, HOUSE.size(House.GARDEN, House.HEAD));
        assertEquals(200, browser.get("/").status());
    }

    @Test
    void every_form_of_somebody_signed_out_leads_to_the_door() {
        Browser browser = HOUSE.visitor();
        for (Routes route : Routes.all(HOUSE)) {
            if (route.posts()) {
                Answer answer = browser.form(route.address(House.GARDEN.value(), "1-0"), "a=b");
                assertEquals(303, answer.status(), route.toString());
                assertEquals("/sign-in", answer.location(), route.toString());
            }
        }
    }

    @Test
    void every_page_of_somebody_signed_out_leads_to_the_door() {
        Browser browser = HOUSE.visitor();
        for (Routes route : Routes.all(HOUSE)) {
            String address = route.address(House.GARDEN.value(), "1-0");
            if (!route.posts()
                    && !address.startsWith("/sign-in")
                    && !address.startsWith("/link/")) {
                Answer answer = browser.get(address);
                assertEquals(303, answer.status(), address);
                assertEquals("/sign-in", answer.location(), address);
                Answer fragment = browser.get(address, "HX-Request", "true");
                assertEquals("/sign-in", fragment.header("hx-redirect"), address);
                assertEquals("", fragment.body());
            }
        }
    }

    @Test
    void an_address_answers_to_the_methods_of_its_pages_alone() {
        for (String method : List.of("put", "delete", "patch", "post")) {
            Answer answer =
                    HOUSE.browser(House.ANNE)
                            .post(
                                    "/cases/" + House.GARDEN + "/accounts",
                                    java.util.Map.of("_method", method));
            assertEquals(405, answer.status(), method);
        }
    }
}
