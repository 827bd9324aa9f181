package vigie.media.sets.segment;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import vigie.evidence.disk.Durable;

/// Writes one segment from sorted rows, in one pass. The header comes last, so that a file that was
/// not finished has none.
final class SegmentWriter implements AutoCloseable {
    private static final int BUFFER = 16 * SegmentHeader.BLOCK;

    private final FileChannel file;
    private final DigestKind kind;
    private final Rows rows;
    private final int bits;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment directory;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final MemorySegment bytes = MemorySegment.ofBuffer(buffer);
    private int[] checksums = new int[64];
    private int blocks;
    private long count;
    private long bucket;

    /// @param most no fewer than the rows that will come
    SegmentWriter(Path path, DigestKind kind, Rows rows, long most) throws IOException {
        if (most > SegmentHeader.MOST_ROWS) {
            throw new IOException(path + ": a segment holds at most " + SegmentHeader.MOST_ROWS);
        }
        this.kind = kind;
        this.rows = rows;
        bits = SegmentHeader.bits(most);
        directory = arena.allocate(Integer.BYTES * ((1L << bits) + 1));
        file = Durable.newFile(path);
        file.position(SegmentHeader.SIZE);
    }

    /// Adds a row that is not before the last one; `head` is the first word of its key.
    void row(MemorySegment from, long row, long head) throws IOException {
        int stride = rows.stride();
        long own = head >>> Long.SIZE - bits;
        while (bucket < own) {
            enter(++bucket, count);
        }
        int position = buffer.position();
        if (position + stride <= BUFFER) {
            MemorySegment.copy(from, row * stride, bytes, position, stride);
            buffer.position(position + stride);
        } else {
            put(from, row * stride, stride);
        }
        count++;
    }

    private void enter(long at, long value) {
        directory.set(SegmentHeader.INT, at * Integer.BYTES, (int) value);
    }

    private void put(MemorySegment from, long at, long length) throws IOException {
        for (long done = 0; done < length; ) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int position = buffer.position();
            int part = (int) Math.min(buffer.remaining(), length - done);
            MemorySegment.copy(from, at + done, bytes, position, part);
            buffer.position(position + part);
            done += part;
        }
    }

    private void flush() throws IOException {
        int end = buffer.position();
        for (int from = 0; from < end; from += SegmentHeader.BLOCK) {
            CRC32C checksum = new CRC32C();
            checksum.update(buffer.slice(from, Math.min(SegmentHeader.BLOCK, end - from)));
            if (blocks == checksums.length) {
                checksums = Arrays.copyOf(checksums, 2 * blocks);
            }
            checksums[blocks++] = (int) checksum.getValue();
        }
        buffer.flip();
        write(buffer);
        buffer.clear();
    }

    private void write(ByteBuffer all) throws IOException {
        while (all.hasRemaining()) {
            file.write(all);
        }
    }

    /// Writes what is left, makes the file durable.
    SegmentSeal finish() throws IOException {
        long buckets = 1L << bits;
        while (bucket < buckets) {
            enter(++bucket, count);
        }
        // Rows that came twice left the directory larger than it need be.
        int kept = SegmentHeader.bits(count);
        long every = 1L << bits - kept;
        for (long i = 0; i <= 1L << kept; i++) {
            enter(i, directory.get(SegmentHeader.INT, i * every * Integer.BYTES));
        }
        put(directory, 0, Integer.BYTES * ((1L << kept) + 1));
        flush();
        ByteBuffer table =
                ByteBuffer.allocate(blocks * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < blocks; i++) {
            table.putInt(checksums[i]);
        }
        CRC32C ofTable = new CRC32C();
        ofTable.update(table.array());
        write(table.clear());
        SegmentHeader header =
                new SegmentHeader(kind, rows, count, kept, blocks, (int) ofTable.getValue());
        ByteBuffer first = header.bytes();
        int checksum = SegmentHeader.checksum(first);
        file.position(0);
        write(first);
        file.force(true);
        return new SegmentSeal(count, header.length(), checksum);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            arena.close();
        }
    }
}
