package vigie.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import vigie.evidence.keys.SealingKey;
import vigie.model.material.Sha256;

/// One file of the vault whose seal was opened: that it is what its name says is certain, its body
/// is verified as it is read.
///
/// @param file   where it lies
/// @param length its stored length
record SealedFile(Path file, long length, FileSeal seal) {
    private static final int BUFFER = 256 * 1024;

    static SealedFile open(Path file, String name, SealingKey key) throws IOException {
        try (FileChannel channel = channel(file)) {
            long length = channel.size();
            byte[] magic = new byte[FileSeal.MAGIC.length];
            byte[] sealed = new byte[FileSeal.LENGTH];
            if (length < magic.length + sealed.length) {
                throw altered(file, "it is cut short");
            }
            read(channel, 0, magic);
            if (!Arrays.equals(magic, FileSeal.MAGIC)) {
                throw altered(file, "it does not start as one");
            }
            read(channel, length - sealed.length, sealed);
            try {
                return new SealedFile(file, length, FileSeal.open(sealed, key, name));
            } catch (IOException _) {
                throw altered(file, "its seal does not open under its name");
            }
        }
    }

    static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    private static void read(FileChannel channel, long from, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("a file of the vault became shorter while it was read");
            }
        }
    }

    static IOException altered(Path file, String reason) {
        return new IOException(
                "the vault's file " + file.getFileName() + " was altered: " + reason);
    }

    /// The plain body, each segment verified before a byte of it is handed out.
    SeekableByteChannel body() throws IOException {
        FileChannel channel = channel(file);
        try {
            long end = length - FileSeal.LENGTH;
            Window window = new Window(channel, FileSeal.MAGIC.length, end);
            SeekableByteChannel plain =
                    FileSeal.cipher(seal.bodyKey())
                            .newSeekableDecryptingChannel(window, FileSeal.MAGIC);
            if (seal.kind() == FileSeal.Kind.EVIDENCE && plain.size() != seal.size()) {
                throw new IOException("another size than was sealed");
            }
            return new BodyChannel(plain, file);
        } catch (IOException | GeneralSecurityException broken) {
            channel.close();
            throw altered(file, "its body does not open");
        }
    }

    /// The digests of the stored bytes, before the seal and with it.
    static Digests digests(Path file) throws IOException {
        try (FileChannel channel = channel(file)) {
            MessageDigest digest = Sha256.digest();
            long length = channel.size();
            long end = Math.max(0, length - FileSeal.LENGTH);
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            long position = update(digest, channel, buffer, 0, end);
            Sha256 body = Sha256.ofDigest(((MessageDigest) digest.clone()).digest());
            position = update(digest, channel, buffer, position, Long.MAX_VALUE);
            return new Digests(body, Sha256.ofDigest(digest.digest()), position);
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("the JDK's SHA-256 is cloneable", impossible);
        }
    }

    private static long update(
            MessageDigest digest, FileChannel channel, ByteBuffer buffer, long from, long end)
            throws IOException {
        long position = from;
        while (position < end) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
            int count = channel.read(buffer, position);
            if (count < 0) {
                return position;
            }
            digest.update(buffer.flip());
            position += count;
        }
        return position;
    }

    /// The digests of a stored file.
    ///
    /// @param body   of what comes before the seal
    /// @param whole  of all of it
    /// @param length how many bytes it has
    record Digests(Sha256 body, Sha256 whole, long length) {}
}
