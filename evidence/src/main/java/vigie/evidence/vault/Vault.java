package vigie.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vigie.evidence.basis.Checked;
import vigie.evidence.disk.Durable;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.NamingKey;
import vigie.evidence.keys.SealingKey;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// The vault of one case: puts evidence once, opens it under a checked basis, never changes it.
///
/// Safe for several threads and several processes; a [VaultBatch] is for one thread.
public final class Vault implements AutoCloseable {
    /// How many places are remembered where the same bytes lie, for evidence taken in place.
    static final int PLACES = 16;

    private final Path folder;
    private final Clock clock;
    private final Unfinished unfinished;
    private final NamingKey fileNames;
    private final NamingKey referenceNames;
    private final SealingKey seals;

    private Vault(Path folder, CaseKey key, Clock clock, Unfinished unfinished) {
        this.folder = folder;
        this.clock = clock;
        this.unfinished = unfinished;
        this.fileNames = key.naming(CaseKey.Purpose.FILE_NAMES);
        this.referenceNames = key.naming(CaseKey.Purpose.REFERENCE_NAMES);
        this.seals = key.sealing(CaseKey.Purpose.FILE_SEALS);
    }

    /// Opens the vault of a case, made when missing; what a killed process left unfinished is
    /// removed.
    ///
    /// @param folder `vault/<case>` of the home
    /// @param clock  against which checks of a basis are judged
    public static Vault open(Path folder, CaseKey key, Clock clock) throws IOException {
        Durable.folders(folder);
        return new Vault(folder, key, clock, Unfinished.open(folder));
    }

    /// Keeps a file; durable on return.
    ///
    /// @throws IOException in one sentence, where the file cannot be read or kept; nothing of it
    ///     is kept then
    public Stored put(Path file) throws IOException {
        try (VaultBatch batch = batch()) {
            batch.put(file);
            return batch.commit().getFirst();
        }
    }

    /// Keeps the bytes of a stream to its end; durable on return. The caller closes the stream.
    ///
    /// @param what a name for messages
    public Stored put(InputStream bytes, String what) throws IOException {
        try (VaultBatch batch = batch()) {
            batch.put(bytes, what);
            return batch.commit().getFirst();
        }
    }

    /// Remembers a file where it is, hashed and not copied; durable on return. Each segment of it
    /// is verified before it is read.
    public Stored reference(Path file) throws IOException {
        try (VaultBatch batch = batch()) {
            batch.reference(file);
            return batch.commit().getFirst();
        }
    }

    /// Starts to keep many files that become durable together.
    public VaultBatch batch() {
        return new VaultBatch(this);
    }

    /// Opens an exhibit under a basis that was just checked.
    ///
    /// @throws vigie.model.casefile.Refusal of kind `BASIS` where the check is older than
    ///     [Checked#BOUND], here or when bytes are asked for
    /// @throws IOException where the vault's file is missing or altered, or what was taken in
    ///     place is gone
    public VaultBytes open(Exhibit exhibit, Checked checked) throws IOException {
        return open(exhibit, () -> checked);
    }

    /// Opens an exhibit for work that may outlast one check: `checks` is asked for a check now and
    /// again each time bytes are asked for, and each must be fresh. A stream that is open stays so.
    public VaultBytes open(Exhibit exhibit, Supplier<Checked> checks) throws IOException {
        checks.get().requireFresh(clock);
        return exhibit.inPlace()
                ? new VaultBytes(exhibit, checks, clock, reference(exhibit.digest()))
                : new VaultBytes(exhibit, checks, clock, held(exhibit.digest()));
    }

    /// The bytes that were just kept, for what must be read before they are an exhibit: the members
    /// of an archive. The caller closes the channel.
    public SeekableByteChannel reread(Stored stored, Checked checked) throws IOException {
        checked.requireFresh(clock);
        VaultBytes.Content content =
                stored.inPlace() ? reference(stored.digest()) : held(stored.digest());
        return content.opener().open();
    }

    /// Whether the vault holds bytes with this digest; says nothing of whether they are intact.
    public boolean holds(Sha256 digest) {
        return Files.exists(VaultNames.file(folder, fileName(digest)), LinkOption.NOFOLLOW_LINKS);
    }

    private VaultBytes.Content held(Sha256 digest) throws IOException {
        SealedFile file =
                sealed(fileName(digest), FileSeal.Kind.EVIDENCE)
                        .orElseThrow(() -> missing(digest, fileName(digest)));
        return new VaultBytes.Content(file.seal().size(), file::body);
    }

    private VaultBytes.Content reference(Sha256 digest) throws IOException {
        IOException last = missing(digest, referenceName(digest, 0));
        for (int turn = 0; turn < PLACES; turn++) {
            Optional<SealedFile> file =
                    sealed(referenceName(digest, turn), FileSeal.Kind.REFERENCE);
            if (file.isEmpty()) {
                break;
            }
            try {
                Reference reference = Reference.read(file.get());
                reference.requireThere();
                return new VaultBytes.Content(reference.size(), reference::channel);
            } catch (IOException gone) {
                last = gone;
            }
        }
        throw last;
    }

    private static IOException missing(Sha256 digest, String name) {
        return new IOException("the vault lacks the exhibit " + digest + ", its file " + name);
    }

    /// The file of a name, its seal opened; empty where there is none.
    Optional<SealedFile> sealed(String name, FileSeal.Kind kind) throws IOException {
        Path file = VaultNames.file(folder, name);
        try {
            SealedFile sealed = SealedFile.open(file, name, seals);
            if (sealed.seal().kind() != kind) {
                throw SealedFile.altered(file, "it is of another kind");
            }
            return Optional.of(sealed);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    String fileName(Sha256 digest) {
        return fileNames.name(digest, 0);
    }

    String referenceName(Sha256 digest, int turn) {
        return referenceNames.name(digest, turn);
    }

    SealingKey seals() {
        return seals;
    }

    Path folder() {
        return folder;
    }

    Path newFile() {
        return unfinished.newFile();
    }

    /// Removes a file that a batch committed and the ledger never entered, if it is there: of what
    /// was acknowledged nothing is ever removed so.
    public void remove(String name) throws IOException {
        if (!VaultNames.isName(name)) {
            throw new IllegalArgumentException("not a file of a vault: " + name);
        }
        Files.deleteIfExists(VaultNames.file(folder, name));
    }

    /// Removes what this vault left unfinished.
    @Override
    public void close() throws IOException {
        unfinished.close();
    }

    /// Names of all files that a folder of a vault holds, in order, without any key.
    public static List<String> names(Path folder) throws IOException {
        return VaultFolder.list(folder).names();
    }
}
