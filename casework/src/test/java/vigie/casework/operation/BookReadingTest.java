package vigie.casework.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.vault.Stored;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// A case's ledger is read once, however long it is and however often it is asked.
class BookReadingTest {
    private static final CaseName CLUB = new CaseName("club");
    private static final Actor ANNE = new Actor("anne");
    private static final String PURPOSE = "test";

    @TempDir Path folder = Path.of("");

    private Ledger ledger() throws IOException {
        Keyring keys = Keyring.open(folder, "home1", new KeySource.KeyFile());
        keys.create(CLUB);
        return Ledger.open(
                folder.resolve("ledger"),
                new Origin("home1", CLUB),
                SigningKey.generate(),
                Workplace.sealer(keys.open(CLUB)),
                Clock.systemUTC());
    }

    private static Basis basis() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new Basis(
                Basis.Act.CONSENT,
                "Club of Exempleville",
                "1/2026",
                today.minusDays(1),
                today.plusYears(1),
                "the club's chat",
                null,
                Basis.Exporter.WITNESS,
                new Acquisition("operator 7", null, null, null, null, null, null, null));
    }

    private static List<Exhibit> take(Ledger ledger, int files) throws IOException {
        CaseBook book = CaseBook.read(ledger);
        int acquisition = book.enter(book.enter(basis(), ANNE, PURPOSE), "/club", ANNE, PURPOSE);
        List<CaseBook.Fresh> fresh = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            Sha256 digest = Sha256.of(new byte[] {(byte) files, (byte) i, (byte) (i >> 8)});
            Stored stored = new Stored(digest, 2, digest.hex(), digest, 2, false, true);
            fresh.add(new CaseBook.Fresh(stored, "photos/" + i + ".jpg", null));
        }
        return book.enter(acquisition, fresh, ANNE, PURPOSE);
    }

    private static void look(Ledger ledger, int times) throws IOException {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            drafts.add(Draft.of(Verb.CONSULTATION, "stack", ANNE, PURPOSE));
        }
        ledger.append(drafts);
    }

    @Test
    void a_long_ledger_is_read_once_and_then_only_what_was_entered_since() throws IOException {
        try (Ledger ledger = ledger()) {
            List<Exhibit> taken = take(ledger, 300);
            look(ledger, 5000);
            BookReading reading = new BookReading(ledger);
            CaseBook book = reading.now();
            long whole = ledger.size();
            assertEquals(whole, reading.learned());
            for (int i = 0; i < 50; i++) {
                look(ledger, 1);
                assertSame(book, reading.now());
                assertEquals(taken.get(i), book.exhibit(i + 1).orElseThrow());
                assertEquals(whole + i + 1, reading.learned());
            }
            assertEquals(301, take(ledger, 301).size());
            assertEquals(601, reading.now().exhibits().size());
            assertEquals(601, reading.now().exhibit(601).orElseThrow().number());
            assertEquals(java.util.Optional.empty(), reading.now().exhibit(602));
        }
    }

    @Test
    void what_was_erased_is_not_kept() throws IOException {
        try (Ledger ledger = ledger()) {
            take(ledger, 2);
            long note =
                    ledger.append(
                                    Draft.of(Verb.DECIDE, "note", ANNE, PURPOSE)
                                            .sealing("words", "tulips"))
                            .seq();
            BookReading reading = new BookReading(ledger);
            CaseBook before = reading.now();
            ledger.erase(note, Draft.of(Verb.ERASURE, "erase", ANNE, PURPOSE));
            assertNotSame(before, reading.now());
            assertEquals(2, reading.now().exhibits().size());
            ledger.erase(ledger.size() - 3, Draft.of(Verb.ERASURE, "erase", ANNE, PURPOSE));
            assertThrows(IOException.class, reading::now);
            assertThrows(IOException.class, reading::now);
        }
    }
}
