package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verification by somebody who has a copy of the home and may not, or must not, write to it.
class ReadOnlyTest {
    @TempDir Path work = Path.of("");

    private Cli cli = new Cli(work);

    @BeforeEach
    void makeCase() throws IOException, InterruptedException {
        cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        Path file = Files.writeString(work.resolve("a.txt"), "tomates");
        cli.done("take", "--case", "K", file.toString());
    }

    @Test
    void verification_changes_nothing_in_a_home_that_can_be_written()
            throws IOException, InterruptedException {
        SortedMap<String, String> before = files(cli.home());
        cli.done("verify", "--case", "K");
        cli.done("verify", "--case", "K", "--without-key");
        assertEquals(3, cli.run("verify", "--case", "Q").exit());
        assertEquals(3, cli.run("verify", "--case", "K", "--as", "somebody.else").exit());
        Files.delete(cli.home().resolve("home.lock"));
        Files.delete(cli.home().resolve("ledger/K/lock"));
        before.remove("home.lock");
        before.remove("ledger/K/lock");
        before.put("", files(cli.home()).get(""));
        before.put("ledger/K", files(cli.home()).get("ledger/K"));
        cli.done("verify", "--case", "K");
        assertEquals(before, files(cli.home()));
    }

    @Test
    void a_home_without_its_master_key_is_not_given_another()
            throws IOException, InterruptedException {
        Files.delete(cli.home().resolve("master.json"));
        Files.delete(cli.home().resolve("master.key"));
        SortedMap<String, String> before = files(cli.home());
        assertEquals(3, cli.run("verify", "--case", "K").exit());
        cli.done("verify", "--case", "K", "--without-key");
        assertEquals(before, files(cli.home()));
    }

    @Test
    void a_home_on_a_read_only_mount_is_verified_and_its_alteration_named()
            throws IOException, InterruptedException {
        Path copy = work.resolve("copy");
        assertEquals(0, run("cp", "-a", cli.home().toString(), copy.toString()));
        Path medium = Files.createDirectory(work.resolve("medium"));
        assumeTrue(
                run("mount", "--bind", copy.toString(), medium.toString()) == 0,
                "needs the right to mount");
        try {
            assumeTrue(
                    run("mount", "-o", "remount,ro,bind", medium.toString()) == 0,
                    "needs the right to mount");
            verify(new Cli(medium), copy);
        } finally {
            assertEquals(0, run("umount", medium.toString()));
        }
    }

    @Test
    void a_home_without_the_right_to_write_is_verified_and_its_alteration_named()
            throws IOException, InterruptedException {
        Path copy = work.resolve("copy");
        assertEquals(0, run("cp", "-a", cli.home().toString(), copy.toString()));
        assertEquals(0, run("chmod", "-R", "a-w", copy.toString()));
        try {
            assumeTrue(
                    !Files.isWritable(copy),
                    "needs a user whom permissions stop, and root is none");
            verify(new Cli(copy), copy);
        } finally {
            assertEquals(0, run("chmod", "-R", "u+w", copy.toString()));
        }
    }

    private static void verify(Cli expert, Path copy) throws IOException, InterruptedException {
        SortedMap<String, String> before = files(copy);
        Cli.Result verified = expert.done("verify", "--case", "K", "--json");
        assertTrue(verified.json().get("intact").asBoolean(), verified::toString);
        assertTrue(verified.json().get("opened").asLong() > 0, "with the key");
        expert.done("verify", "--case", "K", "--without-key");
        assertEquals(before, files(copy));
        Cli.Result status = expert.run("status", "--case", "K");
        assertEquals(1, status.exit(), status::toString);
        assertEquals(before, files(copy));
    }

    private static int run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    /// Each file and folder with its size, permissions, and times of content and of itself.
    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                var read =
                        Files.readAttributes(
                                file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                files.put(
                        folder.relativize(file).toString(),
                        read.size()
                                + " "
                                + read.permissions()
                                + " "
                                + read.lastModifiedTime()
                                + " "
                                + Files.getAttribute(
                                        file, "unix:ctime", LinkOption.NOFOLLOW_LINKS));
            }
        }
        return files;
    }
}
