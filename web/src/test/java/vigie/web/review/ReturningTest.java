package vigie.web.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.web.Answer;
import vigie.web.House;

/// A form leads back to a page of its case, and to no other place.
class ReturningTest {
    private static final House HOUSE = House.open();
    private static final String GARDEN = "/cases/" + House.GARDEN;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "///evil.example",
                "https://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "data:text/html,zork",
                "\\\\evil.example",
                "/\\evil.example",
                "/%5cevil.example",
                "%2f%2fevil.example",
                "/",
                "/users",
                "/sign-out",
                "/cases/Football-2/search",
                "/cases/Garden-10/search",
                "/cases/Garden-1",
                "/cases/Garden-1/../Football-2/search",
                "/cases/Garden-1/%2e%2e/Football-2/search",
                "/cases/Garden-1/.%2E/Football-2/search",
                "/cases/Garden-1/..%2fFootball-2/search",
                "/cases/Garden-1/..\t/Football-2/search",
                "/cases/Garden-1/.\n./Football-2/search",
                "/cases/Garden-1/..\\Football-2/search",
                "/cases/Garden-1//evil.example",
                "/cases/Garden-1/\r\n/evil.example",
                "/cases/Garden-1/search\r\nLocation: https://evil.example",
                "/cases/Garden-1/search?q=a\r\nSet-Cookie: zork=1",
                "/cases/Garden-1/search\u2028",
                "/cases/Garden-1/search;a=b",
                "/cases/Garden-1/{zork}",
                "redirect:https://evil.example",
                "forward:/users",
                " /cases/Football-2/search"
            })
    void a_place_elsewhere_is_not_followed(String back) {
        for (Map<String, String> form :
                java.util.List.of(
                        Map.of("kind", "zork", "back", back), Map.of("called", "", "back", back))) {
            String path = form.containsKey("kind") ? "/decisions" : "/searches";
            Answer answer = HOUSE.browser(House.ANNE).post(GARDEN + path, form);
            assertEquals(302, answer.status(), back);
            assertEquals(GARDEN + "/search", answer.location(), back);
            assertEquals("", answer.header("set-cookie"), back);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/Garden-1/search",
                "/cases/Garden-1/search?q=%D8%A8%D8%B3%D8%AA%D8%A7%D9%86&page=2&m=1-5",
                "/cases/Garden-1/search?q=a%7Bb%7D%22%20//c",
                "/cases/Garden-1/search?q=a..b/../c",
                "/cases/Garden-1/messages/1-105"
            })
    void a_page_of_the_same_case_comes_back(String back) {
        Answer answer =
                HOUSE.browser(House.ANNE)
                        .post(GARDEN + "/decisions", Map.of("kind", "zork", "back", back));
        assertEquals(back, answer.location());
    }
}
