package vigie.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.SealingKey;
import vigie.evidence.verify.VaultFiles;
import vigie.model.material.Sha256;

/// The files of a vault, to be verified: their stored bytes without any key, and with the case's
/// key the plain bytes too, those of evidence taken in place among them. It opens no evidence to
/// anybody: plain bytes are hashed and forgotten.
public final class StoredFiles implements VaultFiles {
    private static final int BUFFER = FileSeal.SEGMENT * 4;

    private final Path folder;
    private final @Nullable SealingKey seals;

    private StoredFiles(Path folder, @Nullable SealingKey seals) {
        this.folder = folder;
        this.seals = seals;
    }

    /// The stored bytes only.
    public static StoredFiles withoutKey(Path folder) {
        return new StoredFiles(folder, null);
    }

    /// Stored and plain bytes.
    public static StoredFiles withKey(Path folder, CaseKey key) {
        return new StoredFiles(folder, key.sealing(CaseKey.Purpose.FILE_SEALS));
    }

    @Override
    public Stream<String> names() throws IOException {
        VaultFolder there = VaultFolder.list(folder);
        return Stream.concat(there.names().stream(), there.strange().stream());
    }

    @Override
    public Read read(Taken taken) throws IOException {
        String name = taken.name();
        if (name == null || !VaultNames.isName(name)) {
            throw new IOException("entry " + taken.entry() + " names no file of a vault");
        }
        Path file = VaultNames.file(folder, name);
        SealedFile.Digests stored = SealedFile.digests(file);
        SealingKey key = seals;
        Plain plain =
                key == null || !stored.whole().equals(taken.stored())
                        ? new Plain.Unread()
                        : plain(SealedFile.open(file, name, key), taken.sha256());
        return new Read(stored.whole(), plain, stored.length());
    }

    private static Plain plain(SealedFile sealed, Sha256 taken) throws IOException {
        if (!sealed.seal().digest().equals(taken)) {
            throw new IOException("it is other evidence than was recorded");
        }
        return switch (sealed.seal().kind()) {
            case EVIDENCE -> new Plain.Held(digest(sealed.body()));
            case REFERENCE -> inPlace(Reference.read(sealed));
        };
    }

    private static Plain inPlace(Reference reference) {
        try {
            return new Plain.InPlace(digest(reference.channel()));
        } catch (IOException why) {
            return new Plain.Displaced(String.valueOf(why.getMessage()));
        }
    }

    private static Sha256 digest(SeekableByteChannel channel) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (channel) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return Sha256.ofDigest(digest.digest());
    }
}
