package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vigie.casework.home.Home;
import vigie.casework.operation.WorkInProgress;
import vigie.model.casefile.CaseName;

/// Verbs beside a process that owns the home.
class JoinTest {
    /// So many that a take still runs when another verb has started beside it.
    private static final int MANY = 200_000;

    private static final int MESSAGES = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path work = Path.of("");

    private @Nullable Process owner;

    @AfterEach
    void end() throws InterruptedException {
        if (owner != null) {
            owner.destroyForcibly().waitFor();
        }
    }

    @Test
    void verbs_work_beside_the_owner_and_say_what_they_do() throws Exception {
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        own(cli);
        Path endpoint = cli.home().resolve("run/endpoint");
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(endpoint)));

        Path export = export(MANY);
        Process take = cli.startUnheard("take", "--case", "K", export.toString());
        WorkInProgress seen = awaitReading(cli, take);
        assertEquals(WorkInProgress.Kind.TAKE, seen.kind());
        assertEquals("local", seen.actor().id());
        assertTrue(seen.whole() > 0 && seen.part() <= seen.whole(), seen.toString());

        Cli.Result rebuild = cli.run("rebuild", "--case", "K");
        assertEquals(1, rebuild.exit());
        assertTrue(
                said(rebuild).getFirst().startsWith("take works on case K since")
                        && said(rebuild).size() == 1,
                rebuild.err());
        assertEquals(0, cli.run("status", "--case", "K").exit());
        assertEquals(0, cli.run("find", "--case", "K", "tomates").exit());
        assertEquals(0, take.waitFor());
        assertTrue(working(cli).isEmpty());

        JsonNode status = cli.done("status", "--case", "K", "--json").json();
        assertEquals(MANY, status.get("messages").asInt());
        assertEquals(0, cli.run("verify", "--case", "K").exit());
        String digest = status.get("stateDigest").asString();
        assertEquals(
                digest,
                cli.done("rebuild", "--case", "K", "--json").json().get("stateDigest").asString());
        cli.done("case", "new", "L", "--basis", FirstCaseTest.basis().toString());

        assertTrue(owner != null);
        owner.getOutputStream().close();
        assertEquals(0, owner.waitFor());
        assertFalse(Files.exists(endpoint));
        assertEquals(
                digest,
                cli.done("status", "--case", "K", "--json").json().get("stateDigest").asString());
    }

    @Test
    void when_the_owner_is_killed_the_verb_says_so_in_one_sentence_and_taking_again_finishes()
            throws Exception {
        Path export = export(MESSAGES);
        Cli calm = new Cli(work.resolve("calm"));
        calm.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        JsonNode expected = calm.done("take", "--case", "K", export.toString(), "--json").json();

        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        Process serving = own(cli);
        CompletableFuture<Cli.Result> take = taking(cli, export);
        awaitReading(cli, null);
        serving.destroyForcibly().waitFor();
        Cli.Result ended = take.get();
        assertEquals(1, ended.exit(), ended.toString());
        assertTrue(ended.err().contains("the connection to the database was lost"), ended.err());
        assertEquals(1, said(ended).size(), ended.err());

        JsonNode again = cli.done("take", "--case", "K", export.toString(), "--json").json();
        assertEquals(expected.get("stateDigest"), again.get("stateDigest"));
        assertEquals(0, cli.run("verify", "--case", "K").exit());
    }

    @Test
    void when_the_joined_take_is_killed_the_owner_goes_on_and_taking_again_finishes()
            throws Exception {
        Path export = export(MESSAGES);
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        Process serving = own(cli);
        Process take = cli.startUnheard("take", "--case", "K", export.toString());
        awaitReading(cli, take);
        take.destroyForcibly().waitFor();

        assertTrue(Files.exists(cli.home().resolve("run/work-K.json")), "nothing was left");
        assertTrue(working(cli).isEmpty(), "a dead process is said to work");
        assertEquals(0, cli.run("status", "--case", "K").exit());
        JsonNode again = cli.done("take", "--case", "K", export.toString(), "--json").json();
        assertEquals(MESSAGES, again.get("messages").asInt());
        assertEquals(0, cli.run("verify", "--case", "K").exit());
        assertTrue(serving.isAlive());
    }

    @Test
    void an_endpoint_that_a_killed_owner_left_is_ignored() throws Exception {
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        own(cli).destroyForcibly().waitFor();
        Path endpoint = cli.home().resolve("run/endpoint");
        assertTrue(Files.exists(endpoint));
        String left = Files.readString(endpoint);

        cli.done("status", "--case", "K");
        assertFalse(Files.exists(endpoint));

        Process serving = own(cli);
        String other = Files.readString(endpoint).replaceAll("\"started\":\"[^\"]*", "$0" + "1");
        Files.writeString(endpoint, other);
        Cli.Result refused = cli.run("status", "--case", "K");
        assertEquals(1, refused.exit());
        assertTrue(refused.err().contains("another Vigie works in"), refused.err());
        Files.writeString(endpoint, left);
        assertEquals(1, cli.run("status", "--case", "K").exit());
        assertTrue(serving.isAlive());
    }

    private Process own(Cli cli) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "vigie.cli.Owner",
                                cli.home().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        owner = process;
        var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("ready", out.readLine());
        return process;
    }

    /// What a verb said, without what a library of the tests says.
    private static List<String> said(Cli.Result result) {
        return result.err().strip().lines().filter(line -> !line.startsWith("SLF4J")).toList();
    }

    private static CompletableFuture<Cli.Result> taking(Cli cli, Path export) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return cli.run("take", "--case", "K", export.toString());
                    } catch (IOException | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
    }

    /// Waits until a take reads messages into rows.
    private static WorkInProgress awaitReading(Cli cli, @Nullable Process take) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && (take == null || take.isAlive())) {
            Optional<WorkInProgress> working = working(cli);
            if (working.isPresent()
                    && working.get().stage().equals("reading")
                    && working.get().done() > 0) {
                return working.get();
            }
            Thread.sleep(5);
        }
        throw new AssertionError("nothing was ever read");
    }

    private static Optional<WorkInProgress> working(Cli cli) throws IOException {
        try (Home home = Home.enter(cli.home(), "authority")) {
            return WorkInProgress.of(home, new CaseName("K"));
        }
    }

    private Path export(int messages) throws IOException {
        Path folder = Files.createDirectories(work.resolve("export"));
        try (BufferedWriter json = Files.newBufferedWriter(folder.resolve("result.json"))) {
            json.write(
                    "{\"name\":\"Jardin\",\"type\":\"private_supergroup\",\"id\":77,\"messages\":[");
            for (int i = 1; i <= messages; i++) {
                json.write(i == 1 ? "\n" : ",\n");
                json.write(
                        ("{\"id\":%d,\"type\":\"message\",\"date\":\"2024-06-01T10:00:00\","
                                        + "\"date_unixtime\":\"%d\",\"from\":\"Nom %d\","
                                        + "\"from_id\":\"user%d\",\"text\":\"tomates et graines %d\"}")
                                .formatted(i, 1717225200L + i, i % 50, i % 50, i));
            }
            json.write("\n]}\n");
        }
        return folder;
    }
}
