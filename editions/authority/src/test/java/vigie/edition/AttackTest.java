package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Hostile evidence, careless hands and lost folders, seen from the command line.
class AttackTest {
    private static final char ESCAPE = 0x1b;

    @TempDir Path work = Path.of("");

    private Cli cli = new Cli(work);

    @BeforeEach
    void makeCase() throws IOException, InterruptedException {
        cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
    }

    @Test
    void evidence_cannot_steer_the_terminal() throws IOException, InterruptedException {
        Path export = export("evil", "Nom\\u001b]0;x\\u0007", "tomates \\u001b[31m \\u009b");
        Files.writeString(export.resolve("bad" + ESCAPE + "[31m.json"), cut());
        Cli.Result taken = cli.run("take", "--case", "K", export.toString());
        assertEquals(1, taken.exit(), taken::toString);
        Cli.Result found = cli.done("find", "--case", "K", "tomates");
        Cli.Result json = cli.done("find", "--case", "K", "tomates", "--json");
        Cli.Result missing = cli.run("take", "--case", "K", "nowhere" + ESCAPE + "[31m");
        for (Cli.Result result : new Cli.Result[] {taken, found, json, missing}) {
            assertTrue(
                    result.toString()
                            .chars()
                            .allMatch(c -> c == '\n' || !Character.isISOControl(c)),
                    result::toString);
        }
        assertTrue(
                json.json().get("hits").get(0).get("text").asString().indexOf(ESCAPE) >= 0,
                json::toString);
    }

    @Test
    void wrong_words_are_explained_without_a_trace() throws IOException, InterruptedException {
        for (String[] wrong :
                new String[][] {
                    {"status", "--case", "../K"},
                    {"status", "--case", "K", "--as", ""},
                    {"find", "--case", "K", "tomates", "--purpose", " "},
                }) {
            Cli.Result result = cli.run(wrong);
            assertEquals(2, result.exit(), result::toString);
            assertFalse(result.err().contains("Exception"), result::toString);
        }
    }

    @Test
    void a_path_that_is_not_there_keeps_no_other_from_being_taken()
            throws IOException, InterruptedException {
        Path one = export("one", "Salma", "tomates");
        Cli.Result result =
                cli.run(
                        "take",
                        "--case",
                        "K",
                        work.resolve("nowhere").toString(),
                        one.toString(),
                        "--json");
        assertEquals(1, result.exit(), result::toString);
        assertEquals(1, result.json().get("messages").asLong(), result::toString);
    }

    @Test
    void a_file_other_than_the_acquisition_record_states_leaves_nothing()
            throws IOException, InterruptedException {
        Path file = Files.writeString(work.resolve("a.txt"), "tomates");
        Path basis = basis("wrong.yaml", "exporter: seized", "  sha256: " + "7".repeat(64) + "\n");
        Cli.Result result =
                cli.run("take", "--case", "K", "--basis", basis.toString(), file.toString());
        assertEquals(3, result.exit(), result::toString);
        assertEquals(0, cli.run("verify", "--case", "K").exit());
        assertEquals(0, cli.run("take", "--case", "K", file.toString()).exit());
    }

    @Test
    void one_altered_exhibit_keeps_no_other_from_being_rebuilt()
            throws IOException, InterruptedException {
        Path one = export("one", "Salma", "tomates");
        Path two = export("two", "Salma", "carottes");
        cli.done("take", "--case", "K", "--in-place", one.toString(), two.toString());
        Path altered = one.resolve("result.json");
        Files.writeString(altered, Files.readString(altered).replace("tomates", "patates"));
        Cli.Result result = cli.run("rebuild", "--case", "K", "--json");
        assertEquals(1, result.exit(), result::toString);
        assertTrue(result.err().contains("one/result.json"), result::toString);
        assertEquals(1, result.json().get("messages").asLong(), result::toString);
        assertEquals(4, cli.run("verify", "--case", "K").exit());
    }

    @Test
    void an_export_refused_for_its_basis_is_read_under_a_better_one()
            throws IOException, InterruptedException {
        Path export = export("pseudonym", "Salma", "tomates");
        Path unsaid = basis("unsaid.yaml", "exporter: pseudonym", "");
        Path said = basis("said.yaml", "exporter: pseudonym", "  account: user1\n");
        assertEquals(
                3,
                cli.run("take", "--case", "K", "--basis", unsaid.toString(), export.toString())
                        .exit());
        JsonNode status =
                cli.done(
                                "take",
                                "--case",
                                "K",
                                "--basis",
                                said.toString(),
                                export.toString(),
                                "--json")
                        .json();
        assertEquals(1, status.get("messages").asLong(), status::toString);
        JsonNode rebuilt = cli.done("rebuild", "--case", "K", "--json").json();
        assertEquals(status.get("stateDigest"), rebuilt.get("stateDigest"));
        JsonNode act = cli.done("acts", "--case", "K", "--operator", "7", "--json").json();
        assertEquals("2024-06-01T10:00:00", act.get("at").asString(), act::toString);
        assertEquals("operator 7", act.get("author").asString(), act::toString);
    }

    @Test
    void a_lost_database_is_made_again_from_ledger_and_vault()
            throws IOException, InterruptedException {
        JsonNode before =
                cli.done(
                                "take",
                                "--case",
                                "K",
                                export("one", "Salma", "tomates").toString(),
                                "--json")
                        .json();
        delete(database());
        Cli.Result lost = cli.run("status", "--case", "K");
        assertEquals(1, lost.exit(), lost::toString);
        assertTrue(lost.err().contains("delete pg.properties"), lost::toString);
        Files.delete(cli.home().resolve("pg.properties"));
        JsonNode after = cli.done("rebuild", "--case", "K", "--json").json();
        assertEquals(before.get("stateDigest"), after.get("stateDigest"));
        assertEquals(3, cli.run("status", "--case", "K", "--as", "somebody.else").exit());
    }

    @Test
    void a_copy_of_a_home_never_shares_its_database() throws IOException, InterruptedException {
        cli.done("take", "--case", "K", export("one", "Salma", "tomates").toString());
        Process copying =
                new ProcessBuilder(
                                "cp", "-a", cli.home().toString(), work.resolve("copy").toString())
                        .start();
        assertEquals(0, copying.waitFor());
        Cli copy = new Cli(work.resolve("copy"));
        Cli.Result first = copy.run("status", "--case", "K");
        if (first.exit() != 0) {
            assertTrue(first.err().contains("delete pg.properties"), first::toString);
            Files.delete(copy.home().resolve("pg.properties"));
            copy.done("rebuild", "--case", "K");
        }
        copy.done("take", "--case", "K", export("two", "Salma", "carottes").toString());
        assertEquals(2, messages(copy));
        assertEquals(1, messages(cli));
    }

    @Test
    void nothing_in_a_home_is_readable_by_others_but_its_stamp()
            throws IOException, InterruptedException {
        cli.done("take", "--case", "K", export("one", "Salma", "tomates").toString());
        try (Stream<Path> all = Files.list(cli.home())) {
            for (Path file : all.toList()) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertTrue(
                        file.endsWith("home.json") || rights.endsWith("------"),
                        file + " " + rights);
            }
        }
    }

    private static long messages(Cli cli) throws IOException, InterruptedException {
        return cli.done("status", "--case", "K", "--json").json().get("messages").asLong();
    }

    /// The folder of the database, inside the home or where the home says.
    private Path database() throws IOException {
        String stamp = Files.readString(cli.home().resolve("home.json"));
        int at = stamp.indexOf("/var/lib/");
        return at < 0
                ? cli.home().resolve("pg")
                : Path.of(stamp.substring(at, stamp.indexOf('"', at)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private Path basis(String name, String exporter, String acquired) throws IOException {
        return Files.writeString(
                work.resolve(name),
                Files.readString(FirstCaseTest.basis())
                                .replace("document: order.txt\n", "")
                                .replace("exporter: seized", exporter)
                        + acquired);
    }

    private Path export(String name, String author, String text) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name));
        Files.writeString(
                folder.resolve("result.json"),
                ("{\"name\":\"Jardin\",\"type\":\"private_supergroup\",\"id\":%d,\"messages\":["
                                + "{\"id\":1,\"type\":\"message\",\"date\":\"2024-06-01T10:00:00\","
                                + "\"from\":\"%s\",\"from_id\":\"user1\",\"text\":\"%s\"}]}")
                        .formatted(10 + Math.floorMod(name.hashCode(), 1000), author, text));
        return folder;
    }

    private static String cut() {
        return "{\"name\":\"x\",\"type\":\"private_supergroup\",\"id\":9,\"messages\":[\n{\"id\":1,";
    }
}
