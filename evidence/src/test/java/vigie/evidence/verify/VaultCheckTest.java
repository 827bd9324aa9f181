package vigie.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Garden;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.material.Sha256;

class VaultCheckTest {
    private static final int FILES = 30;

    @TempDir Path folder;
    @TempDir Path vault;

    private Ledger ledger;

    @BeforeEach
    void take_some_files() throws IOException {
        ledger = Garden.open(folder, SigningKey.generate());
        for (int i = 0; i < FILES; i++) {
            byte[] plain = ("radish " + i).getBytes(UTF_8);
            byte[] stored = turned(plain);
            Files.write(vault.resolve("f" + i), stored);
            ledger.append(
                    take(plain).with("stored", Sha256.of(stored).hex()).with("name", "f" + i));
        }
        ledger.append(
                take("radish 3".getBytes(UTF_8))
                        .with("stored", Sha256.of(turned("radish 3".getBytes(UTF_8))).hex())
                        .with("name", "f3"));
        ledger.checkpoint();
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void an_untouched_vault_is_intact_with_the_key_and_without() throws IOException {
        Verification with = verify(true);
        assertEquals(List.of(), with.findings());
        assertEquals(FILES, with.vaultFiles());
        assertEquals(List.of(), verify(false).findings());
    }

    @Test
    void each_changed_missing_and_surplus_file_is_named() throws IOException {
        for (boolean key : new boolean[] {true, false}) {
            byte[] bytes = Files.readAllBytes(vault.resolve("f7"));
            bytes[2] ^= 1;
            Files.write(vault.resolve("f7"), bytes);
            Files.deleteIfExists(vault.resolve("f9"));
            Files.writeString(vault.resolve("weed"), "weed");
            assertEquals(
                    List.of("VAULT_ALTERED f7 7", "VAULT_MISSING f9 9", "VAULT_SURPLUS weed -1"),
                    found(verify(key)));
            bytes[2] ^= 1;
            Files.write(vault.resolve("f7"), bytes);
        }
    }

    @Test
    void a_file_that_was_exchanged_for_another_one_of_the_vault_is_named() throws IOException {
        Files.copy(vault.resolve("f1"), vault.resolve("f2"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of("VAULT_ALTERED f2 2"), found(verify(true)));
        assertEquals(List.of("VAULT_ALTERED f2 2"), found(verify(false)));
    }

    @Test
    void a_file_that_was_erased_on_a_decision_is_not_missing_but_must_be_gone() throws IOException {
        ledger.append(Draft.of(Verb.ERASURE, "erase", Garden.ANNA, "retention").with("name", "f5"));
        assertEquals(List.of("VAULT_NOT_ERASED f5 5"), found(verify(true)));
        Files.delete(vault.resolve("f5"));
        assertEquals(List.of(), found(verify(true)));
    }

    @Test
    void a_file_that_was_taken_anew_after_its_erasure_must_be_there_as_then() throws IOException {
        ledger.append(Draft.of(Verb.ERASURE, "erase", Garden.ANNA, "retention").with("name", "f5"));
        byte[] plain = "radish 5 again".getBytes(UTF_8);
        Files.write(vault.resolve("f5"), turned(plain));
        Draft again = take(plain).with("name", "f5");
        ledger.append(again.with("stored", Sha256.of(turned(plain)).hex()));
        assertEquals(List.of(), found(verify(true)));
        ledger.append(again.with("stored", Sha256.of(plain).hex()));
        assertEquals(List.of("ENTRY_MALFORMED entries 33"), found(verify(true)));
    }

    @Test
    void evidence_left_in_place_is_read_where_it_is() throws IOException {
        ledger.append(take("beans".getBytes(UTF_8)));
        assertEquals(List.of(), found(verify(true)));
        ledger.append(take("peas".getBytes(UTF_8)));
        Verification result = verify(true);
        assertEquals(List.of("VAULT_ALTERED in place 32"), found(result));
        assertFalse(result.intact());
    }

    private Verification verify(boolean key) throws IOException {
        return new LedgerVerifier(folder).with(new Turned(vault, key)).verify();
    }

    private static List<String> found(Verification result) {
        return result.findings().stream()
                .map(each -> each.kind() + " " + each.where() + " " + each.entry())
                .toList();
    }

    private static Draft take(byte[] plain) {
        return Draft.of(Verb.COLLECTION, "take", Garden.ANNA, "order 12/2026")
                .with("sha256", Sha256.of(plain).hex())
                .with("size", plain.length);
    }

    private static byte[] turned(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] ^= 0x55;
        }
        return turned;
    }

    /// A vault that stores each byte turned; what is left in place is always beans.
    private record Turned(Path folder, boolean key) implements VaultFiles {
        @Override
        public Stream<String> names() throws IOException {
            try (var files = Files.list(folder)) {
                return files.map(file -> file.getFileName().toString()).toList().stream();
            }
        }

        @Override
        public Read read(Taken taken) throws IOException {
            if (taken.name() == null) {
                return new Read(null, new Plain.InPlace(Sha256.of("beans".getBytes(UTF_8))), 5);
            }
            Path file = folder.resolve(taken.name());
            if (!Files.exists(file)) {
                throw new NoSuchFileException(taken.name());
            }
            byte[] stored = Files.readAllBytes(file);
            Plain plain = key ? new Plain.Held(Sha256.of(turned(stored))) : new Plain.Unread();
            return new Read(Sha256.of(stored), plain, stored.length);
        }
    }
}
