package vigie.evidence.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.verify.LedgerVerifier;

/// A process whose files may not grow beyond a limit stands for a full disk.
class FullDiskTest {
    @TempDir Path home;

    @Test
    void what_does_not_fit_is_refused_whole_and_what_was_acknowledged_stays()
            throws IOException, InterruptedException {
        for (int limit : new int[] {60, 61, 97}) {
            Path key = home.resolve("key.pem");
            Path folder = home.resolve("ledger" + limit);
            SigningKey signer = SigningKey.loadOrCreate(key);
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Path out = home.resolve("out");
            Process child =
                    new ProcessBuilder(
                                    "bash",
                                    "-c",
                                    "ulimit -f " + limit + "; exec \"$@\"",
                                    "limited",
                                    java,
                                    "-Xshare:auto",
                                    "-XX:-UsePerfData",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Child.class.getName(),
                                    key.toString(),
                                    folder.toString())
                            .redirectOutput(out.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            assertTrue(child.waitFor(60, TimeUnit.SECONDS));
            List<String> said = Files.readAllLines(out, StandardCharsets.US_ASCII);
            long acknowledged = Long.parseLong(said.get(0));
            assertTrue(acknowledged > 50, said.toString());
            assertEquals("still " + acknowledged, said.get(1));
            assertEquals(List.of(), new LedgerVerifier(folder).verify().findings());
            try (Ledger ledger = Garden.open(folder, signer)) {
                assertEquals(acknowledged, ledger.size());
                ledger.append(Garden.takes(0, 20));
                ledger.checkpoint();
            }
            var after = new LedgerVerifier(folder).opening(new AesSealer(7)).verify();
            assertEquals(List.of(), after.findings());
            assertEquals(acknowledged + 20, after.opened());
        }
    }

    /// The process with the limit.
    public static final class Child {
        private Child() {}

        /// Appends until that fails; prints the last acknowledged size, and what there is then.
        public static void main(String[] args) throws IOException {
            try (Ledger ledger = Garden.open(Path.of(args[1]), SigningKey.load(Path.of(args[0])))) {
                long acknowledged = 0;
                try {
                    while (true) {
                        ledger.append(Garden.takes(acknowledged, acknowledged + 7));
                        acknowledged += 7;
                    }
                } catch (IOException full) {
                    String said = acknowledged + "\nstill " + ledger.size() + "\n";
                    byte[] bytes = said.getBytes(StandardCharsets.US_ASCII);
                    System.out.write(bytes, 0, bytes.length);
                    System.out.flush();
                }
            }
        }
    }
}
