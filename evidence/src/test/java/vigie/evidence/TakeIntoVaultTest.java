package vigie.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.basis.BasisFile;
import vigie.evidence.basis.Checked;
import vigie.evidence.intake.Found;
import vigie.evidence.intake.Intake;
import vigie.evidence.intake.IntakeLimits;
import vigie.evidence.intake.IntakeSink;
import vigie.evidence.intake.KeptArchive;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Garden;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.vault.Stored;
import vigie.evidence.vault.StoredFiles;
import vigie.evidence.vault.Vault;
import vigie.evidence.vault.VaultBatch;
import vigie.evidence.verify.LedgerVerifier;
import vigie.evidence.verify.Verification;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;
import vigie.model.material.Exhibit;

/// The whole way of evidence in this module: basis, key, intake, vault, opening, verification.
class TakeIntoVaultTest {
    @TempDir Path home;
    @TempDir Path given;

    /// Numbers exhibits in the order in which their bytes became durable.
    private static final class Taking implements IntakeSink {
        private final Vault vault;
        private final VaultBatch batch;
        private final Supplier<Checked> checks;
        private final List<Found> waiting = new ArrayList<>();
        final List<Exhibit> exhibits = new ArrayList<>();
        final List<Stored> stored = new ArrayList<>();

        Taking(Vault vault, VaultBatch batch, Supplier<Checked> checks) {
            this.vault = vault;
            this.batch = batch;
            this.checks = checks;
        }

        @Override
        public void file(Found found) throws IOException {
            if (found.place() != null) {
                batch.put(found.place());
            } else {
                try (InputStream bytes = found.bytes().open()) {
                    batch.put(bytes, found.path());
                }
            }
            waiting.add(found);
        }

        @Override
        public KeptArchive archive(Found found) throws IOException {
            file(found);
            commit();
            Stored archive = stored.getLast();
            return new KeptArchive(archive.digest(), () -> vault.reread(archive, checks.get()));
        }

        @Override
        public void skipped(String path, String reason) {
            throw new AssertionError(path + reason);
        }

        void commit() throws IOException {
            List<Stored> durable = batch.commit();
            for (int i = 0; i < durable.size(); i++) {
                Stored one = durable.get(i);
                Found found = waiting.get(i);
                exhibits.add(
                        new Exhibit(
                                exhibits.size() + 1,
                                1,
                                one.digest(),
                                one.size(),
                                found.path(),
                                found.parent(),
                                one.inPlace()));
                stored.add(one);
            }
            waiting.clear();
        }
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static Draft take(Stored stored) {
        return Draft.of(Verb.COLLECTION, "take", Actor.LOCAL, "Garden club 1/2026")
                .with("sha256", stored.digest().hex())
                .with("size", stored.size())
                .with("stored", stored.stored().hex())
                .with("name", stored.name());
    }

    @Test
    void an_export_is_taken_opened_under_its_basis_and_verified() throws IOException {
        Path basisFile = given.resolve("basis.yaml");
        Files.writeString(
                basisFile,
                """
                act: consent
                authority: Garden club
                reference: 1/2026
                date: 2020-01-01
                expires: 2099-12-31
                scope: the club's group
                exporter: witness
                acquired: {by: operator 7}
                """);
        byte[] text = "{\"name\":\"leeks\"}".getBytes(StandardCharsets.UTF_8);
        Path export = Files.createDirectories(given.resolve("export/photos"));
        for (int i = 0; i < 30; i++) {
            Files.writeString(export.resolve(i + ".jpg"), "drawn leek " + i % 20);
        }
        Files.write(given.resolve("export/result.zip"), zip("result.json", text));

        Clock clock = Clock.systemUTC();
        Basis basis = BasisFile.read(basisFile);
        Supplier<Checked> checks = () -> Checked.check(basis, Actor.LOCAL, clock);
        Keyring keyring = Keyring.open(home, "home-1", new KeySource.KeyFile());
        CaseKey key = keyring.create(new CaseName("K"));
        Path folder = home.resolve("vault/K");
        try (Vault vault = Vault.open(folder, key, clock);
                VaultBatch batch = vault.batch()) {
            Taking taking = new Taking(vault, batch, checks);
            new Intake(IntakeLimits.DEFAULT).walk(List.of(given.resolve("export")), taking);
            taking.commit();
            assertEquals(32, taking.exhibits.size());
            Exhibit member = taking.exhibits.getLast();
            assertEquals("export/result.zip/result.json", member.path());
            assertEquals(taking.exhibits.get(30).digest(), member.parent());
            try (InputStream in = vault.open(member, checks).open(2)) {
                assertArrayEquals(
                        "name\":\"leeks\"}".getBytes(StandardCharsets.UTF_8), in.readAllBytes());
            }
            Path entered = home.resolve("ledger");
            try (Ledger ledger = Garden.open(entered, SigningKey.generate())) {
                ledger.append(taking.stored.stream().map(TakeIntoVaultTest::take).toList());
            }
            Verification result =
                    new LedgerVerifier(entered).with(StoredFiles.withKey(folder, key)).verify();
            assertEquals(22, result.vaultFiles());
            assertEquals(List.of(), result.findings());
            keyring.destroy(new CaseName("K"));
            assertFalse(keyring.has(new CaseName("K")));
        }
    }
}
