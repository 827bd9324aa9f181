package vigie.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;

/// Who looks at content stands in the ledger, with what for; who looks at none, does not.
class ConsultationsTest {
    private static final House HOUSE = House.open();
    private static final String ROW = HOUSE.rows(House.GARDEN, House.HEAD).getFirst();

    /// Addresses that show nothing that people wrote in evidence.
    private static final Set<String> WITHOUT_CONTENT =
            Set.of(
                    "/cases/{case}/purpose",
                    "/cases/{case}/members",
                    "/cases/{case}/progress",
                    "/cases/{case}/verify",
                    "/cases/{case}/verify/state",
                    "/cases/{case}/searches",
                    "/cases/{case}/searches/{number}",
                    "/cases/{case}/ledger",
                    "/cases/{case}/ledger/{seq}",
                    "/cases/{case}/ledger/{seq}/proof",
                    "/cases/{case}/ledger/checkpoint",
                    "/cases/{case}/ledger/checkpoint/file");

    @Test
    void every_page_of_content_leaves_an_entry_with_its_purpose_and_no_other_page_does()
            throws IOException {
        Browser anne = HOUSE.browser(House.ANNE);
        anne.post(address("/cases/{case}/ledger/checkpoint"), Map.of("minutes", ""));
        List<String> pages =
                Routes.ofCases(HOUSE).stream()
                        .filter(route -> !route.posts())
                        .map(Routes::pattern)
                        .toList();
        assertTrue(pages.containsAll(WITHOUT_CONTENT), pages.toString());
        for (String page : pages) {
            List<Entry> left = left(House.ANNE, address(page));
            assertEquals(WITHOUT_CONTENT.contains(page) ? 0 : 1, left.size(), page + " " + left);
            for (Entry entry : left) {
                assertEquals(Verb.CONSULTATION, entry.verb(), page);
                assertEquals("case work", entry.purpose(), page);
                assertEquals(House.ANNE, entry.operator(), page);
            }
        }
    }

    @Test
    void the_purpose_is_the_one_that_was_said_in_this_session() throws IOException {
        Browser anne = HOUSE.fresh(House.ANNE);
        anne.post(address("/cases/{case}/purpose"), Map.of("purpose", "for court"));
        assertEquals(List.of("for court"), purposes(anne, "/search?q=beans"));
        anne.post(
                address("/cases/{case}/purpose"),
                Map.of("purpose", "other", "other", "answer to the club’s letter"));
        assertEquals(List.of("answer to the club’s letter"), purposes(anne, "/accounts/1"));
        for (String wrong : List.of("", " ", "a\nb", "a".repeat(201))) {
            anne.post(address("/cases/{case}/purpose"), Map.of("purpose", "other", "other", wrong));
            assertEquals(List.of("answer to the club’s letter"), purposes(anne, "/accounts/1"));
        }
        Browser again = HOUSE.fresh(House.ANNE);
        assertEquals(List.of("case work"), purposes(again, "/accounts/1"));
    }

    @Test
    void a_message_opened_beside_a_list_is_entered_with_its_row() throws IOException {
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        HOUSE.browser(House.ANNE)
                .get(
                        "/cases/" + House.GARDEN + "/search?q=beans&m=" + ROW,
                        "HX-Request",
                        "true",
                        "HX-Target",
                        "item");
        List<Entry> left = HOUSE.entries(House.GARDEN, House.HEAD, before);
        assertEquals(1, left.size());
        assertTrue(left.getFirst().subjects().contains(ROW), left.toString());
    }

    @Test
    void the_words_of_a_note_are_read_on_its_entry_only_and_that_is_entered() throws IOException {
        long seq = HOUSE.size(House.GARDEN, House.HEAD);
        Browser anne = HOUSE.browser(House.ANNE);
        anne.post(
                address("/cases/{case}/decisions"),
                Map.of("row", ROW, "kind", "note", "words", "Ask about the wheelbarrow."));
        String ledger = "/cases/" + House.GARDEN + "/ledger";
        assertFalse(anne.get(ledger).body().contains("wheelbarrow"));
        assertTrue(anne.get(ledger + "/" + seq).body().contains("wheelbarrow"));
        assertEquals(1, left(House.ANNE, ledger + "/" + seq).size());
    }

    @Test
    void what_was_refused_or_is_not_there_leaves_nothing() throws IOException {
        for (String path :
                List.of(
                        "/messages/9-9",
                        "/messages/zork",
                        "/conversations/99",
                        "/accounts/99",
                        "/own/none",
                        "/search?m=9-9")) {
            assertEquals(List.of(), left(House.ANNE, "/cases/" + House.GARDEN + path), path);
        }
        assertEquals(List.of(), left(House.OFFICER, "/cases/" + House.GARDEN + "/conversations"));
        assertEquals(List.of(), left(House.STRANGER, "/cases/" + House.GARDEN));
    }

    @Test
    void the_officer_sees_who_looked_and_colleagues_do_not() throws IOException {
        long seq = HOUSE.size(House.GARDEN, House.HEAD);
        HOUSE.browser(House.ANNE).get("/cases/" + House.GARDEN + "/search?q=beans");
        String entry = "/cases/" + House.GARDEN + "/ledger/" + seq;
        assertEquals(200, HOUSE.browser(House.OFFICER).get(entry).status());
        assertEquals(404, HOUSE.browser(House.HEAD).get(entry).status());
        assertEquals(404, HOUSE.browser(House.HEAD).get(entry + "/proof").status());
        assertFalse(
                HOUSE.browser(House.HEAD)
                        .get("/cases/" + House.GARDEN + "/ledger")
                        .body()
                        .contains("/ledger/" + seq + "\""));
    }

    private static List<String> purposes(Browser browser, String path) throws IOException {
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        assertEquals(200, browser.get("/cases/" + House.GARDEN + path).status());
        return HOUSE.entries(House.GARDEN, House.HEAD, before).stream()
                .map(Entry::purpose)
                .collect(Collectors.toList());
    }

    private static List<Entry> left(Actor actor, String address) throws IOException {
        long before = HOUSE.size(House.GARDEN, House.HEAD);
        HOUSE.browser(actor).get(address);
        return HOUSE.entries(House.GARDEN, House.HEAD, before);
    }

    private static String address(String pattern) {
        return new Routes(org.springframework.web.bind.annotation.RequestMethod.GET, pattern)
                .address(House.GARDEN.value(), ROW);
    }
}
