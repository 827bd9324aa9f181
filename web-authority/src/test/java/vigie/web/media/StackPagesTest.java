package vigie.web.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.casework.media.Finding;
import vigie.casework.media.StackAct;
import vigie.casework.media.StackLine;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.web.media.Visit.Got;

/// What the screen says of stacks, and what is decided there.
class StackPagesTest {
    private static final MediaHouse HOUSE = MediaHouse.open();
    private static final String MEDIA = "/cases/" + MediaHouse.GARDEN + "/media";
    private static final Visit ANNE = HOUSE.of(MediaHouse.ANNE);

    private static List<StackLine> lines() {
        return HOUSE.stacks(MediaHouse.GARDEN, MediaHouse.ANNE);
    }

    private static StackLine first(Finding finding) {
        return lines().stream().filter(line -> line.finding() == finding).findFirst().orElseThrow();
    }

    private static StackLine near() {
        return lines().stream().filter(line -> line.near() > 0).findFirst().orElseThrow();
    }

    @Test
    void a_stack_is_said_in_words() {
        String list = ANNE.get(MEDIA).text();
        assertTrue(list.contains("unseen, picture, 1 near copy"), list);
        assertTrue(list.contains("first posted Jun 1, 2024"), list);
        assertTrue(list.contains("Gerda Blum"), list);
        assertTrue(list.contains("class=\"tile\""), list);
    }

    @Test
    void filters_list_what_stands_so() {
        for (Finding finding : List.of(Finding.ALERT, Finding.CONFLICT, Finding.KNOWN)) {
            String list = ANNE.get(MEDIA + "?find=" + finding.word()).body();
            assertEquals(1, list.split("data-row", -1).length - 1, finding.word());
        }
        assertTrue(ANNE.get(MEDIA + "?find=similar").body().contains("No stack stands so."));
        String nonsense = ANNE.get(MEDIA + "?find=%3Czork%3E&page=0&open=1").body();
        assertFalse(nonsense.contains("<zork>"));
    }

    @Test
    void what_sets_say_stands_side_by_side() {
        StackLine both = first(Finding.CONFLICT);
        String page = ANNE.get(MEDIA + "/stacks/" + both.stack()).text();
        assertTrue(page.contains("club-alert"), page);
        assertTrue(page.contains("club-known"), page);
        assertTrue(page.contains("Sets disagree"), page);
    }

    @Test
    void the_path_leads_to_messages_in_the_order_of_time() {
        String page = ANNE.get(MEDIA + "?s=" + near().stack()).body();
        assertTrue(page.indexOf("Gerda Blum</", page.indexOf("<tbody>")) > 0, page);
        int gerda = page.indexOf("Gerda Blum", page.indexOf("<tbody>"));
        assertTrue(gerda < page.indexOf("Otto Beet", page.indexOf("<tbody>")));
        java.util.regex.Matcher link =
                java.util.regex.Pattern.compile("/messages/([0-9]+-[0-9]+)").matcher(page);
        assertTrue(link.find());
        assertEquals(
                200,
                ANNE.get("/cases/" + MediaHouse.GARDEN + "/messages/" + link.group(1)).status());
    }

    @Test
    void names_that_are_markup_show_as_text_on_every_page() {
        ANNE.post(
                MEDIA + "/looking",
                Map.of("purpose", "classification", "reason", Gardens.HOSTILE, "clear", "1"));
        boolean shown = false;
        for (StackLine line : lines()) {
            for (String page :
                    List.of(
                            MEDIA + "?s=" + line.stack(),
                            MEDIA + "/stacks/" + line.stack(),
                            MEDIA + "/items/" + line.representative())) {
                Got got = ANNE.get(page);
                assertEquals(200, got.status(), page);
                assertFalse(got.body().contains("<zork"), page);
                assertFalse(got.body().contains("<script>"), page);
                assertFalse(got.body().contains(Gardens.EVALUATED), page);
                shown |= got.text().contains(Gardens.FILE) && got.text().contains(Gardens.HOSTILE);
            }
        }
        assertTrue(shown);
    }

    @Test
    void a_category_leads_to_the_next_stack_and_is_undone_from_there() throws IOException {
        StackLine line = lines().get(1);
        int next = lines().get(2).stack();
        long before = HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD);
        Got done = decide(MediaHouse.ANNE, line.stack(), "category", "0", -1);
        assertEquals(MEDIA + "?s=" + next, done.location());
        String there = ANNE.get(done.location()).text();
        assertTrue(there.contains("Undo what I just decided"), there);
        StackAct act = latest(line.stack());
        assertEquals(MediaHouse.ANNE, act.by());
        assertTrue(
                HOUSE.entries(MediaHouse.GARDEN, MediaHouse.OFFICER, before).stream()
                        .anyMatch(
                                entry ->
                                        entry.verb() == Verb.DECIDE && entry.seq() == act.entry()));
        Got undone =
                ANNE.post(
                        MEDIA + "/stacks/" + line.stack() + "/withdraw",
                        Map.of("entry", Long.toString(act.entry()), "listed", "true"));
        assertEquals(MEDIA + "?s=" + line.stack(), undone.location());
        assertTrue(
                HOUSE.stack(MediaHouse.GARDEN, MediaHouse.ANNE, line.stack())
                        .line()
                        .category()
                        .isEmpty());
    }

    @Test
    void a_page_that_lacks_a_colleagues_decision_does_not_pass_over_it() {
        StackLine line = first(Finding.KNOWN);
        decide(MediaHouse.BRUNO, line.stack(), "category", "1", -1);
        Got late = decide(MediaHouse.ANNE, line.stack(), "category", "0", -1);
        assertEquals(MEDIA + "?s=" + line.stack(), late.location());
        String page = ANNE.get(late.location()).text();
        assertTrue(page.contains("Bruno Klein"), page);
        StackAct act = latest(line.stack());
        assertEquals(MediaHouse.BRUNO, act.by());
        HOUSE.of(MediaHouse.BRUNO)
                .post(
                        MEDIA + "/stacks/" + line.stack() + "/withdraw",
                        Map.of("entry", Long.toString(act.entry())));
    }

    @Test
    void a_note_stays_on_its_stack_and_nonsense_is_not_entered() throws IOException {
        StackLine line = first(Finding.ALERT);
        Got kept = decide(MediaHouse.ANNE, line.stack(), "note", "a bed " + Gardens.HOSTILE, -1);
        assertEquals(MEDIA + "?s=" + line.stack(), kept.location());
        String page = ANNE.get(kept.location()).body();
        assertTrue(page.contains("a bed &lt;script&gt;"), page);
        long before = HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD);
        for (List<String> wrong :
                List.of(
                        List.of("note", ""),
                        List.of("note", "x".repeat(4001)),
                        List.of("category", "99"),
                        List.of("category", ""),
                        List.of("verdict", "0"))) {
            assertEquals(
                    302,
                    decide(MediaHouse.ANNE, line.stack(), wrong.get(0), wrong.get(1), -1).status());
        }
        ANNE.post(MEDIA + "/stacks/" + line.stack() + "/withdraw", Map.of("entry", "0"));
        assertEquals(before, HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD));
    }

    @Test
    void what_was_looked_at_stands_in_the_ledger() throws IOException {
        long before = HOUSE.size(MediaHouse.GARDEN, MediaHouse.HEAD);
        ANNE.get(MEDIA);
        ANNE.get(MEDIA + "?s=" + near().stack());
        List<String> kinds =
                HOUSE.entries(MediaHouse.GARDEN, MediaHouse.OFFICER, before).stream()
                        .filter(entry -> entry.verb() == Verb.CONSULTATION)
                        .map(entry -> entry.kind())
                        .toList();
        assertTrue(kinds.containsAll(List.of("media", "stack")), kinds.toString());
    }

    @Test
    void no_act_leads_out_of_the_case() {
        for (String back :
                List.of("https://evil.example/", "//evil.example", "/cases/Football-2/media", "")) {
            Got got =
                    ANNE.post(
                            MEDIA + "/looking", Map.of("purpose", "classification", "back", back));
            assertEquals(MEDIA, got.location(), back);
        }
    }

    private static StackAct latest(int stack) {
        return HOUSE.stack(MediaHouse.GARDEN, MediaHouse.ANNE, stack).decided().getFirst();
    }

    private static Got decide(Actor actor, int stack, String kind, String words, long seen) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", kind);
        form.put("words", words);
        form.put("seen", Long.toString(seen));
        form.put("listed", "true");
        return HOUSE.of(actor).post(MEDIA + "/stacks/" + stack + "/decisions", form);
    }
}
