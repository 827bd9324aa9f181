package vigie.evidence.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.keys.SealingKey;
import vigie.evidence.verify.Finding;
import vigie.evidence.verify.Verification;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

class VaultFailureTest {
    @TempDir Path home;

    private CaseKey key() throws IOException {
        Keyring keyring = Keyring.open(home, "home", new KeySource.KeyFile());
        CaseName name = new CaseName("K");
        return keyring.has(name) ? keyring.open(name) : keyring.create(name);
    }

    private Process writer(int seed, int length, String before) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                before
                        + "exec '%s' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1"
                                .formatted(java)
                        + " -cp '%s' %s '%s' '%s' %d %d"
                                .formatted(
                                        System.getProperty("java.class.path"),
                                        VaultWriter.class.getName(),
                                        home,
                                        home.resolve("acknowledged"),
                                        seed,
                                        length);
        return new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
    }

    private List<Stored> acknowledged() throws IOException {
        List<Stored> all = new ArrayList<>();
        Path file = home.resolve("acknowledged");
        if (!Files.exists(file)) {
            return all;
        }
        String text = Files.readString(file);
        // The last line may be cut: it was not acknowledged then.
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            String[] parts = line.split(" ", -1);
            all.add(stored(parts[1], new Sha256(parts[2]), new Sha256(parts[3])));
        }
        return all;
    }

    private static Stored stored(String name, Sha256 stored, Sha256 digest) {
        return new Stored(digest, 0, name, stored, 0, false, true);
    }

    private void kill(int times) throws IOException, InterruptedException {
        Path temporary = home;
        Random random = new Random(11);
        for (int i = 0; i < times; i++) {
            home = Files.createDirectory(temporary.resolve("home" + i));
            CaseKey key = key();
            Path file = home.resolve("acknowledged");
            Process writer = writer(i, 1 << random.nextInt(1, 15), "");
            for (int wait = 0; wait < 3000 && writer.isAlive(); wait++) {
                if (Files.exists(file) && Files.size(file) > 0) {
                    break;
                }
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(200));
            writer.destroyForcibly().waitFor();
            afterKill(key);
        }
    }

    private void afterKill(CaseKey key) throws IOException {
        Path folder = home.resolve("vault/K");
        List<Path> left = Fixture.files(folder.resolve(VaultNames.UNFINISHED));
        try (Vault vault = Vault.open(folder, key, Clock.systemUTC())) {
            left.forEach(file -> assertTrue(Files.notExists(file), vault.folder().toString()));
        }
        List<Stored> expected = acknowledged();
        assertTrue(expected.size() >= 20, Files.readString(home.resolve("output")));
        StoredFiles files = StoredFiles.withKey(folder, key);
        Path ledger = Fixture.ledger(home.resolve("ledger"), expected);
        Verification result = Fixture.verify(ledger, files);
        assertEquals(expected.stream().distinct().count(), result.vaultFiles());
        List<Stored> all = new ArrayList<>(expected);
        SealingKey seals = key.sealing(CaseKey.Purpose.FILE_SEALS);
        for (Finding finding : result.findings()) {
            assertEquals(Finding.Kind.VAULT_SURPLUS, finding.kind(), finding.toString());
            Path file = VaultNames.file(folder, finding.where());
            Sha256 plain = SealedFile.open(file, finding.where(), seals).seal().digest();
            all.add(stored(finding.where(), SealedFile.digests(file).whole(), plain));
        }
        assertEquals(result.found(), all.size() - expected.size());
        // What has a name is whole, acknowledged or not.
        Path whole = Fixture.ledger(home.resolve("whole"), all);
        assertEquals(List.of(), Fixture.verify(whole, files).findings());
    }

    @Test
    void no_acknowledged_file_is_lost_or_half_written_when_the_writer_is_killed() throws Exception {
        kill(3);
    }

    @Test
    @EnabledIfSystemProperty(named = "vigie.long", matches = "true")
    void nor_when_it_is_killed_fifty_times() throws Exception {
        kill(50);
    }

    @Test
    void a_disk_that_takes_no_more_is_one_sentence_and_leaves_nothing() throws Exception {
        CaseKey key = key();
        // The largest file that the shell lets its child write: 64 blocks of 512 bytes or 1 KiB.
        Process writer = writer(1, 3_000_000, "ulimit -f 64; ");
        assertTrue(writer.waitFor(60, TimeUnit.SECONDS));
        String output = Files.readString(home.resolve("output"), StandardCharsets.UTF_8);
        assertTrue(
                output.contains(
                        "the vault cannot keep file 2, nothing of it was kept: File too large"),
                output);
        Path folder = home.resolve("vault/K");
        assertEquals(List.of(), Fixture.files(folder));
        Path ledger = Fixture.ledger(home.resolve("ledger"), List.of());
        assertEquals(
                List.of(), Fixture.verify(ledger, StoredFiles.withKey(folder, key)).findings());
    }
}
