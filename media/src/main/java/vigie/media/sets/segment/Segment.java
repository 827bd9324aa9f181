package vigie.media.sets.segment;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.zip.CRC32C;
import vigie.evidence.basis.Checked;

/// A sorted file of digests, mapped. Look-ups are for several threads at once.
public final class Segment {
    private final Path path;
    private final SegmentHeader header;
    private final MemorySegment rows;
    private final MemorySegment directory;
    private final MemorySegment covered;
    private final MemorySegment checksums;

    /// One bit a block that was verified; two threads may verify one block twice.
    private final long[] verified;

    private Segment(Path path, SegmentHeader header, MemorySegment all) {
        this.path = path;
        this.header = header;
        rows = all.asSlice(SegmentHeader.SIZE, header.directory() - SegmentHeader.SIZE);
        directory = all.asSlice(header.directory(), header.checksums() - header.directory());
        covered = all.asSlice(SegmentHeader.SIZE, header.checksums() - SegmentHeader.SIZE);
        checksums = all.asSlice(header.checksums());
        verified = new long[(header.blocks() >> 6) + 1];
    }

    /// Opens the segment that a list of sets names.
    ///
    /// @throws IOException that names the file, where it is damaged, cut, of another version, or
    ///     not the one that was sealed
    public static Segment open(Path path, SegmentSeal seal) throws IOException {
        Segment segment = open(path);
        ByteBuffer again = segment.header.bytes();
        if (SegmentHeader.checksum(again) != seal.checksum()
                || segment.header.count() != seal.rows()) {
            throw new IOException(path + ": not the segment that the list of sets names");
        }
        return segment;
    }

    static Segment open(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer first = ByteBuffer.allocate(SegmentHeader.SIZE);
            while (first.hasRemaining() && file.read(first, first.position()) >= 0) {}
            SegmentHeader header = SegmentHeader.read(path.toString(), first.flip(), file.size());
            MemorySegment all =
                    file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto());
            Segment segment = new Segment(path, header, all);
            CRC32C table = new CRC32C();
            table.update(segment.checksums.asByteBuffer());
            if ((int) table.getValue() != header.table()) {
                throw new IOException(path + ": damaged: its table of checksums differs");
            }
            return segment;
        }
    }

    /// What its keys are.
    public DigestKind kind() {
        return header.kind();
    }

    /// How many rows it has.
    public int size() {
        return (int) header.count();
    }

    Rows rows() {
        return header.rows();
    }

    /// Its rows, of which only verified blocks may be believed.
    MemorySegment mapped() {
        return rows;
    }

    /// Its directory, which lies behind the rows.
    MemorySegment directory() {
        return directory;
    }

    /// Bits of a key that its directory tells apart.
    int bits() {
        return header.bits();
    }

    /// Whether every block was verified.
    boolean whole() {
        int blocks = header.blocks();
        for (int i = 0; i < blocks >> 6; i++) {
            if (verified[i] != -1L) {
                return false;
            }
        }
        return verified[blocks >> 6] == (1L << blocks) - 1;
    }

    IOException damaged(String why) {
        return new IOException(path + ": damaged: " + why);
    }

    /// Whether rows refer to something.
    public boolean references() {
        return header.rows().references();
    }

    /// Looks up keys that lie one behind the other.
    ///
    /// @param permission fresh, or nothing is looked up
    /// @param keys       `at.length` keys
    /// @param at         filled with the first row of each key, -1 where there is none
    /// @throws vigie.model.casefile.Refusal of kind `BASIS` where the check is not fresh
    public void find(Checked permission, Clock clock, byte[] keys, int[] at) throws IOException {
        permission.requireFresh(clock);
        if (keys.length != at.length * kind().width()) {
            throw new IllegalArgumentException("not as many keys as places");
        }
        new Lookup(this, keys, at.length).find(at);
    }

    /// Whether this row has the same key as the one before it.
    public boolean repeats(int row) throws IOException {
        if (row == 0 || row >= size()) {
            return false;
        }
        int stride = header.rows().stride();
        verify((row - 1L) * stride, 2L * stride);
        return header.rows().compare(rows, row - 1, rows, row) == 0;
    }

    /// What a row refers to; 0 where rows refer to nothing.
    public long reference(int row) throws IOException {
        if (!references()) {
            return 0;
        }
        int stride = header.rows().stride();
        verify((long) row * stride, stride);
        return header.rows().reference(rows, row);
    }

    /// A word of the key of a row, from 0.
    public long word(int row, int number) throws IOException {
        int stride = header.rows().stride();
        verify((long) row * stride, stride);
        return header.rows().word(rows, row, number * Long.BYTES);
    }

    /// Verifies every block that no look-up has touched yet.
    public void verify() throws IOException {
        verify(0, covered.byteSize());
    }

    MemorySegment verifiedRows() throws IOException {
        verify();
        return rows;
    }

    void verify(long from, long length) throws IOException {
        int last = (int) (from + length - 1 >>> 16);
        for (int block = (int) (from >>> 16); block <= last; block++) {
            if ((verified[block >> 6] & 1L << block) == 0) {
                verify(block);
            }
        }
    }

    private void verify(int block) throws IOException {
        long from = (long) block * SegmentHeader.BLOCK;
        long length = Math.min(SegmentHeader.BLOCK, covered.byteSize() - from);
        CRC32C checksum = new CRC32C();
        checksum.update(covered.asSlice(from, length).asByteBuffer());
        if ((int) checksum.getValue()
                != checksums.get(SegmentHeader.INT, (long) block * Integer.BYTES)) {
            throw new IOException(path + ": damaged: block " + block + " is not what was written");
        }
        verified[block >> 6] |= 1L << block;
    }

    @Override
    public String toString() {
        return Arrays.toString(new Object[] {path, header});
    }
}
