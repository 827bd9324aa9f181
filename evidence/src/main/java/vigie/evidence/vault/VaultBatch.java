package vigie.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.evidence.disk.Durable;
import vigie.model.material.Sha256;

/// Many files on their way into the vault, durable together: nothing of a batch is acknowledged
/// until [#commit] returns, and what is not committed is removed on closing.
///
/// One thread uses a batch at a time. It may be used again after a commit.
public final class VaultBatch implements AutoCloseable {
    /// The most that is read at once, and the size up to which known bytes are recognised before
    /// anything is written.
    private static final int CHUNK = 512 * 1024;

    private final Vault vault;
    private final byte[] chunk = new byte[CHUNK];
    private final HashedOutput.Buffers output = HashedOutput.Buffers.fresh();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, Stored> known = new HashMap<>();
    private final Map<Path, Stored> places = new HashMap<>();
    private long bytes;

    /// A file of the batch.
    ///
    /// @param unfinished where it is written, or null where the vault or this batch has it already
    private record Pending(Stored stored, @Nullable Path unfinished) {}

    VaultBatch(Vault vault) {
        this.vault = vault;
    }

    /// Reads a file into the batch.
    ///
    /// @throws IOException in one sentence, where it cannot be read or kept; the batch stays as it
    ///     was
    public void put(Path file) throws IOException {
        try (SourceInput input = SourceInput.of(file)) {
            put(input, file.toString());
        }
    }

    /// Reads a stream to its end into the batch; what it throws is thrown on, and the batch stays
    /// as it was.
    ///
    /// @param what a name for messages
    public void put(InputStream stream, String what) throws IOException {
        put(new SourceInput(stream, null), what);
    }

    private void put(SourceInput input, String what) throws IOException {
        MessageDigest digest = Sha256.digest();
        int count = input.fill(chunk);
        digest.update(chunk, 0, count);
        if (count < chunk.length) {
            Sha256 whole = Sha256.ofDigest(digest.digest());
            Optional<Stored> there = held(whole);
            if (there.isPresent()) {
                add(new Pending(there.get(), null));
                return;
            }
            add(sealed(what, whole, count));
            return;
        }
        add(streamed(input, what, digest));
    }

    private Pending sealed(String what, Sha256 digest, int size) throws IOException {
        Path file = vault.newFile();
        try (FileSealer sealer = new FileSealer(file, output, what)) {
            sealer.write(chunk, 0, size);
            return finish(sealer, file, digest, size);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private Pending streamed(SourceInput input, String what, MessageDigest digest)
            throws IOException {
        Path file = vault.newFile();
        Pending written;
        try (FileSealer sealer = new FileSealer(file, output, what)) {
            long size = 0;
            int count = chunk.length;
            while (count > 0) {
                sealer.write(chunk, 0, count);
                size += count;
                count = input.fill(chunk);
                digest.update(chunk, 0, count);
            }
            written = finish(sealer, file, Sha256.ofDigest(digest.digest()), size);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        Optional<Stored> there = held(written.stored().digest());
        if (there.isPresent()) {
            Files.delete(file);
            return new Pending(there.get(), null);
        }
        return written;
    }

    private Pending finish(FileSealer sealer, Path file, Sha256 digest, long size)
            throws IOException {
        String name = vault.fileName(digest);
        Stored stored = sealer.finish(FileSeal.Kind.EVIDENCE, digest, size, name, vault.seals());
        return new Pending(stored, file);
    }

    /// What this batch or the vault holds of these bytes, its stored bytes verified.
    private Optional<Stored> held(Sha256 digest) throws IOException {
        String name = vault.fileName(digest);
        Stored here = known.get(name);
        if (here != null) {
            return Optional.of(again(here));
        }
        return held(name, FileSeal.Kind.EVIDENCE);
    }

    private Optional<Stored> held(String name, FileSeal.Kind kind) throws IOException {
        Optional<SealedFile> file = vault.sealed(name, kind);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        FileSeal seal = file.get().seal();
        SealedFile.Digests found = SealedFile.digests(file.get().file());
        if (!found.body().equals(seal.body())) {
            throw SealedFile.altered(file.get().file(), "its bytes are others than were sealed");
        }
        boolean inPlace = kind == FileSeal.Kind.REFERENCE;
        return Optional.of(
                new Stored(
                        seal.digest(),
                        seal.size(),
                        name,
                        found.whole(),
                        found.length(),
                        inPlace,
                        false));
    }

    private static Stored again(Stored held) {
        return new Stored(
                held.digest(),
                held.size(),
                held.name(),
                held.stored(),
                held.storedSize(),
                held.inPlace(),
                false);
    }

    /// Reads a file where it is and adds the record of it to the batch.
    public void reference(Path file) throws IOException {
        Path place;
        try {
            place = file.toRealPath();
        } catch (IOException why) {
            throw Source.unreadable(file, why);
        }
        Stored before = places.get(place);
        if (before != null) {
            add(new Pending(again(before), null));
            return;
        }
        Path record = vault.newFile();
        Pending added;
        try (FileSealer sealer = new FileSealer(record, output, place.toString())) {
            ReferenceWriter.Read read = ReferenceWriter.read(place, sealer);
            added = referenced(place, record, sealer, read);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(record);
            throw failed;
        }
        if (added.unfinished() == null) {
            Files.delete(record);
        }
        places.put(place, added.stored());
        add(added);
    }

    /// The record under the first name that is free, or the one that names the same place.
    private Pending referenced(
            Path place, Path record, FileSealer sealer, ReferenceWriter.Read read)
            throws IOException {
        for (int turn = 0; turn < Vault.PLACES; turn++) {
            String name = vault.referenceName(read.digest(), turn);
            Optional<SealedFile> there = vault.sealed(name, FileSeal.Kind.REFERENCE);
            if (there.isPresent() && Reference.read(there.get()).place().equals(place)) {
                return new Pending(held(name, FileSeal.Kind.REFERENCE).orElseThrow(), null);
            }
            if (there.isEmpty() && !known.containsKey(name)) {
                Stored stored =
                        sealer.finish(
                                FileSeal.Kind.REFERENCE,
                                read.digest(),
                                read.size(),
                                name,
                                vault.seals());
                return new Pending(stored, record);
            }
        }
        throw new IOException("cannot reference " + place + ": its bytes lie in too many places");
    }

    private void add(Pending one) {
        pending.add(one);
        known.putIfAbsent(one.stored().name(), one.stored());
        bytes += one.unfinished() == null ? 0 : one.stored().storedSize();
    }

    /// How many files await the commit.
    public int size() {
        return pending.size();
    }

    /// The names that the commit will add to the vault.
    public List<String> names() {
        return pending.stream()
                .filter(one -> one.unfinished() != null)
                .map(one -> one.stored().name())
                .toList();
    }

    /// How many stored bytes await the commit.
    public long bytes() {
        return bytes;
    }

    /// Makes the batch durable and says what the vault holds now, in the order of putting.
    ///
    /// @throws IOException where the disk failed: some of the batch may be in the vault then, none
    ///     of it is acknowledged, and putting it again finds what is there
    public List<Stored> commit() throws IOException {
        List<Stored> stored = new ArrayList<>();
        try (Durability durability = Durability.of(vault.folder(), pending.size())) {
            List<Path> unfinished = new ArrayList<>();
            for (Pending one : pending) {
                if (one.unfinished() != null) {
                    unfinished.add(one.unfinished());
                }
            }
            durability.files(unfinished);
            for (Pending one : pending) {
                Path file = VaultNames.file(vault.folder(), one.stored().name());
                durability.folderOf(file);
                stored.add(named(one, file));
            }
            durability.names();
        } catch (IOException why) {
            throw Source.unkept("what was read", why);
        }
        pending.clear();
        known.clear();
        places.clear();
        bytes = 0;
        return stored;
    }

    private Stored named(Pending one, Path file) throws IOException {
        if (one.unfinished() == null) {
            return one.stored();
        }
        try {
            Durable.name(one.unfinished(), file);
            return one.stored();
        } catch (FileAlreadyExistsException _) {
            // Somebody put the same bytes meanwhile; theirs stay.
            Files.delete(one.unfinished());
            FileSeal.Kind kind =
                    one.stored().inPlace() ? FileSeal.Kind.REFERENCE : FileSeal.Kind.EVIDENCE;
            return held(one.stored().name(), kind).orElseThrow();
        }
    }

    @Override
    public void close() throws IOException {
        for (Pending one : pending) {
            if (one.unfinished() != null) {
                Files.deleteIfExists(one.unfinished());
            }
        }
        pending.clear();
    }
}
