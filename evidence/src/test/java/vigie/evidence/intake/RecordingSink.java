package vigie.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.MalformedInput;
import vigie.model.material.Sha256;

/// Keeps archives in a folder, and of all else the path, parent, length and digest.
final class RecordingSink implements IntakeSink {
    final List<Taken> taken = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final List<MalformedInput> malformed = new ArrayList<>();
    boolean goesOn;
    boolean readsNothing;

    private final Path folder;

    /// What was handed over.
    record Taken(String path, @Nullable Sha256 parent, long size, Sha256 digest) {}

    RecordingSink(Path folder) {
        this.folder = folder;
    }

    @Override
    public void file(Found found) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        if (!readsNothing) {
            try (InputStream in = found.bytes().open()) {
                byte[] buffer = new byte[10_000];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    digest.update(buffer, 0, count);
                    size += count;
                }
            }
        }
        Sha256 is = Sha256.ofDigest(digest.digest());
        taken.add(new Taken(found.path(), found.parent(), size, is));
    }

    @Override
    public KeptArchive archive(Found found) throws IOException {
        Path kept = Files.createTempFile(folder, "archive", "");
        byte[] bytes;
        try (InputStream in = found.bytes().open()) {
            bytes = in.readAllBytes();
        }
        Files.write(kept, bytes);
        Sha256 digest = Sha256.of(bytes);
        taken.add(new Taken(found.path(), found.parent(), bytes.length, digest));
        return new KeptArchive(digest, () -> FileChannel.open(kept, StandardOpenOption.READ));
    }

    @Override
    public void skipped(String path, String reason) {
        skipped.add(path + ": " + reason);
    }

    @Override
    public void malformed(MalformedInput error) throws IOException {
        malformed.add(error);
        if (!goesOn) {
            throw error;
        }
    }

    List<String> paths() {
        return taken.stream().map(Taken::path).toList();
    }
}
