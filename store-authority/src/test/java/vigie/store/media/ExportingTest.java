package vigie.store.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.media.Finding;
import vigie.casework.media.MediaStore.Compared;
import vigie.casework.media.StackDecision;
import vigie.casework.media.StackFilter;
import vigie.casework.media.decide.Deciding;
import vigie.casework.media.decide.Exporting;
import vigie.casework.media.decide.Exporting.Format;
import vigie.casework.media.match.Asked;
import vigie.casework.operation.OpenCase;
import vigie.casework.overview.Slice;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Verb;
import vigie.media.sets.HashSets;
import vigie.media.sets.ImportOrder;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;
import vigie.media.sets.SetLibrary;
import vigie.media.sets.segment.DigestKind;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

/// Asking sets about a case, and handing out what was decided.
class ExportingTest {
    @TempDir Path work = Path.of("");

    private static Entry last(OpenCase opened) throws IOException {
        try (var entries = opened.ledger().entries(0)) {
            return entries.reduce((_, next) -> next).orElseThrow();
        }
    }

    @Test
    void what_was_decided_leaves_and_comes_back_as_a_set() throws IOException {
        try (Club club = new Club()) {
            taken(club);
            int stack =
                    club.reads
                            .stacks(club.name, club.anne, StackFilter.ALL, Slice.first(9))
                            .rows()
                            .getFirst()
                            .stack();
            try (OpenCase opened = club.workplace.open(club.name, club.anne)) {
                club.deciding.decide(
                        opened,
                        stack,
                        new StackDecision.Category("baseline/1", "1"),
                        Deciding.WHATEVER,
                        Club.PURPOSE);
                Entry decision = last(opened);
                for (Format format : Format.values()) {
                    Path out = work.resolve(format.word() + ".out");
                    Exporting.Out left = export(club, opened, format, out);
                    assertEquals(1, left.files());
                    assertEquals(0, left.otherScheme());
                    assertEquals(Sha256.of(Files.readAllBytes(out)), left.digest());
                    Entry entry = last(opened);
                    assertEquals(Verb.DISCLOSURE, entry.verb());
                    assertEquals("media-export", entry.kind());
                    assertEquals(List.of("court 4"), entry.recipients());
                    assertEquals(left.digest().hex(), entry.data().text("sha256").orElseThrow());
                    assertThrows(
                            FileAlreadyExistsException.class,
                            () -> export(club, opened, format, out));
                    assertFalse(Files.exists(work.resolve(format.word() + ".out.part")));
                    SetInfo set = imported(format, out);
                    assertEquals(1, set.rows().get(DigestKind.SHA256), format.word());
                }
                assertTrue(
                        Files.readString(work.resolve("vics-1.3.out")).contains("\"Category\":1"));
                String from =
                        "baseline/1 1; decided by anne "
                                + decision.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                + ", entry "
                                + decision.seq()
                                + " of "
                                + opened.ledger().origin();
                for (String vics : List.of("vics-1.3.out", "vics-2.0.out")) {
                    assertTrue(
                            Files.readString(work.resolve(vics))
                                    .contains("\"Comments\":\"" + from + '"'),
                            from);
                }
                assertEquals("# " + from, Files.readAllLines(work.resolve("list.out")).getFirst());
                assertTrue(
                        Files.readAllLines(work.resolve("table.out"))
                                .getLast()
                                .endsWith(
                                        ",1,baseline/1 1,anne,"
                                                + decision.at()
                                                + ","
                                                + decision.seq()
                                                + ","
                                                + opened.ledger().origin()));
                assertEquals(
                        1,
                        Files.readAllLines(work.resolve("list.out")).stream()
                                .filter(line -> line.length() == 64)
                                .count());
            }
            try (OpenCase opened = club.workplace.open(club.name, club.officer)) {
                assertThrows(
                        Refusal.class,
                        () -> export(club, opened, Format.LIST, work.resolve("no.txt")));
            }
            assertFalse(Files.exists(work.resolve("no.txt")));
        }
    }

    @Test
    void sets_are_asked_about_exhibits_of_a_case_and_about_nothing_else() throws IOException {
        try (Club club = new Club()) {
            Sha256 garden = taken(club);
            Sha256 elsewhere = Sha256.of(new byte[] {1, 2, 3});
            club.set("lost", SetKind.ALERT, List.of(garden.hex(), elsewhere.hex()));
            try (OpenCase opened = club.workplace.open(club.name, club.anne)) {
                Asked asked =
                        Asked.of(
                                opened,
                                club.rows,
                                club.sets(),
                                List.of(garden.hex(), elsewhere.hex()),
                                Club.PURPOSE,
                                Clock.systemUTC());
                assertEquals(2, asked.asked());
                assertEquals(1, asked.exhibits());
                Compared found = asked.found().getFirst();
                assertEquals(Finding.ALERT, found.finding());
                assertEquals("lost", found.matches().getFirst().set());
                Entry entry = last(opened);
                assertEquals(Verb.CONSULTATION, entry.verb());
                assertEquals("lookup", entry.kind());
                assertEquals(2, entry.data().whole("asked").orElseThrow());
                assertEquals(1, entry.data().whole("items").orElseThrow());
            }
            try (OpenCase opened = club.workplace.open(club.name, club.officer)) {
                assertThrows(
                        Refusal.class,
                        () ->
                                Asked.of(
                                        opened,
                                        club.rows,
                                        club.sets(),
                                        List.of(garden.hex()),
                                        Club.PURPOSE,
                                        Clock.systemUTC()));
            }
        }
    }

    private static Sha256 taken(Club club) throws IOException {
        Path export = club.export("garden");
        Pictures.draw(export.resolve("photos/a.jpg"), 1, 800, 600);
        Pictures.draw(export.resolve("photos/b.jpg"), 2, 800, 600);
        Club.chat(
                export,
                7,
                Club.photo(1, "Ada", "photos/a.jpg"),
                Club.photo(2, "Bea", "photos/b.jpg"));
        assertEquals(List.of(), club.take(export));
        return Sha256.of(Files.readAllBytes(export.resolve("photos/a.jpg")));
    }

    private static Exporting.Out export(Club club, OpenCase opened, Format format, Path out)
            throws IOException {
        return Exporting.write(opened, club.reads, format, out, "court 4", Club.PURPOSE);
    }

    private SetInfo imported(Format format, Path file) throws IOException {
        Path folder = work.resolve("sets-" + format.word());
        SetLibrary.open(folder, Clock.systemUTC())
                .run(
                        ImportOrder.of(SetInfo.Label.of("back", SetKind.ALERT), List.of(file)),
                        _ -> {});
        try (HashSets open = HashSets.open(folder)) {
            return open.sets().getFirst();
        }
    }
}
