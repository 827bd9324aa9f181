package vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.operation.CaseBases;
import vigie.casework.operation.Finding;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Progress;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Taking;
import vigie.casework.operation.WorkLock;
import vigie.casework.overview.Custody;
import vigie.casework.overview.Desk;
import vigie.casework.overview.LedgerView;
import vigie.casework.overview.OverviewStore;
import vigie.casework.overview.Provenance;
import vigie.casework.overview.Verifications;
import vigie.casework.user.Role;
import vigie.evidence.basis.BasisFile;
import vigie.evidence.disk.Folders;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.text.query.QueryParser;

/// What screens read of a case that several people work with in one process.
class ScreensTest {
    private static final CaseName NAME = new CaseName("K");
    private static final Actor ANNE = new Actor("anne");
    private static final Actor BRUNO = new Actor("bruno");
    private static final Console NOWHERE =
            new Console(
                    new PrintStream(PrintStream.nullOutputStream()),
                    new PrintStream(PrintStream.nullOutputStream()),
                    false);

    @TempDir Path work = Path.of("");

    @Test
    void bases_ledger_custody_and_desk_say_what_was_done() throws Exception {
        Files.writeString(work.resolve("order.pdf"), "the order");
        Path stated = work.resolve("basis.yaml");
        String example =
                Files.readString(
                        Path.of(System.getProperty("vigie.root", "../.."))
                                .resolve("docs/manual/examples/basis.yaml"));
        Files.writeString(
                stated, example.replaceAll("(?m)^document:.*\n", "") + "\ndocument: order.pdf\n");
        Basis basis = BasisFile.read(stated);
        Path home = work.resolve("home");
        try (Wiring wiring = Wiring.make(home, NOWHERE);
                SharedCases cases =
                        new SharedCases(wiring.workplace(), java.time.Duration.ofMinutes(10))) {
            Instant before = Instant.now();
            wiring.workplace().create(NAME, basis, ANNE, "garden club").close();
            OpenCase anne = cases.open(NAME, ANNE);
            Path notes = Files.writeString(work.resolve("notes.txt"), "tomatoes");
            new Taking(anne, wiring.readers(), basis, false, "garden club", Progress.NONE)
                    .take(List.of(notes));
            provenance(anne, wiring.overview(), notes);

            assertThrows(Refusal.class, () -> cases.open(NAME, BRUNO));
            wiring.workplace().admit(NAME, ANNE, BRUNO, "helps");
            OpenCase bruno = cases.open(NAME, BRUNO);
            Finding.find(bruno, QueryParser.parse("tomatoes"), "tomatoes", 5, true, "looks");
            Entry note =
                    bruno.ledger()
                            .append(
                                    Draft.of(Verb.DECIDE, "note", BRUNO, "review")
                                            .sealing("note", "likes tomatoes"));
            ledger(bruno, note);
            custody(cases, anne);
            desk(cases, before);
        } finally {
            Folders.delete(databaseOutside(home));
        }
    }

    @Test
    void what_a_running_take_has_in_the_vault_is_not_removed_by_who_opens_the_case()
            throws IOException {
        Path home = work.resolve("home");
        Basis basis =
                BasisFile.read(
                        Path.of(System.getProperty("vigie.root", "../.."))
                                .resolve("docs/manual/examples/basis.yaml"));
        try (Wiring wiring = Wiring.make(home, NOWHERE)) {
            wiring.workplace().create(NAME, basis, ANNE, "garden club").close();
            String name = "ab".repeat(32);
            Path kept = wiring.home().vault(NAME).resolve("ab/ab").resolve(name);
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, "sealed");
            Files.writeString(wiring.home().unfinished(NAME), name);

            WorkLock taking = WorkLock.tryTake(wiring.home().workLock(NAME)).orElseThrow();
            wiring.workplace().open(NAME, ANNE).close();
            assertTrue(Files.exists(kept));
            taking.close();
            wiring.workplace().open(NAME, ANNE).close();
            assertFalse(Files.exists(kept));
        } finally {
            Folders.delete(databaseOutside(home));
        }
    }

    private static void provenance(OpenCase opened, OverviewStore rows, Path notes)
            throws IOException {
        Provenance only = Provenance.of(opened, new CaseBases(), rows).getFirst();
        assertEquals(ANNE, only.entered().by());
        assertEquals("basis-1/order.pdf", only.document().orElseThrow().path());
        assertEquals(
                List.of(1L, 1L), only.taken().stream().map(Provenance.Taken::exhibits).toList());
        assertEquals(notes.toRealPath().toString(), only.taken().getLast().place().from());
        assertEquals(8, only.taken().getLast().bytes());
    }

    private static void ledger(OpenCase opened, Entry note) throws IOException {
        LedgerView colleague = new LedgerView(opened, LedgerView.Sight.of(Role.INVESTIGATOR));
        LedgerView officer = new LedgerView(opened, LedgerView.Sight.of(Role.OFFICER));
        LedgerView.Part seen = colleague.page(Long.MAX_VALUE, 50);
        assertFalse(seen.lines().stream().anyMatch(l -> l.entry().kind().equals("find")));
        assertTrue(seen.next().isEmpty());
        LedgerView.Part all = officer.page(Long.MAX_VALUE, 50);
        assertEquals(seen.lines().size() + 1, all.lines().size());
        assertEquals(all.size(), all.lines().size());
        LedgerView.Line find =
                all.lines().stream()
                        .filter(line -> line.entry().kind().equals("find"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Map.of("query", "tomatoes"), find.texts());
        assertTrue(colleague.entry(find.entry().seq()).isEmpty());
        assertTrue(officer.entry(find.entry().seq()).isPresent());

        assertEquals(
                Map.of("note", "likes tomatoes"),
                colleague.entry(note.seq()).orElseThrow().texts());
        assertEquals(LedgerView.Words.WITHHELD, officer.entry(note.seq()).orElseThrow().words());
        opened.ledger().erase(note.seq(), Draft.of(Verb.ERASURE, "erase", ANNE, "asked for"));
        assertEquals(LedgerView.Words.ERASED, colleague.entry(note.seq()).orElseThrow().words());
        LedgerView.Part first = colleague.page(Long.MAX_VALUE, 2);
        LedgerView.Part second = colleague.page(first.next().orElseThrow(), 2);
        assertTrue(second.lines().getFirst().entry().seq() < first.lines().getLast().entry().seq());
    }

    private static void custody(SharedCases cases, OpenCase opened) throws Exception {
        CaseBases bases = new CaseBases();
        assertTrue(Custody.of(opened, bases).verified().isEmpty());
        Verifications verifications = new Verifications(cases);
        WorkLock busy = WorkLock.tryTake(opened.home().workLock(NAME)).orElseThrow();
        verifications.start(NAME, ANNE, "check");
        assertInstanceOf(Verifications.State.Failed.class, ended(verifications));
        busy.close();
        verifications.start(NAME, ANNE, "check");
        var state = assertInstanceOf(Verifications.State.Ended.class, ended(verifications));
        assertTrue(state.verified().result().intact());

        Custody custody = Custody.of(opened, bases);
        Custody.Verified verified = custody.verified().orElseThrow();
        assertTrue(verified.intact());
        assertEquals(ANNE, verified.by());
        assertEquals(verified.entry(), verified.entries());
        assertEquals(2, verified.vaultFiles());
        assertFalse(custody.anchored());
        assertTrue(custody.uncovered() > 0);
    }

    private static Verifications.State ended(Verifications verifications) throws Exception {
        for (int i = 0; i < 2000; i++) {
            Verifications.State state = verifications.of(NAME, BRUNO).orElseThrow();
            if (!(state instanceof Verifications.State.Running)) {
                return state;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("it never ended");
    }

    private static void desk(SharedCases cases, Instant before) throws IOException {
        Desk desk =
                new Desk(
                        cases,
                        new CaseBases(),
                        List.of((_, _) -> List.of(new Desk.Item("undecided", 3, "search"))));
        Desk.CaseLine line = desk.of(ANNE, before).getFirst();
        assertEquals(NAME, line.name());
        assertEquals(2, line.counts().exhibits());
        assertEquals(List.of("note"), line.changes().stream().map(Entry::kind).toList());
        assertEquals("verify", line.last().orElseThrow().kind());
        assertEquals(3, line.waits().getFirst().count());
        assertTrue(line.work().isEmpty());
        assertTrue(desk.of(ANNE, Instant.now()).getFirst().changes().isEmpty());
        assertTrue(desk.of(new Actor("carla"), before).isEmpty());
    }

    /// The database of a home in a temporary folder stands elsewhere.
    private static Path databaseOutside(Path home) throws IOException {
        String stamp = Files.readString(home.resolve("home.json"));
        int at = stamp.indexOf("/var/lib/vigie/");
        return at < 0 ? home.resolve("pg") : Path.of(stamp.substring(at, stamp.indexOf('"', at)));
    }
}
