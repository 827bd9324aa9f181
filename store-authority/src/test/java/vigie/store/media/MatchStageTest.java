package vigie.store.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.casework.media.Finding;
import vigie.casework.media.MediaCounts;
import vigie.casework.media.Post;
import vigie.casework.media.StackFilter;
import vigie.casework.media.StackLine;
import vigie.casework.media.StackView;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Rebuilding;
import vigie.casework.operation.StateDigest;
import vigie.casework.overview.Slice;
import vigie.media.sets.SetKind;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

/// The stage `match`, with real pictures, sets, vault and database.
class MatchStageTest {
    private final Club club = club();

    private static Club club() {
        try {
            return new Club();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @AfterEach
    void close() throws IOException {
        club.close();
    }

    /// Two beds, one of them sent again smaller and once more in another group; a cut file.
    private Path garden() throws IOException {
        Path export = club.export("garden");
        Pictures.draw(export.resolve("photos/a.jpg"), 1, 800, 600);
        Pictures.draw(export.resolve("photos/small.jpg"), 1, 400, 300);
        Pictures.draw(export.resolve("photos/b.jpg"), 2, 800, 600);
        byte[] whole = Files.readAllBytes(export.resolve("photos/b.jpg"));
        Files.write(export.resolve("photos/cut.jpg"), Arrays.copyOf(whole, 200));
        Club.chat(
                export,
                7,
                Club.photo(1, "Ada", "photos/a.jpg"),
                Club.photo(2, "Bea", "photos/small.jpg"),
                Club.photo(3, "Bea", "photos/b.jpg"),
                Club.photo(4, "Bea", "photos/cut.jpg"));
        return export;
    }

    private MediaCounts counts() {
        return club.reads.counts(club.name, club.anne);
    }

    private List<StackLine> stacks() {
        return club.reads.stacks(club.name, club.anne, StackFilter.ALL, Slice.first(50)).rows();
    }

    @Test
    void pictures_are_stacked_with_who_posted_them_first() throws IOException {
        assertEquals(List.of(), club.take(garden()));
        MediaCounts counts = counts();
        assertEquals(3, counts.pictures());
        assertEquals(1, counts.unreadable());
        assertEquals(0, counts.waiting());
        assertEquals(3, counts.stacks());
        assertEquals(4, counts.of(Finding.UNSEEN));
        StackLine shared = stacks().getFirst();
        assertEquals(2, shared.items());
        assertEquals(1, shared.near());
        assertEquals(2, shared.posts());
        assertEquals(2, shared.accounts());
        assertEquals("Ada", shared.first().map(Post::accountName).orElseThrow());
        StackView view = club.reads.stack(club.name, club.anne, shared.stack()).orElseThrow();
        assertEquals(List.of("Ada", "Bea"), view.posts().stream().map(Post::accountName).toList());
        assertEquals(800, view.members().getFirst().width());
    }

    @Test
    void taking_again_examines_nothing_and_enters_nothing() throws IOException {
        Path garden = garden();
        club.take(garden);
        int examined = club.examined.get();
        try (OpenCase opened = club.workplace.open(club.name, club.head)) {
            long entries = opened.ledger().size();
            club.match();
            club.take(garden);
            assertEquals(entries, opened.ledger().size());
        }
        assertEquals(examined, club.examined.get());
    }

    @Test
    void the_section_of_the_state_digest_is_the_same_after_a_rebuild() throws IOException {
        club.set("lawn", SetKind.ALERT, List.of(digest(garden().resolve("photos/a.jpg"))));
        club.take(garden());
        StateDigest before = club.store.digest(club.name, club.head);
        assertTrue(before.sections().containsKey("match"));
        assertEquals(before, club.store.recomputeDigest(club.name, club.head));
        try (OpenCase opened = club.workplace.open(club.name, club.head)) {
            assertEquals(
                    List.of(),
                    Rebuilding.rebuild(opened, Club.readers(), Club.PURPOSE, (_, _) -> {}));
        }
        assertEquals(before, club.store.digest(club.name, club.head));
    }

    @Test
    void what_a_kill_left_is_gone_on_with_and_nothing_is_examined_twice() throws IOException {
        club.dies.set(2);
        List<String> errors = club.take(garden());
        assertEquals(1, errors.size(), errors::toString);
        assertEquals(2, counts().waiting());
        club.dies.set(Integer.MAX_VALUE);
        assertEquals(List.of(), club.match());
        assertEquals(0, counts().waiting());
        assertEquals(4, club.examined.get());
        assertEquals(3, counts().stacks());
    }

    @Test
    void a_set_that_comes_later_is_compared_without_examining_again() throws IOException {
        club.take(garden());
        assertEquals(4, club.examined.get());
        Path a = club.export("garden").resolve("photos/a.jpg");
        club.set("lawn", SetKind.ALERT, List.of(md5(a)));
        club.set("hedge", SetKind.KNOWN, List.of(digest(a.resolveSibling("b.jpg"))));
        assertEquals(List.of(), club.match());
        assertEquals(4, club.examined.get());
        MediaCounts counts = counts();
        assertEquals(1, counts.of(Finding.ALERT));
        assertEquals(1, counts.of(Finding.KNOWN));
        assertEquals(2, counts.of(Finding.UNSEEN));
        // Its copy, which no set lists, stands with it; what is known comes last.
        List<StackLine> stacks = stacks();
        assertEquals(
                List.of(Finding.UNSEEN, Finding.ALERT, Finding.KNOWN),
                stacks.stream().map(StackLine::finding).toList());
        StackView alert =
                club.reads.stack(club.name, club.anne, stacks.get(1).stack()).orElseThrow();
        assertEquals(2, alert.members().size());
        assertEquals(
                List.of("lawn md5"),
                alert.members().stream()
                        .flatMap(member -> member.matches().stream())
                        .map(match -> match.set() + " " + match.by())
                        .toList());
    }

    @Test
    void a_look_up_is_in_the_ledger_before_anything_is_decoded() throws IOException {
        club.dies.set(0);
        club.take(garden());
        assertEquals(0, club.examined.get());
        try (OpenCase opened = club.workplace.open(club.name, club.head);
                var entries = opened.ledger().entries(0)) {
            assertEquals(1, entries.filter(entry -> entry.kind().equals("lookup")).count());
        }
    }

    @Test
    void nobody_else_sees_the_media_of_a_case() throws IOException {
        club.take(garden());
        assertThrows(
                Refusal.class,
                () -> club.reads.stacks(club.name, club.stranger, StackFilter.ALL, Slice.first(9)));
        assertThrows(Refusal.class, () -> club.reads.counts(club.name, club.stranger));
        // The data protection officer is on the case and reads no content.
        assertEquals(
                0,
                club.reads
                        .stacks(club.name, club.officer, StackFilter.ALL, Slice.first(9))
                        .total());
        assertEquals(0, club.reads.counts(club.name, club.officer).items());
    }

    private static String digest(Path file) throws IOException {
        return Sha256.of(Files.readAllBytes(file)).hex();
    }

    private static String md5(Path file) throws IOException {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("MD5")
                                    .digest(Files.readAllBytes(file)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
