package vigie.web.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.evidence.ledger.Entry;
import vigie.web.Answer;
import vigie.web.Browser;
import vigie.web.House;

/// What is decided about several messages at once is one decision.
class BulkTest {
    private static final House HOUSE = House.open();
    private static final String GARDEN = "/cases/" + House.GARDEN;

    @Test
    void a_tag_for_the_chosen_messages_is_one_entry_and_undone_by_one_act() throws IOException {
        Browser anne = HOUSE.fresh(House.ANNE);
        List<String> rows = HOUSE.rows(House.GARDEN, House.ANNE).subList(0, 2);
        long before = HOUSE.size(House.GARDEN, House.ANNE);
        Answer sent = send(anne, rows, "bulk=tag&tag=tools&kind=relevance");
        assertEquals(GARDEN + "/search?q=", sent.location());
        List<Entry> entries = decisions(before);
        assertEquals(1, entries.size());
        assertEquals("tag", entries.getFirst().kind());
        assertEquals(rows, entries.getFirst().subjects());
        long entry = entries.getFirst().seq();

        Answer page = anne.get(GARDEN + "/search?q=");
        String undo = GARDEN + "/decisions/" + entry + "/withdraw";
        assertTrue(
                page.elements().stream().anyMatch(one -> one.of("action").equals(undo)),
                page.text());
        assertTrue(page.text().contains("tools"));
        anne.post(undo, java.util.Map.of());
        assertFalse(anne.get(GARDEN + "/search?q=").text().contains("tools"), "both untagged");
        assertEquals(
                List.of("tag", "withdraw"), decisions(before).stream().map(Entry::kind).toList());
    }

    @Test
    void an_empty_tag_or_no_message_enters_nothing() throws IOException {
        Browser anne = HOUSE.fresh(House.ANNE);
        List<String> rows = HOUSE.rows(House.GARDEN, House.ANNE).subList(0, 2);
        long before = HOUSE.size(House.GARDEN, House.ANNE);
        send(anne, rows, "bulk=tag&tag=&kind=relevance");
        send(anne, List.of(), "bulk=tag&tag=tools&kind=relevance");
        assertEquals(List.of(), decisions(before));
    }

    private static Answer send(Browser browser, List<String> rows, String form) {
        StringBuilder whole = new StringBuilder(form);
        rows.forEach(row -> whole.append("&row=").append(row));
        return browser.form(
                GARDEN + "/decisions",
                whole
                        + "&back="
                        + Browser.encoded(GARDEN + "/search?q=")
                        + "&_csrf="
                        + Browser.encoded(browser.token()));
    }

    private static List<Entry> decisions(long from) throws IOException {
        return HOUSE.entries(House.GARDEN, House.ANNE, from).stream()
                .filter(entry -> entry.kind().matches("tag|withdraw|relevance"))
                .toList();
    }
}
