package vigie.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.evidence.basis.Checked;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Garden;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.verify.LedgerVerifier;
import vigie.evidence.verify.Verification;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.material.Exhibit;

/// A vault in a temporary folder, a clock that tests move, and a basis that holds.
final class Fixture {
    static final Basis BASIS =
            new Basis(
                    Basis.Act.SEIZURE,
                    "Garden club",
                    "1/2026",
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 12, 31),
                    "the club's group",
                    null,
                    Basis.Exporter.SEIZED,
                    new Acquisition("operator 7", null, null, null, null, null, null, null));

    final Path folder;
    final CaseKey key = CaseKey.random();
    final TestClock clock = new TestClock();

    Fixture(Path temporary) {
        folder = temporary.resolve("vault/K");
    }

    /// A clock that stands until it is moved.
    static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-06-01T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    Vault open() throws IOException {
        return Vault.open(folder, key, clock);
    }

    Checked checked() {
        return Checked.check(BASIS, Actor.LOCAL, clock);
    }

    static Exhibit exhibit(Stored stored) {
        return new Exhibit(1, 1, stored.digest(), stored.size(), "garden", null, stored.inPlace());
    }

    byte[] read(Vault vault, Stored stored) throws IOException {
        try (InputStream in = vault.open(exhibit(stored), checked()).open(0)) {
            return in.readAllBytes();
        }
    }

    /// A ledger that took these files.
    static Path ledger(Path folder, Collection<Stored> taken) throws IOException {
        try (Ledger ledger = Garden.open(folder, SigningKey.generate())) {
            ledger.append(taken.stream().map(Fixture::take).toList());
        }
        return folder;
    }

    private static Draft take(Stored stored) {
        return Draft.of(Verb.COLLECTION, "take", Garden.ANNA, "order 1/2026")
                .with("sha256", stored.digest().hex())
                .with("size", stored.size())
                .with("stored", stored.stored().hex())
                .with("name", stored.name());
    }

    /// What verification finds in this vault, held against a ledger.
    Verification verify(Path ledger, boolean withKey) throws IOException {
        return verify(
                ledger,
                withKey ? StoredFiles.withKey(folder, key) : StoredFiles.withoutKey(folder));
    }

    static Verification verify(Path ledger, StoredFiles vault) throws IOException {
        return new LedgerVerifier(ledger).with(vault).verify();
    }

    /// Findings as kind, name and reason.
    static List<String> found(Verification result) {
        return result.findings().stream()
                .map(each -> each.kind() + " " + each.where() + ": " + each.says())
                .toList();
    }

    static byte[] bytes(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    Path file(Stored stored) {
        return VaultNames.file(folder, stored.name());
    }

    /// Every file below a folder, locks apart.
    static List<Path> files(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .sorted()
                    .toList();
        }
    }
}
