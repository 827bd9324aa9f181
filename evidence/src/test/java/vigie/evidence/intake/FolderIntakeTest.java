package vigie.evidence.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.material.Sha256;

class FolderIntakeTest {
    @TempDir Path folder;
    @TempDir Path kept;

    private RecordingSink walk(Path... given) throws IOException {
        RecordingSink sink = new RecordingSink(kept);
        new Intake(IntakeLimits.DEFAULT).walk(List.of(given), sink);
        return sink;
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void files_come_in_the_order_of_the_bytes_of_their_paths() throws IOException {
        write("export/photos/b.jpg", "2");
        write("export/photos/a.jpg", "1");
        write("export/photos.txt", "3");
        write("export/photos-old/c.jpg", "4");
        write("export/result.json", "{}");
        write("export/été.txt", "5");
        write("export/Z.txt", "6");
        write("export/\uFF5A.txt", "7");
        write("export/\uD83C\uDF31.txt", "8");
        RecordingSink sink = walk(folder.resolve("export"));
        assertEquals(
                List.of(
                        "export/Z.txt",
                        "export/photos-old/c.jpg",
                        "export/photos.txt",
                        "export/photos/a.jpg",
                        "export/photos/b.jpg",
                        "export/result.json",
                        "export/été.txt",
                        "export/\uFF5A.txt",
                        "export/\uD83C\uDF31.txt"),
                sink.paths());
        assertNull(sink.taken.getFirst().parent());
        assertEquals(
                Sha256.of("6".getBytes(StandardCharsets.UTF_8)), sink.taken.getFirst().digest());
    }

    @Test
    void a_single_file_is_taken_under_its_last_name_however_it_is_given() throws IOException {
        Path file = write("export/result.json", "{}");
        assertEquals(List.of("result.json"), walk(file).paths());
        assertEquals(
                List.of("export/result.json"), walk(folder.resolve("export/../export/.")).paths());
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("export"));
        assertEquals(List.of("link/result.json"), walk(link).paths());
    }

    @Test
    void links_and_special_files_in_a_folder_are_skipped_with_a_reason() throws Exception {
        write("export/a.txt", "a");
        write("outside/secret.txt", "s");
        Files.createSymbolicLink(
                folder.resolve("export/file"), folder.resolve("outside/secret.txt"));
        Files.createSymbolicLink(folder.resolve("export/folder"), folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("export/loop"), folder.resolve("export"));
        Process fifo =
                new ProcessBuilder("mkfifo", folder.resolve("export/pipe").toString()).start();
        assertTrue(fifo.waitFor(10, TimeUnit.SECONDS));
        RecordingSink sink = walk(folder.resolve("export"));
        assertEquals(List.of("export/a.txt"), sink.paths());
        assertEquals(
                List.of(
                        "export/file: a symbolic link, which is not followed",
                        "export/folder: a symbolic link, which is not followed",
                        "export/loop: a symbolic link, which is not followed",
                        "export/pipe: neither a file nor a folder"),
                sink.skipped);
    }

    @Test
    void names_that_are_no_text_keep_their_bytes() throws Exception {
        Files.createDirectories(folder.resolve("export"));
        Process made =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "printf x > \"$(printf '%s/caf\\351.txt' \"$1\")\"",
                                "sh",
                                folder.resolve("export").toString())
                        .start();
        assertTrue(made.waitFor(10, TimeUnit.SECONDS));
        RecordingSink sink = walk(folder.resolve("export"));
        assertEquals(List.of("export/caf\\xe9.txt"), sink.paths());
        assertEquals(1, sink.taken.getFirst().size());
    }

    @Test
    void what_is_missing_or_closed_is_named() throws IOException {
        Path none = folder.resolve("none");
        IOException missing = assertThrows(IOException.class, () -> walk(none));
        assertEquals("cannot read " + none + ": it is not there", missing.getMessage());
        write("export/a.txt", "a");
        Path closed = write("export/b.txt", "b");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "this user reads everything");
        IOException denied = assertThrows(IOException.class, () -> walk(folder.resolve("export")));
        assertEquals("cannot read " + closed + ": permission denied", denied.getMessage());
    }

    @Test
    void two_paths_of_one_last_name_are_not_taken_together() throws IOException {
        write("one/export/a", "a");
        write("two/export/a", "b");
        assertThrows(
                IOException.class,
                () -> walk(folder.resolve("one/export"), folder.resolve("two/export")));
    }

    @Test
    void too_many_files_are_refused() throws IOException {
        for (int i = 0; i < 5; i++) {
            write("export/" + i + "/a", "a");
        }
        IntakeLimits four = new IntakeLimits(1 << 20, 1 << 20, 4, 3, 200, 1 << 20, 100, 10);
        RecordingSink sink = new RecordingSink(kept);
        assertThrows(
                IOException.class,
                () -> new Intake(four).walk(List.of(folder.resolve("export")), sink));
    }

    @Test
    void the_bounds_of_intake_are_these() {
        assertEquals(
                new IntakeLimits(
                        2_199_023_255_552L,
                        1_099_511_627_776L,
                        2_000_000,
                        3,
                        200,
                        67_108_864,
                        4096,
                        128),
                IntakeLimits.DEFAULT);
        assertThrows(
                IllegalArgumentException.class, () -> new IntakeLimits(1, 1, 1, 0, 1, 1, 1, 1));
    }
}
