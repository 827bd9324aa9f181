package vigie.evidence.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vigie.evidence.disk.Durable;

/// Ends a small secret file: overwritten with random bytes, flushed, deleted, its folder flushed.
///
/// Copies that a file system with snapshots or journals, a flash disk, or a backup made of it are
/// beyond its reach.
final class Shredder {
    private Shredder() {}

    /// Does nothing where there is no such file.
    static void shred(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer noise = ByteBuffer.wrap(Crypt.random(Math.toIntExact(out.size())));
            while (noise.hasRemaining()) {
                out.write(noise);
            }
            out.force(true);
        }
        Files.delete(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Durable.syncFolder(folder);
        }
    }
}
