package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Bad input, whole: one error with file and byte, exit code 1, everything before it kept and
/// marked partial; and what is refused before anything is read.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String CHAT =
            "{\"name\":\"Jardin\",\"type\":\"private_supergroup\",\"id\":%d,\"messages\":[\n";

    @TempDir static Path work = Path.of("");
    private Cli cli = new Cli(work);

    @BeforeAll
    void a_case() throws IOException, InterruptedException {
        cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
    }

    @AfterAll
    void all_of_it_verifies() throws IOException, InterruptedException {
        assertEquals(0, cli.run("verify", "--case", "K").exit());
    }

    @Test
    void an_export_cut_in_half_keeps_what_came_before() throws IOException, InterruptedException {
        String whole = CHAT.formatted(1) + message(1) + ",\n" + message(2) + "\n]}";
        Path file = write("cut.json", whole.substring(0, whole.length() - 30));
        JsonNode before = status();
        Cli.Result result = cli.run("take", "--case", "K", file.toString(), "--json");
        assertEquals(1, result.exit(), result::toString);
        assertTrue(result.err().contains("cut.json: byte " + Files.size(file)), result::toString);
        JsonNode after = result.json();
        assertEquals(1, grown(before, after, "messages"));
        assertEquals(
                1,
                after.get("parse").get("partial").asLong()
                        - before.get("parse").get("partial").asLong());
        Cli.Result again = cli.run("take", "--case", "K", file.toString(), "--json");
        assertEquals(1, again.exit());
        assertEquals(after.get("stateDigest"), again.json().get("stateDigest"));
    }

    @Test
    void a_duplicate_key_is_named_with_its_byte() throws IOException, InterruptedException {
        String start = CHAT.formatted(2) + message(1) + ",\n{\"id\":2,";
        refused("twice.json", start + "\"id\":3}]}", start.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void a_path_that_climbs_is_named_with_its_byte() throws IOException, InterruptedException {
        String start =
                CHAT.formatted(3)
                        + "{\"id\":2,\"type\":\"message\",\"date\":\"2024-06-01T10:00:00\",\"photo\":";
        refused(
                "climbs.json",
                start + "\"../../etc/passwd\",\"text\":\"\"}]}",
                start.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void a_hundred_thousand_nested_arrays_are_one_error() throws IOException, InterruptedException {
        String deep = "[".repeat(100_000);
        Cli.Result result =
                take(write("deep.json", CHAT.formatted(4) + "{\"id\":2,\"new_key\":" + deep));
        assertEquals(1, result.exit(), result::toString);
        assertTrue(result.err().contains("deep.json: byte "), result::toString);
    }

    @Test
    void an_archive_that_climbs_or_links_is_refused_at_that_member()
            throws IOException, InterruptedException {
        Path zip = work.resolve("climbing.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write("before".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("../b.txt"));
            out.write("outside".getBytes(StandardCharsets.UTF_8));
        }
        Cli.Result result = take(zip);
        assertEquals(1, result.exit(), result::toString);
        assertTrue(result.err().contains("climbing.zip"), result::toString);
        assertFalse(Files.exists(work.resolve("b.txt")));
    }

    @Test
    void a_bomb_is_refused_in_bounded_room() throws IOException, InterruptedException {
        Path zip = work.resolve("bomb.zip");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i < 400; i++) {
                out.write(zeros);
            }
        }
        Cli.Result result = take(zip);
        assertEquals(1, result.exit(), result::toString);
        assertTrue(result.err().contains("bomb.zip"), result::toString);
    }

    @Test
    void wrong_words_and_refusals_have_their_exit_codes() throws IOException, InterruptedException {
        assertEquals(2, cli.run("take", "--case", "K").exit());
        assertEquals(2, cli.run("nothing").exit());
        assertEquals(3, cli.run("status", "--case", "unknown").exit());
        assertEquals(3, cli.run("status", "--case", "K", "--as", "somebody.else").exit());
        assertEquals(1, cli.run("take", "--case", "K", work.resolve("nowhere").toString()).exit());
        Path expired =
                write(
                        "expired.yaml",
                        Files.readString(FirstCaseTest.basis())
                                .replace("date: 2026-11-01", "date: 2020-11-01")
                                .replace("expires: 2027-11-01", "expires: 2021-11-01")
                                .replace("document: order.txt\n", ""));
        Cli.Result result =
                cli.run("take", "--case", "K", "--basis", expired.toString(), expired.toString());
        assertEquals(3, result.exit(), result::toString);
        Cli other = new Cli(cli.home(), java.util.Map.of("VIGIE_MASTER_KEY", "A".repeat(43) + "="));
        assertEquals(3, other.run("verify", "--case", "K").exit());
    }

    private void refused(String name, String content, long offset)
            throws IOException, InterruptedException {
        Cli.Result result = take(write(name, content));
        assertEquals(1, result.exit(), result::toString);
        assertTrue(result.err().contains(name + ": byte " + offset + ":"), result::toString);
    }

    private Cli.Result take(Path path) throws IOException, InterruptedException {
        return cli.run("take", "--case", "K", path.toString(), "--json");
    }

    private JsonNode status() throws IOException, InterruptedException {
        return cli.done("status", "--case", "K", "--json").json();
    }

    private static long grown(JsonNode before, JsonNode after, String key) {
        return after.get(key).asLong() - before.get(key).asLong();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(work.resolve(name), content);
    }

    private static String message(int id) {
        return ("{\"id\":%d,\"type\":\"message\",\"date\":\"2024-06-01T10:00:00\","
                        + "\"from\":\"Salma\",\"from_id\":\"user1\",\"text\":\"graines\"}")
                .formatted(id);
    }
}
