package vigie.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import vigie.model.material.Sha256;

/// Evidence read where it lies: a whole segment is read into memory and verified there before a
/// byte of it is handed out, so that what changes on the disk meanwhile is never seen.
final class ReferenceChannel implements ReadOnlyChannel {
    private final Path place;
    private final FileChannel evidence;
    private final SeekableByteChannel record;
    private final long size;
    private final int digestsAt;
    private final ByteBuffer segment;
    private long held = -1;
    private long position;

    ReferenceChannel(
            Path place,
            FileChannel evidence,
            SeekableByteChannel record,
            long size,
            int digestsAt) {
        this.place = place;
        this.evidence = evidence;
        this.record = record;
        this.size = size;
        this.digestsAt = digestsAt;
        this.segment = ByteBuffer.allocate((int) Math.min(Reference.SEGMENT, size));
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        load(position / Reference.SEGMENT);
        int from = (int) (position % Reference.SEGMENT);
        int count = Math.min(into.remaining(), segment.limit() - from);
        into.put(segment.array(), from, count);
        position += count;
        return count;
    }

    private void load(long number) throws IOException {
        if (held == number) {
            return;
        }
        held = -1;
        long from = number * Reference.SEGMENT;
        segment.clear().limit((int) Math.min(Reference.SEGMENT, size - from));
        while (segment.hasRemaining()) {
            if (evidence.read(segment, from + segment.position()) < 0) {
                throw Reference.changed(place, "it became shorter");
            }
        }
        byte[] expected = new byte[32];
        ByteBuffer digest = ByteBuffer.wrap(expected);
        record.position(digestsAt + number * 32);
        while (digest.hasRemaining()) {
            if (record.read(digest) < 0) {
                throw new IOException("a record of the vault ends early");
            }
        }
        MessageDigest found = Sha256.digest();
        found.update(segment.array(), 0, segment.limit());
        if (!Arrays.equals(found.digest(), expected)) {
            throw Reference.changed(
                    place, "bytes " + from + " to " + (from + segment.limit()) + " are others");
        }
        held = number;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized ReferenceChannel position(long to) {
        if (to < 0) {
            throw new IllegalArgumentException("no position: " + to);
        }
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return evidence.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (evidence) {
            record.close();
        }
    }
}
