package vigie.evidence.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.checkpoint.SigningKey;

class SieveTest {
    private static final SigningKey KEY = SigningKey.generate();
    private static final Sieve NO_LOOKS = Sieve.without(Verb.CONSULTATION);

    @TempDir Path folder;

    @Test
    void the_newest_come_first_and_a_page_goes_on_where_the_one_before_ended() throws IOException {
        try (Ledger ledger = filled(1000)) {
            assertEquals(List.of(999L, 998L, 997L), numbers(ledger.newest(1000, 3, Sieve.ALL)));
            assertEquals(List.of(996L, 995L), numbers(ledger.newest(997, 2, Sieve.ALL)));
            assertEquals(List.of(1L, 0L), numbers(ledger.newest(2, 50, Sieve.ALL)));
            assertEquals(List.of(), ledger.newest(0, 50, Sieve.ALL));
        }
    }

    @Test
    void an_entry_whose_verb_is_left_out_is_not_read_also_where_a_text_quotes_another_verb()
            throws IOException {
        try (Ledger ledger = filled(600)) {
            Draft quoting =
                    Draft.of(Verb.DECIDE, "note", Garden.ANNA, "says \"verb\":\"consultation\"}");
            ledger.append(quoting);

            assertEquals(List.of(600L, 500L, 400L), numbers(ledger.newest(601, 3, NO_LOOKS)));
        }
    }

    @Test
    void entries_of_a_kind_are_found_from_either_end() throws IOException {
        try (Ledger ledger = filled(700)) {
            assertEquals(List.of(600L, 500L), numbers(ledger.newest(700, 2, Sieve.of("note"))));
            Ledger.Sieved sieved = ledger.since(300, Sieve.of("note"));
            assertEquals(List.of(300L, 400L, 500L, 600L), numbers(sieved.entries()));
            assertEquals(700, sieved.size());
            assertEquals(List.of(), ledger.since(sieved.size(), Sieve.of("note")).entries());
        }
    }

    @Test
    void where_the_noted_offsets_are_wrong_the_entries_are_walked() throws IOException {
        try (Ledger ledger = filled(700)) {
            List<Entry> before = ledger.newest(700, 400, NO_LOOKS);
            try (var offsets = new RandomAccessFile(folder.resolve("offsets").toFile(), "rw")) {
                offsets.seek(8);
                offsets.writeLong(ledger.entry(0).bytes().length + 1L);
            }
            assertEquals(before, ledger.newest(700, 400, NO_LOOKS));
            assertEquals(7, ledger.since(0, Sieve.of("note")).entries().size());
        }
    }

    /// Every hundredth entry is a note, all others look at something.
    private Ledger filled(int count) throws IOException {
        Ledger ledger = Garden.open(folder, KEY);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(
                    i % 100 == 0
                            ? Draft.of(Verb.DECIDE, "note", Garden.ANNA, "note " + i)
                            : Draft.of(Verb.CONSULTATION, "find", Garden.ANNA, "look " + i));
        }
        ledger.append(drafts);
        return ledger;
    }

    private static List<Long> numbers(List<Entry> entries) {
        return entries.stream().map(Entry::seq).toList();
    }
}
