package vigie.evidence.vault;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.model.casefile.CaseName;

/// A process of its own that puts batches into a vault until it is killed, and writes what was
/// acknowledged to a file.
final class VaultWriter {
    private VaultWriter() {}

    /// Arguments: home, file of acknowledgements, first seed, bytes a file.
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Keyring keyring = Keyring.open(home, "home", new KeySource.KeyFile());
        CaseName name = new CaseName("K");
        int seed = Integer.parseInt(arguments[2]);
        int length = Integer.parseInt(arguments[3]);
        try (Vault vault =
                        Vault.open(home.resolve("vault/K"), keyring.open(name), Clock.systemUTC());
                VaultBatch batch = vault.batch();
                FileOutputStream acknowledged = new FileOutputStream(arguments[1], true)) {
            while (true) {
                StringBuilder lines = new StringBuilder();
                int from = seed;
                for (int i = 0; i < 20; i++) {
                    byte[] bytes = Fixture.bytes(seed++, length);
                    batch.put(new ByteArrayInputStream(bytes), "file " + seed);
                }
                for (Stored stored : batch.commit()) {
                    lines.append(from++).append(' ').append(stored.name()).append(' ');
                    lines.append(stored.stored()).append(' ').append(stored.digest()).append('\n');
                }
                acknowledged.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
                acknowledged.flush();
            }
        }
    }
}
