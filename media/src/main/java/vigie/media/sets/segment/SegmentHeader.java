package vigie.media.sets.segment;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// The first bytes of a segment.
///
/// @param count  of its rows
/// @param bits   of a key that its directory tells apart
/// @param blocks of rows and directory that have a checksum each
/// @param table  the checksum of those checksums
record SegmentHeader(DigestKind kind, Rows rows, long count, int bits, int blocks, int table) {
    static final int SIZE = 4096;

    /// What is verified at once: small enough to cost a single look-up little.
    static final int BLOCK = 1 << 16;

    /// So that a row has a number of 31 bits.
    static final long MOST_ROWS = Integer.MAX_VALUE - 8;

    static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final byte[] MAGIC = "VIGIESET".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int USED = 52;

    /// How many bits tell four to eight keys apart on average.
    static int bits(long count) {
        return Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(count) - 3, 4, 28);
    }

    long directory() {
        return SIZE + count * rows.stride();
    }

    long checksums() {
        return directory() + Integer.BYTES * ((1L << bits) + 1);
    }

    long length() {
        return checksums() + (long) blocks * Integer.BYTES;
    }

    ByteBuffer bytes() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).putInt(VERSION).putInt(kind.code()).putInt(rows.width());
        out.putInt(rows.stride()).putLong(count).putInt(bits).putInt(BLOCK);
        out.putInt(blocks).putInt(table).putInt(0);
        out.putInt(USED, checksum(out));
        return out.clear();
    }

    static int checksum(ByteBuffer header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header.duplicate().position(0).limit(USED));
        return (int) checksum.getValue();
    }

    /// Reads a header.
    ///
    /// @throws IOException that names the file and what is wrong with it
    static SegmentHeader read(String file, ByteBuffer in, long length) throws IOException {
        ByteBuffer header = in.order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[MAGIC.length];
        if (header.remaining() < SIZE) {
            throw new IOException(file + ": cut: it is shorter than its header");
        }
        header.get(0, magic);
        if (!java.util.Arrays.equals(magic, MAGIC)) {
            throw new IOException(file + ": not a segment of a hash set");
        }
        int version = header.getInt(8);
        if (version != VERSION) {
            throw new IOException(
                    file
                            + ": version "
                            + version
                            + " of the format, which this program cannot read");
        }
        if (header.getInt(USED) != checksum(header)) {
            throw new IOException(file + ": damaged: the checksum of its header differs");
        }
        DigestKind kind;
        try {
            kind = DigestKind.of(header.getInt(12));
        } catch (IllegalArgumentException _) {
            throw new IOException(file + ": damaged: its header contradicts itself");
        }
        int width = header.getInt(16);
        int stride = header.getInt(20);
        long count = header.getLong(24);
        int bits = header.getInt(32);
        int blocks = header.getInt(40);
        if (kind.width() != width
                || stride != width && stride != width + Long.BYTES
                || count < 0
                || count > MOST_ROWS
                || bits != bits(count)
                || header.getInt(36) != BLOCK) {
            throw new IOException(file + ": damaged: its header contradicts itself");
        }
        SegmentHeader read =
                new SegmentHeader(
                        kind, new Rows(width, stride), count, bits, blocks, header.getInt(44));
        if (blocks != (read.checksums() - SIZE + BLOCK - 1) / BLOCK) {
            throw new IOException(file + ": damaged: its header contradicts itself");
        }
        if (length != read.length()) {
            throw new IOException(
                    file + ": cut: " + length + " bytes where " + read.length() + " were written");
        }
        return read;
    }
}
