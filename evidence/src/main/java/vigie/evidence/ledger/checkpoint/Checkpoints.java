package vigie.evidence.ledger.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import vigie.evidence.disk.Durable;

/// The checkpoints that a ledger's folder keeps: every one ever signed, each under the number of
/// entries it covers, and the latest once more as `checkpoint`.
public final class Checkpoints {
    private final Path folder;
    private volatile @Nullable Opened last;

    /// A checkpoint whose signature was checked under a key: the same bytes need no second check.
    private record Opened(Checkpoint checkpoint, VerifierKey key) {}

    /// @param ledger the folder of the ledger
    public Checkpoints(Path ledger) {
        this.folder = ledger;
    }

    /// The file of the checkpoint over `size` entries, or of what belongs to it, by suffix: `note`,
    /// `tsq`, `tsr`, `minutes`, `txt`.
    public Path file(long size, String suffix) {
        return folder.resolve("checkpoints")
                .resolve(String.format(Locale.ROOT, "%012d.%s", size, suffix));
    }

    /// The sizes that have a checkpoint, in order.
    public LongStream sizes() throws IOException {
        Path all = folder.resolve("checkpoints");
        if (!Files.isDirectory(all)) {
            return LongStream.empty();
        }
        try (var files = Files.list(all)) {
            long[] sizes =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("[0-9]{12,18}\\.note"))
                            .mapToLong(name -> Long.parseLong(name, 0, name.length() - 5, 10))
                            .sorted()
                            .toArray();
            return LongStream.of(sizes);
        }
    }

    /// The checkpoint over `size` entries.
    public Checkpoint read(long size, VerifierKey key) throws IOException {
        Checkpoint checkpoint = opened(Files.readAllBytes(file(size, "note")), key);
        if (checkpoint.size() != size) {
            throw new BadCheckpoint(
                    "kept under " + size + ", but covers " + checkpoint.size() + " entries");
        }
        return checkpoint;
    }

    private Checkpoint opened(byte[] bytes, VerifierKey key) throws IOException {
        Opened before = last;
        if (before != null
                && before.key().equals(key)
                && Arrays.equals(before.checkpoint().bytes(), bytes)) {
            return before.checkpoint();
        }
        Checkpoint checkpoint = Checkpoint.open(bytes, key);
        last = new Opened(checkpoint, key);
        return checkpoint;
    }

    /// The checkpoint that covers most.
    public Optional<Checkpoint> latest(VerifierKey key) throws IOException {
        var size = sizes().max();
        return size.isPresent() ? Optional.of(read(size.getAsLong(), key)) : Optional.empty();
    }

    /// Keeps a checkpoint, durably.
    public void keep(Checkpoint checkpoint) throws IOException {
        Durable.folders(folder.resolve("checkpoints"));
        Durable.replace(file(checkpoint.size(), "note"), checkpoint.bytes());
        Durable.replace(folder.resolve("checkpoint"), checkpoint.bytes());
    }

    /// Brings `checkpoint` up to the latest, if a process was stopped while it kept one.
    public void settle(VerifierKey key) throws IOException {
        var latest = latest(key);
        Path file = folder.resolve("checkpoint");
        if (latest.isPresent()
                && (!Files.exists(file)
                        || !Arrays.equals(Files.readAllBytes(file), latest.get().bytes()))) {
            Durable.replace(file, latest.get().bytes());
        }
    }

    /// The public key that the folder states.
    public Optional<VerifierKey> statedKey() throws IOException {
        Path file = folder.resolve("public-key");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String line = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!line.endsWith("\n")) {
            throw new BadCheckpoint("the file public-key is cut");
        }
        try {
            return Optional.of(VerifierKey.parse(line.substring(0, line.length() - 1)));
        } catch (IllegalArgumentException malformed) {
            throw new BadCheckpoint("the file public-key: " + malformed.getMessage());
        }
    }

    /// Keeps the public key beside the checkpoints, durably.
    public void stateKey(VerifierKey key) throws IOException {
        Durable.replace(
                folder.resolve("public-key"), (key + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
