package vigie.media.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Permits;
import vigie.model.casefile.Refusal;

class SetLibraryTest {
    @TempDir Path root = Path.of("");
    private Library library;

    SetLibraryTest() throws IOException {
        library = new Library(Files.createTempDirectory("sets"));
    }

    @BeforeEach
    void make() throws IOException {
        library = new Library(root);
    }

    @Test
    void a_folder_without_sets_lists_nothing() throws IOException {
        assertEquals(List.of(), library.list());
        assertInstanceOf(Verdict.Unlisted.class, library.verdict(Library.MD5));
    }

    @Test
    void an_import_is_entered_before_it_shows() throws IOException {
        Path file = library.file("a.txt", Library.MD5 + "\n");
        ImportOrder order =
                ImportOrder.of(SetInfo.Label.of("garden", SetKind.ALERT), List.of(file));
        assertThrows(
                IOException.class,
                () ->
                        library.sets.run(
                                order,
                                set -> {
                                    assertEquals("garden", set.label().name());
                                    assertEquals(0, library.list().size());
                                    throw new IOException("the register is full");
                                }));
        assertEquals(List.of(), library.list());
        library.sets.run(order, _ -> {});
        assertEquals(1, library.list().size());
    }

    @Test
    void the_same_bytes_under_the_same_name_change_nothing() throws IOException {
        Path file = library.file("a.txt", Library.MD5 + "\n");
        ImportOrder order =
                ImportOrder.of(SetInfo.Label.of("garden", SetKind.ALERT), List.of(file));
        assertInstanceOf(ImportOutcome.Imported.class, library.sets.run(order, _ -> {}));
        long generation = HashSets.generation(library.folder);
        assertInstanceOf(ImportOutcome.AlreadyHeld.class, library.sets.run(order, _ -> {}));
        assertEquals(generation, HashSets.generation(library.folder));
    }

    @Test
    void another_set_of_the_same_name_is_refused_added_or_put_in_its_place() throws IOException {
        library.add("garden", SetKind.ALERT, Library.MD5 + "\n");
        Path more = library.file("more.txt", Library.OTHER + "\n");
        SetInfo.Label label = SetInfo.Label.of("garden", SetKind.ALERT);
        assertThrows(
                Refusal.class,
                () -> library.sets.run(ImportOrder.of(label, List.of(more)), _ -> {}));
        library.sets.run(
                new ImportOrder(label, List.of(more), ImportOrder.Mode.ADD, false, false), _ -> {});
        assertInstanceOf(Verdict.Alert.class, library.verdict(Library.MD5));
        assertInstanceOf(Verdict.Alert.class, library.verdict(Library.OTHER));
        assertEquals(2, library.list().getFirst().files().size());
        Path third = library.file("third.txt", Library.OTHER + "\n# another\n");
        library.sets.run(
                new ImportOrder(label, List.of(third), ImportOrder.Mode.REPLACE, false, false),
                _ -> {});
        assertInstanceOf(Verdict.Unlisted.class, library.verdict(Library.MD5));
        assertInstanceOf(Verdict.Alert.class, library.verdict(Library.OTHER));
        assertEquals(1, library.leftovers());
    }

    @Test
    void a_set_is_replaced_by_a_part_of_what_it_had_or_under_another_kind() throws IOException {
        library.add("garden", SetKind.ALERT, Library.MD5 + "\n");
        Path more = library.file("more.txt", Library.OTHER + "\n");
        SetInfo.Label label = SetInfo.Label.of("garden", SetKind.ALERT);
        library.sets.run(
                new ImportOrder(label, List.of(more), ImportOrder.Mode.ADD, false, false), _ -> {});
        ImportOrder part =
                new ImportOrder(label, List.of(more), ImportOrder.Mode.REPLACE, false, false);
        assertInstanceOf(ImportOutcome.Imported.class, library.sets.run(part, _ -> {}));
        assertInstanceOf(Verdict.Unlisted.class, library.verdict(Library.MD5));
        assertInstanceOf(ImportOutcome.AlreadyHeld.class, library.sets.run(part, _ -> {}));
        library.sets.run(
                new ImportOrder(
                        SetInfo.Label.of("garden", SetKind.KNOWN),
                        List.of(more),
                        ImportOrder.Mode.REPLACE,
                        false,
                        false),
                _ -> {});
        assertInstanceOf(Verdict.Known.class, library.verdict(Library.OTHER));
    }

    @Test
    void an_import_that_breaks_keeps_nothing_and_says_file_byte_and_line() throws IOException {
        library.add("first", SetKind.ALERT, Library.MD5 + "\n");
        Path good = library.file("good.txt", Library.OTHER + "\n");
        Path bad = library.file("bad.txt", Library.OTHER + "\n\nno digest\n");
        IOException why =
                assertThrows(
                        IOException.class,
                        () -> library.add(SetInfo.Label.of("two", SetKind.ALERT), good, bad));
        String said = String.valueOf(why.getMessage());
        assertTrue(said.contains("bad.txt: byte 34: line 3"), said);
        assertEquals(1, library.list().size());
        assertEquals(1, library.leftovers());
        assertInstanceOf(Verdict.Unlisted.class, library.verdict(Library.OTHER));
    }

    @Test
    void leftovers_of_a_killed_import_are_swept_by_the_next() throws IOException {
        Files.createDirectories(library.folder.resolve("unfinished"));
        Files.writeString(library.folder.resolve("unfinished/run-1"), "half");
        Files.createDirectories(library.folder.resolve("7"));
        Files.writeString(library.folder.resolve("7/md5-bare-3.seg"), "half");
        library.add("garden", SetKind.ALERT, Library.MD5 + "\n");
        assertEquals(1, library.leftovers());
    }

    @Test
    void who_reads_goes_on_with_what_they_opened_while_another_writes() throws IOException {
        library.add("garden", SetKind.ALERT, Library.MD5 + "\n");
        try (HashSets before = HashSets.open(library.folder)) {
            library.sets.remove("garden", _ -> {});
            assertEquals(0, library.list().size());
            Consultation asked = before.consult(Permits.fresh(), Clock.systemUTC());
            FileDigests file =
                    new FileDigests(vigie.model.material.Sha256.of(new byte[0]), Library.MD5, null);
            assertInstanceOf(Verdict.Alert.class, asked.verdict(file));
        }
    }

    @Test
    void segments_of_a_set_are_merged_and_say_the_same() throws IOException {
        SetInfo.Label label = Library.label("garden", SetKind.ALERT, null);
        for (int i = 0; i < 12; i++) {
            Path file = library.file("p" + i + ".csv", "md5,note\n%032x,n%d\n".formatted(i, i));
            library.sets.run(
                    new ImportOrder(label, List.of(file), ImportOrder.Mode.ADD, false, false),
                    _ -> {});
        }
        library.sets.merge();
        for (int i = 0; i < 12; i++) {
            Verdict.Alert alert =
                    assertInstanceOf(Verdict.Alert.class, library.verdict("%032x".formatted(i)));
            var entry = alert.hits().getFirst().entry();
            assertEquals("n" + i, entry == null ? null : entry.properties().get("note"));
        }
        assertEquals(13, library.leftovers());
        assertEquals(12L, library.list().getFirst().rows().get(DigestKind.MD5));
    }

    @Test
    void a_damaged_list_of_sets_is_refused_by_its_name() throws IOException {
        library.add("garden", SetKind.ALERT, Library.MD5 + "\n");
        Path list = library.folder.resolve("sets.json");
        Files.writeString(list, Files.readString(list).replace("\"version\":1}", "\"version\":2}"));
        IOException newer = assertThrows(IOException.class, library::list);
        assertTrue(String.valueOf(newer.getMessage()).contains("sets.json"));
        Files.writeString(list, "{");
        assertThrows(IOException.class, library::list);
    }

    @Test
    void a_segment_put_in_the_place_of_another_is_refused() throws IOException {
        library.add("a", SetKind.ALERT, Library.MD5 + "\n");
        library.add("b", SetKind.KNOWN, Library.OTHER + "\n");
        Files.copy(
                library.folder.resolve("2/md5-bare-2.seg"),
                library.folder.resolve("1/md5-bare-1.seg"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThrows(IOException.class, library::list);
    }

    @Test
    void nothing_is_asked_without_a_fresh_check() throws IOException {
        try (HashSets open = HashSets.open(library.folder)) {
            Clock later = Clock.offset(Clock.systemUTC(), java.time.Duration.ofMinutes(16));
            assertThrows(Refusal.class, () -> open.consult(Permits.fresh(), later));
        }
    }
}
