package vigie.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.SealingKey;
import vigie.model.material.Sha256;

/// Verifies a vault against what the ledger says of it, offline; needs no key, and checks more with
/// one. It opens no evidence to anybody: plain bytes are hashed and forgotten.
///
/// It proves that nothing changed since the ledger's entries, not what was before.
public final class VaultCheck {
    private final Path folder;
    private final @Nullable SealingKey seals;
    private final LongConsumer progress;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Finding, Sha256> absent = new LinkedHashMap<>();
    private final Set<Sha256> present = new HashSet<>();
    private long checked;

    /// What the ledger says of one file.
    ///
    /// @param name   its name in the vault
    /// @param stored the SHA-256 of the stored bytes
    /// @param plain  the SHA-256 of the evidence, where known
    public record Expected(String name, Sha256 stored, @Nullable Sha256 plain) {
        /// What the ledger says of a file as the vault returned it.
        public static Expected of(Stored stored) {
            return new Expected(stored.name(), stored.stored(), stored.digest());
        }
    }

    /// What verification found.
    ///
    /// @param files    how many files were verified
    /// @param findings what is wrong, in the order of names; nothing where the vault is whole
    public record Report(long files, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }
    }

    private VaultCheck(Path folder, @Nullable SealingKey seals, LongConsumer progress) {
        this.folder = folder;
        this.seals = seals;
        this.progress = progress;
    }

    /// Verifies the stored bytes of every file.
    ///
    /// @param progress told how many more bytes were read
    public static Report withoutKey(
            Path folder, Collection<Expected> expected, LongConsumer progress) throws IOException {
        return new VaultCheck(folder, null, progress).run(expected);
    }

    /// Verifies the stored and the plain bytes of every file, and of evidence taken in place.
    ///
    /// @param progress told how many more bytes were read
    public static Report withKey(
            Path folder, Collection<Expected> expected, CaseKey key, LongConsumer progress)
            throws IOException {
        SealingKey seals = key.sealing(CaseKey.Purpose.FILE_SEALS);
        return new VaultCheck(folder, seals, progress).run(expected);
    }

    private Report run(Collection<Expected> expected) throws IOException {
        Map<String, Expected> wanted = new TreeMap<>();
        for (Expected one : expected) {
            Expected before = wanted.put(one.name(), one);
            if (before != null && !before.stored().equals(one.stored())) {
                throw new IllegalArgumentException("two digests are expected of " + one.name());
            }
        }
        VaultFolder there = VaultFolder.list(folder);
        for (String name : there.names()) {
            Expected one = wanted.remove(name);
            if (one == null) {
                findings.add(new Finding.Surplus(name));
            } else {
                verify(one);
            }
        }
        wanted.keySet().forEach(name -> findings.add(new Finding.Missing(name)));
        // Evidence that moved and was referenced anew is whole where it lies now.
        absent.forEach(
                (finding, digest) -> {
                    if (!present.contains(digest)) {
                        findings.add(finding);
                    }
                });
        there.strange().forEach(path -> findings.add(new Finding.Surplus(path)));
        findings.sort(java.util.Comparator.comparing(Finding::name));
        return new Report(checked, findings);
    }

    private void verify(Expected one) throws IOException {
        Path file = VaultNames.file(folder, one.name());
        checked++;
        if (!SealedFile.digests(file, progress).whole().equals(one.stored())) {
            altered(one, "its stored bytes are others");
            return;
        }
        if (seals == null) {
            return;
        }
        try {
            SealedFile sealed = SealedFile.open(file, one.name(), seals);
            Sha256 recorded = sealed.seal().digest();
            if (one.plain() != null && !recorded.equals(one.plain())) {
                altered(one, "it is other evidence than was recorded");
                return;
            }
            switch (sealed.seal().kind()) {
                case EVIDENCE -> held(one, sealed, recorded);
                case REFERENCE -> inPlace(one, sealed, recorded);
            }
        } catch (IOException why) {
            altered(one, String.valueOf(why.getMessage()));
        }
    }

    private void held(Expected one, SealedFile sealed, Sha256 recorded) throws IOException {
        try (SeekableByteChannel plain = sealed.body()) {
            if (!digest(plain).equals(recorded)) {
                altered(one, "its plain bytes are others");
            }
        }
    }

    private void inPlace(Expected one, SealedFile sealed, Sha256 recorded) throws IOException {
        Reference reference = Reference.read(sealed);
        try (SeekableByteChannel plain = reference.channel()) {
            if (digest(plain).equals(recorded)) {
                present.add(recorded);
            } else {
                altered(one, "its plain bytes are others");
            }
        } catch (IOException why) {
            String reason = String.valueOf(why.getMessage());
            absent.put(new Finding.Altered(one.name(), reason), recorded);
        }
    }

    private void altered(Expected one, String reason) {
        findings.add(new Finding.Altered(one.name(), reason));
    }

    private Sha256 digest(SeekableByteChannel plain) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(FileSeal.SEGMENT * 4);
        for (int count = plain.read(buffer); count >= 0; count = plain.read(buffer)) {
            digest.update(buffer.flip());
            buffer.clear();
            progress.accept(count);
        }
        return Sha256.ofDigest(digest.digest());
    }
}
