package vigie.evidence.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// The record of evidence that stays where it is: its place, its size, and the SHA-256 of each of
/// its segments, so that every read verifies what it reads and nothing else.
///
/// @param record where the record lies
/// @param place  where the evidence lies
/// @param size   its length
/// @param digestsAt the offset in the record of the digest of the first segment
record Reference(SealedFile record, Path place, long size, int digestsAt) {
    /// Small enough that a jump costs under a millisecond, large enough that digests stay small: 32
    /// bytes a mebibyte.
    static final int SEGMENT = 1024 * 1024;

    private static final int LONGEST_PLACE = 16 * 1024;

    /// The start of a record: the size, and the place as a URI, which keeps names that are no text.
    static byte[] header(Path place, long size) throws IOException {
        byte[] uri = place.toUri().toString().getBytes(StandardCharsets.UTF_8);
        if (uri.length > LONGEST_PLACE) {
            throw new IOException("the path is too long to be remembered: " + place);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(uri.length);
        out.write(uri);
        out.writeLong(size);
        return bytes.toByteArray();
    }

    static Reference read(SealedFile record) throws IOException {
        try (SeekableByteChannel body = record.body()) {
            int length = bytes(body, Integer.BYTES).getInt();
            if (length < 1 || length > LONGEST_PLACE) {
                throw SealedFile.altered(record.file(), "its record cannot be read");
            }
            byte[] uri = bytes(body, length).array();
            long size = bytes(body, Long.BYTES).getLong();
            long segments = (size + SEGMENT - 1) / SEGMENT;
            int digestsAt = Integer.BYTES + length + Long.BYTES;
            if (size != record.seal().size() || body.size() != digestsAt + segments * 32) {
                throw SealedFile.altered(record.file(), "its record cannot be read");
            }
            Path place = Path.of(URI.create(new String(uri, StandardCharsets.UTF_8)));
            return new Reference(record, place, size, digestsAt);
        }
    }

    private static ByteBuffer bytes(SeekableByteChannel body, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (body.read(bytes) < 0) {
                throw new IOException("a record of the vault ends early");
            }
        }
        return bytes.flip();
    }

    /// Passes only where a file of this size lies in its place.
    void requireThere() throws IOException {
        openPlace().close();
    }

    SeekableByteChannel channel() throws IOException {
        FileChannel evidence = openPlace();
        try {
            return new ReferenceChannel(place, evidence, record.body(), size, digestsAt);
        } catch (IOException | RuntimeException failed) {
            evidence.close();
            throw failed;
        }
    }

    private FileChannel openPlace() throws IOException {
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            place, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException _) {
            throw new IOException("evidence taken in place is gone from " + place);
        } catch (IOException why) {
            throw Source.unreadable(place, why);
        }
        if (channel.size() != size) {
            channel.close();
            throw changed(place, "it has another size");
        }
        return channel;
    }

    static IOException changed(Path place, String reason) {
        return new IOException("evidence taken in place was altered at " + place + ": " + reason);
    }
}
