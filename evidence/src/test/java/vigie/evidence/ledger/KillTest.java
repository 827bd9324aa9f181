package vigie.evidence.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.verify.LedgerVerifier;
import vigie.evidence.verify.Verification;

/// Processes that append are killed at random instants, again and again, over one folder.
class KillTest {
    private static final int KILLS = Boolean.getBoolean("vigie.long") ? 50 : 10;

    @TempDir Path home;

    @Test
    void no_acknowledged_entry_is_lost_by_kill_9() throws IOException, InterruptedException {
        Path key = home.resolve("key.pem");
        Path folder = home.resolve("ledger");
        SigningKey signer = SigningKey.loadOrCreate(key);
        Garden.open(folder, signer).close();
        var random = new Random(5);
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged = Math.max(acknowledged, runAndKill(key, folder, random));
            Verification left = new LedgerVerifier(folder).opening(new AesSealer(7)).verify();
            assertEquals(List.of(), left.findings(), "as it was left, kill " + kill);
            try (Ledger ledger = Garden.open(folder, signer)) {
                assertTrue(ledger.size() >= acknowledged, ledger.size() + " of " + acknowledged);
                Entry last = ledger.entry(acknowledged - 1);
                assertEquals(
                        Optional.of(
                                Map.of(
                                        "path",
                                        "photos/tomato_"
                                                + last.data().whole("size").orElse(-1)
                                                + ".jpg")),
                        ledger.texts(last));
            }
            Verification opened = new LedgerVerifier(folder).opening(new AesSealer(7)).verify();
            assertEquals(List.of(), opened.findings(), "once opened again, kill " + kill);
            assertEquals(opened.entries(), opened.opened());
            assertTrue(opened.entries() >= acknowledged);
        }
        assertTrue(acknowledged > KILLS, "the child appended");
    }

    /// Two processes share the folder, and are killed at the same instant.
    private long runAndKill(Path key, Path folder, Random random)
            throws IOException, InterruptedException {
        Path[] outs = {home.resolve("out1"), home.resolve("out2")};
        var children = new ArrayList<Process>();
        for (Path out : outs) {
            children.add(start(key, folder, random.nextLong(), out));
        }
        for (int wait = 0; wait < 6000 && (silent(outs[0]) || silent(outs[1])); wait++) {
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(150));
        children.forEach(Process::destroyForcibly);
        long acknowledged = 0;
        for (int i = 0; i < outs.length; i++) {
            children.get(i).waitFor();
            String[] lines = Files.readString(outs[i], StandardCharsets.US_ASCII).split("\n", -1);
            acknowledged = Math.max(acknowledged, Long.parseLong(lines[lines.length - 2]));
        }
        return acknowledged;
    }

    private static boolean silent(Path out) throws IOException {
        return Files.size(out) == 0;
    }

    private static Process start(Path key, Path folder, long seed, Path out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        key.toString(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// The process that is killed: appends batches of random sizes, signs now and then, and prints
    /// each size once it is acknowledged.
    public static final class Child {
        private Child() {}

        /// Runs until it is killed.
        public static void main(String[] args) throws IOException {
            SigningKey key = SigningKey.load(Path.of(args[0]));
            var random = new Random(Long.parseLong(args[2]));
            try (Ledger ledger = Garden.open(Path.of(args[1]), key)) {
                while (true) {
                    long size = ledger.size();
                    ledger.append(Garden.takes(size, size + random.nextInt(1, 60)));
                    if (random.nextInt(8) == 0) {
                        ledger.checkpoint();
                    }
                    byte[] line = (ledger.size() + "\n").getBytes(StandardCharsets.US_ASCII);
                    System.out.write(line, 0, line.length);
                    System.out.flush();
                }
            }
        }
    }
}
