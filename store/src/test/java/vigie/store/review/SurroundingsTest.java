package vigie.store.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.RowId;
import vigie.casework.operation.SearchIndex;
import vigie.casework.operation.Searching;
import vigie.casework.operation.StoredMessage;
import vigie.casework.operation.Surroundings;
import vigie.evidence.ledger.Entry;
import vigie.text.query.Query;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurroundingsTest {
    private Unit unit = unmade();
    private List<Long> rows = List.of();

    @SuppressWarnings("NullAway") // made before the tests
    private static Unit unmade() {
        return null;
    }

    @BeforeAll
    void take(@TempDir Path folder) throws IOException {
        unit =
                new Unit(folder)
                        .with(
                                new Chatter()
                                        .chat(77, "Garden club")
                                        .says(1, "the gate of the garden is open") // 0
                                        .says(2, "tomatoes and beans") // 1
                                        .answers(3, 1, "who opened the gate?") // 2
                                        .says(1, "the seeds came today") // 3
                                        .chat(78, "Market")
                                        .forwards(5, 1, "the gate of the garden is open") // 4
                                        .says(6, "a stall is free") // 5
                                        .forwards(6, 1, "the gate of the garden is open") // 6
                                        .forwards(6, 2, "the gate of the garden is open") // 7
                                        .forwards(6, 1, "the gate of the garden is open again") // 8
                                        .answers(5, 2, "mine!")); // 9
        rows = unit.rows(1);
    }

    @AfterAll
    void close() throws IOException {
        unit.close();
    }

    @Test
    void a_message_stands_between_those_of_its_own_conversation() throws IOException {
        Surroundings second = around(1);
        assertEquals(List.of(rows.get(0)), rows(second.near().before()));
        assertEquals(List.of(rows.get(2), rows.get(3)), rows(second.near().after()));

        Surroundings fifth = around(4);
        assertEquals(List.of(), fifth.near().before());
        assertEquals(List.of(rows.get(5), rows.get(6)), rows(fifth.near().after()));
        assertEquals(
                List.of(rows.get(6), rows.get(7), rows.get(8)), rows(around(9).near().before(), 3));
    }

    @Test
    void a_reply_leads_to_what_it_answers_and_back() throws IOException {
        assertEquals(rows.get(0), around(2).near().answered().orElseThrow().row());
        assertEquals(List.of(rows.get(2)), rows(around(0).near().answers()));
        assertEquals(rows.get(5), around(9).near().answered().orElseThrow().row());
        assertTrue(around(3).near().answered().isEmpty());
    }

    @Test
    void a_forward_leads_to_its_original_and_to_other_forwards_of_it() throws IOException {
        Surroundings forward = around(4);
        assertEquals(List.of(rows.get(0)), rows(forward.originals()));
        assertEquals(List.of(rows.get(6)), rows(forward.forwards()));
        assertEquals(List.of(), rows(around(7).originals()), "another author's");
        assertEquals(List.of(), rows(around(8).originals()), "another text");
        assertEquals(List.of(), rows(around(0).forwards()));
    }

    @Test
    void looking_at_a_message_is_a_consultation_that_names_it() throws IOException {
        around(3);
        try (OpenCase opened = unit.open(unit.anne)) {
            Entry entry = opened.ledger().entry(opened.ledger().size() - 1);
            assertEquals("message", entry.kind());
            assertEquals(List.of(RowId.text(rows.get(3))), entry.subjects());
            assertEquals(unit.bruno, entry.operator());
            assertEquals(4, entry.data().whole("shown").orElse(0));
        }
    }

    @Test
    void there_is_nothing_around_no_message_nor_for_the_officer() throws IOException {
        try (OpenCase opened = unit.open(unit.bruno);
                OpenCase officers = unit.open(unit.officer)) {
            assertThrows(
                    NoSuchElementException.class,
                    () -> Surroundings.of(opened, RowId.of(1, 3), 5, 5, Unit.PURPOSE));
            assertThrows(
                    NoSuchElementException.class,
                    () -> Surroundings.of(officers, rows.getFirst(), 5, 5, Unit.PURPOSE));
        }
    }

    @Test
    void what_narrows_a_search_is_a_query_that_finds_exactly_so_many() throws Exception {
        try (OpenCase opened = unit.open(unit.bruno)) {
            Searching.Narrowings narrowings = Searching.narrowings(opened, question("gate"), 10);
            assertEquals(
                    List.of("Member 6", "Member 1", "Member 3", "Member 5"),
                    narrowings.senders().stream().map(Searching.Narrowing::label).toList());
            assertEquals(
                    List.of("Market", "Garden club"),
                    narrowings.conversations().stream().map(Searching.Narrowing::label).toList());
            assertEquals("on:2024-06", narrowings.months().getFirst().query());
            for (List<Searching.Narrowing> each :
                    List.of(
                            narrowings.senders(),
                            narrowings.conversations(),
                            narrowings.months(),
                            narrowings.kinds())) {
                assertTrue(!each.isEmpty());
                for (Searching.Narrowing narrowing : each) {
                    assertEquals(
                            narrowing.count(),
                            Searching.page(
                                            opened,
                                            question("gate " + narrowing.query()),
                                            Unit.PURPOSE)
                                    .total(),
                            narrowing.toString());
                }
            }
        }
    }

    private static Searching.Question question(String typed) throws vigie.text.query.QueryError {
        Query query = vigie.text.query.QueryParser.parse(typed);
        return new Searching.Question(
                query, typed, SearchIndex.Restriction.NONE, SearchIndex.Order.OLDEST, 0, 50);
    }

    private Surroundings around(int message) throws IOException {
        try (OpenCase opened = unit.open(unit.bruno)) {
            return Surroundings.of(opened, rows.get(message), 3, 2, Unit.PURPOSE);
        }
    }

    private static List<Long> rows(List<StoredMessage> messages) {
        return messages.stream().map(StoredMessage::row).toList();
    }

    private static List<Long> rows(List<StoredMessage> messages, int last) {
        List<Long> rows = rows(messages);
        return rows.subList(Math.max(0, rows.size() - last), rows.size());
    }
}
