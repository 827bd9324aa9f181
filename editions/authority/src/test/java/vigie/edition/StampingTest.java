package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Time stamps (RFC 3161) from request to verification, by hand, by a command, by the settings; and
/// everything an authority or a command may bring instead.
class StampingTest {
    private static final Instant LATE = Instant.parse("2039-01-01T00:00:00Z");
    private static final KeyPurposeId STAMPING = KeyPurposeId.id_kp_timeStamping;

    @TempDir Path work = Path.of("");

    private Cli cli = new Cli(work);
    private Path garden = work;

    @BeforeEach
    void makeCase() throws IOException, InterruptedException {
        garden = work.resolve("garden");
        cli = new Cli(work.resolve("home"), Map.of("VIGIE_MASTER_KEY", "A".repeat(43) + "="));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
    }

    @Test
    void a_reply_brought_by_hand_anchors_and_what_proves_nothing_is_refused_and_not_kept()
            throws IOException, InterruptedException, GeneralSecurityException {
        StampingAuthority authority = StampingAuthority.make(garden, STAMPING, LATE);
        Path request = request();
        byte[] asked = Files.readAllBytes(request);
        byte[] good = authority.reply(asked, Instant.now());
        byte[] forged = good.clone();
        forged[forged.length - 20] ^= 1;
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put(
                "not a time stamp of this checkpoint",
                authority.reply(other(asked), Instant.now()));
        bad.put("", forged);
        bad.put(
                "no trust anchor vouches for CN=Garden Clock",
                StampingAuthority.make(work.resolve("unknown"), STAMPING, LATE)
                        .reply(asked, Instant.now()));
        bad.put(
                "certificate",
                StampingAuthority.make(
                                work.resolve("expired"),
                                STAMPING,
                                Instant.parse("2024-01-01T00:00:00Z"))
                        .reply(asked, Instant.now()));
        bad.put(
                "ExtendedKeyUsage",
                StampingAuthority.make(work.resolve("server"), KeyPurposeId.id_kp_serverAuth, LATE)
                        .reply(asked, Instant.now()));
        bad.put("malformed timestamp response", Arrays.copyOf(good, good.length / 2));
        bad.put("malformed", new byte[0]);
        for (var refused : bad.entrySet()) {
            Cli.Result result = bring(refused.getValue());
            assertEquals(4, result.exit(), result::toString);
            assertTrue(result.err().contains("No valid time stamp: "), result::toString);
            assertTrue(result.err().contains(refused.getKey()), result::toString);
            assertFalse(Files.exists(kept(request)));
        }
        Cli.Result brought = bring(good);
        assertEquals(0, brought.exit(), brought::toString);
        assertTrue(brought.json().get("anchored").asBoolean(), brought::toString);
        assertTrue(brought.err().contains("by CN=Garden Clock."), brought::toString);
        assertFalse(anchored("status"), "nothing is trusted by default");
        assertFalse(anchored("verify"));
        assertTrue(anchored("verify", "--trust", root().toString()));
        Files.write(kept(request), forged);
        assertEquals(4, cli.run("verify", "--case", "K").exit());
    }

    @Test
    void a_command_or_the_settings_have_every_checkpoint_stamped()
            throws IOException, InterruptedException, GeneralSecurityException {
        StampingAuthority.make(garden, STAMPING, LATE);
        List<String> words =
                new java.util.ArrayList<>(List.of("checkpoint", "--case", "K", "--json"));
        words.addAll(List.of("--trust", root().toString(), "--stamp-command"));
        words.addAll(
                List.of(
                        "sh",
                        "-c",
                        StampingAuthority.command(garden).stream()
                                .collect(Collectors.joining("' '", "'", "'"))));
        Cli.Result once = cli.run(words.toArray(String[]::new));
        assertEquals(0, once.exit(), once::toString);
        assertTrue(once.json().get("anchored").asBoolean(), once::toString);

        settings(StampingAuthority.command(garden), 60, root());
        assertTrue(anchored("status"));
        assertTrue(anchored("verify"));
        assertTrue(anchored("take", file("a").toString()));
        assertTrue(anchored("verify"));
        assertTrue(anchored("rebuild"));
        Files.delete(cli.home().resolve("settings.yaml"));
        assertFalse(anchored("take", file("b").toString()));
        settings(StampingAuthority.command(garden), 60, root());
        assertTrue(anchored("checkpoint"), "no option is needed");
        assertTrue(anchored("status"));
        StampingAuthority.make(work.resolve("another"), STAMPING, LATE);
        settings(List.of(), 60, work.resolve("another/root.pem"));
        assertFalse(anchored("status"), "trust in another authority");
        assertFalse(anchored("verify"), "trust in another authority");
    }

    @Test
    void a_command_that_fails_hangs_or_floods_loses_no_evidence()
            throws IOException, InterruptedException, GeneralSecurityException {
        StampingAuthority.make(garden, STAMPING, LATE);
        StampingAuthority.make(work.resolve("unknown"), STAMPING, LATE);
        Path told = work.resolve("told");
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("sh ended with 7", List.of("sh", "-c", "env > " + told + "; exit 7"));
        commands.put("no-such-program cannot be run", List.of("no-such-program"));
        commands.put("sh took longer than", List.of("sh", "-c", "sleep 3171 & sleep 3171"));
        commands.put("yes wrote more than", List.of("yes"));
        commands.put("cat", List.of("sh", "-c", "cat; : cat"));
        commands.put("vouches", StampingAuthority.command(work.resolve("unknown")));
        int number = 0;
        for (var command : commands.entrySet()) {
            boolean slow = command.getKey().equals("vouches");
            settings(command.getValue(), slow ? 60 : 2, root());
            Instant start = Instant.now();
            Path file = file("f" + number++);
            Cli.Result result = cli.done("take", "--case", "K", file.toString(), "--json");
            assertEquals(number + 1, result.json().get("exhibits").asInt(), result::toString);
            assertFalse(result.json().get("checkpoint").get("anchored").asBoolean());
            List<String> said =
                    result.err()
                            .lines()
                            .filter(line -> line.startsWith("The checkpoint stays without"))
                            .toList();
            assertEquals(1, said.size(), result::toString);
            assertTrue(
                    command.getKey().equals("cat") || said.getFirst().contains(command.getKey()),
                    result::toString);
            assertTrue(Duration.between(start, Instant.now()).toSeconds() < 60);
        }
        assertFalse(Files.readString(told).contains("VIGIE_"), "keys stay here");
        assertTrue(
                ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .noneMatch(line -> line.contains("sleep 3171")));

        Cli.Result unknown = cli.run("checkpoint", "--case", "K");
        assertEquals(4, unknown.exit(), unknown::toString);
        settings(List.of("false"), 2, root());
        Cli.Result failed = cli.run("checkpoint", "--case", "K");
        assertEquals(1, failed.exit(), failed::toString);
        assertTrue(failed.err().contains("false ended with 1"), failed::toString);
        assertTrue(failed.out().contains("vigie/"), "what is to be kept on paper is printed");
        settings(StampingAuthority.command(garden), 60, root());
        assertTrue(anchored("checkpoint"), "the next one tries again");
        assertTrue(anchored("verify"));
    }

    @Test
    void faulty_settings_are_refused_before_anything_is_begun_and_verification_goes_on()
            throws IOException, InterruptedException {
        Path settings = cli.home().resolve("settings.yaml");
        Files.writeString(settings, "timestamp:\n  comand: [curl]\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        Cli.Result take = cli.run("take", "--case", "K", file("a").toString());
        assertEquals(3, take.exit(), take::toString);
        assertTrue(
                take.err().contains("settings.yaml: line 2: timestamp.comand is not a known key"),
                take::toString);
        Cli.Result verify = cli.done("verify", "--case", "K");
        assertTrue(verify.err().contains("timestamp.comand"), verify::toString);
        Files.writeString(settings, "timestamp:\n  trust: settings.yaml\n");
        Cli.Result status = cli.run("status", "--case", "K");
        assertEquals(1, status.exit(), status::toString);
        assertTrue(status.err().contains("settings.yaml"), status::toString);
        cli.done("verify", "--case", "K");
        Cli.Result doctor = cli.done("doctor");
        assertTrue(doctor.out().contains("MIND time stamps"), doctor::toString);
    }

    /// Asks for a stamp of the last checkpoint and returns the file of the request.
    private Path request() throws IOException, InterruptedException {
        String said = cli.done("checkpoint", "--case", "K", "--stamp-request").err();
        return said.lines()
                .filter(line -> line.startsWith("The request: "))
                .map(line -> Path.of(line.substring("The request: ".length())))
                .findFirst()
                .orElseThrow();
    }

    private static Path kept(Path request) {
        return Path.of(request.toString().replace(".tsq", ".tsr"));
    }

    /// The same request for another digest.
    private static byte[] other(byte[] request) {
        byte[] other = request.clone();
        other[40] ^= 1;
        return other;
    }

    private Cli.Result bring(byte[] reply) throws IOException, InterruptedException {
        Path file = Files.write(work.resolve("reply"), reply);
        return cli.run(
                "checkpoint",
                "--case",
                "K",
                "--stamp-reply",
                file.toString(),
                "--trust",
                root().toString(),
                "--json");
    }

    private Path root() {
        return garden.resolve("root.pem");
    }

    private Path file(String name) throws IOException {
        return Files.writeString(work.resolve(name), name);
    }

    private boolean anchored(String verb, String... more) throws IOException, InterruptedException {
        List<String> words = new java.util.ArrayList<>(List.of(verb, "--case", "K", "--json"));
        words.addAll(List.of(more));
        JsonNode result = cli.done(words.toArray(String[]::new)).json();
        return (result.has("checkpoint") ? result.get("checkpoint") : result)
                .get("anchored")
                .asBoolean();
    }

    private void settings(List<String> command, int seconds, Path trust) throws IOException {
        String words =
                command.stream()
                        .map(word -> "\"" + word.replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining(", "));
        Path file =
                Files.writeString(
                        cli.home().resolve("settings.yaml"),
                        "timestamp:\n  command: [%s]\n  seconds: %d\n  trust: %s\n"
                                .formatted(words, seconds, trust));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
