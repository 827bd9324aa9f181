package vigie.media.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.media.sets.scheme.Scheme;
import vigie.media.sets.scheme.Schemes;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

class VerdictTest {
    @TempDir Path root = Path.of("");
    private Library library;

    VerdictTest() throws IOException {
        library = new Library(Files.createTempDirectory("sets"));
    }

    @BeforeEach
    void make() throws IOException {
        library = new Library(root);
    }

    private void table(String name, SetKind kind, @Nullable String scheme, String content)
            throws IOException {
        library.add(Library.label(name, kind, scheme), library.file(name + ".csv", content));
    }

    @Test
    void known_orders_last_and_an_alert_beside_it_is_a_conflict() throws IOException {
        library.add("software", SetKind.KNOWN, Library.MD5 + "\n" + Library.OTHER + "\n");
        assertInstanceOf(Verdict.Known.class, library.verdict(Library.MD5));
        library.add("unit", SetKind.ALERT, Library.MD5 + "\n");
        Verdict.Conflict conflict =
                assertInstanceOf(Verdict.Conflict.class, library.verdict(Library.MD5));
        assertEquals(2, conflict.hits().size());
        assertTrue(conflict.why().getFirst().contains("unit against software"));
        assertInstanceOf(Verdict.Known.class, library.verdict(Library.OTHER));
    }

    @Test
    void a_category_calls_for_what_its_scheme_says() throws IOException {
        table(
                "garden",
                SetKind.ALERT,
                "us/1",
                "md5,Category\n%032x,1\n%032x,0\n%032x,5\n%032x,77\n%032x,\n"
                        .formatted(1, 2, 3, 4, 5));
        assertInstanceOf(Verdict.Alert.class, library.verdict("%032x".formatted(1)));
        assertInstanceOf(Verdict.Undecided.class, library.verdict("%032x".formatted(2)));
        assertInstanceOf(Verdict.Known.class, library.verdict("%032x".formatted(3)));
        assertInstanceOf(Verdict.Undecided.class, library.verdict("%032x".formatted(4)));
        assertInstanceOf(Verdict.Undecided.class, library.verdict("%032x".formatted(5)));
    }

    @Test
    void the_same_code_means_something_else_in_a_scheme_of_the_units_own() throws IOException {
        Files.createDirectories(library.folder.resolve("schemes"));
        Files.writeString(
                library.folder.resolve("schemes/garden.yaml"),
                """
                scheme: garden
                version: 3
                title: "Garden club"
                categories:
                  - "1 | last | Roses"
                  - "2 | alert | Unknown plants"
                maps:
                  - "us/1 | 1 | 5"
                """);
        table("garden", SetKind.ALERT, "garden/3", "md5,Category\n" + Library.MD5 + ",1\n");
        Verdict verdict = library.verdict(Library.MD5);
        assertInstanceOf(Verdict.Known.class, verdict);
        assertEquals("Roses", verdict.hits().getFirst().meaning().orElseThrow().label());
        Scheme scheme = Schemes.of(library.folder.resolve("schemes")).named("garden");
        assertEquals("5", scheme.mapped("1", "us/1").orElseThrow());
        assertTrue(scheme.mapped("2", "us/1").isEmpty());
    }

    @Test
    void a_version_of_a_scheme_cannot_be_restated() throws IOException {
        Files.createDirectories(library.folder.resolve("schemes"));
        Files.writeString(
                library.folder.resolve("schemes/us.yaml"),
                "scheme: us\nversion: 1\ntitle: x\ncategories:\n  - \"1 | last | x\"\n");
        assertThrows(Refusal.class, library::list);
    }

    @Test
    void an_unknown_scheme_is_refused_at_import() throws IOException {
        Path file = library.file("a.csv", "md5,Category\n" + Library.MD5 + ",1\n");
        assertThrows(
                Refusal.class,
                () -> library.add(Library.label("a", SetKind.ALERT, "moon/1"), file));
    }

    @Test
    void an_entry_whose_other_digest_is_not_the_files_is_a_conflict() throws IOException {
        table("garden", SetKind.KNOWN, null, "md5,sha256\n%s,%064x\n".formatted(Library.MD5, 1));
        assertInstanceOf(Verdict.Conflict.class, library.verdict(Library.MD5));
    }

    @Test
    void a_weak_digest_makes_nothing_known_where_the_set_has_a_strong_one() throws IOException {
        library.add(
                SetInfo.Label.of("software", SetKind.KNOWN),
                library.file("a.txt", Library.MD5 + "\n"),
                library.file("b.txt", "%064x\n".formatted(1)));
        assertInstanceOf(Verdict.Unlisted.class, library.verdict(Library.MD5));
        FileDigests strong = new FileDigests(new Sha256("%064x".formatted(1)), Library.OTHER, null);
        assertInstanceOf(Verdict.Known.class, library.verdict(strong));
    }

    @Test
    void what_two_digests_of_one_entry_find_is_one_hit() throws IOException {
        table(
                "garden",
                SetKind.ALERT,
                null,
                "md5,sha256,note\n%s,%064x,x\n".formatted(Library.MD5, 1));
        FileDigests both = new FileDigests(new Sha256("%064x".formatted(1)), Library.MD5, null);
        assertEquals(1, library.verdict(both).hits().size());
    }

    @Test
    void a_negative_list_says_nothing_of_a_file() throws IOException {
        library.add("logos", SetKind.NEGATIVE, Library.MD5 + "\n");
        assertInstanceOf(Verdict.Unlisted.class, library.verdict(Library.MD5));
    }
}
