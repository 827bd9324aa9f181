package vigie.evidence.ledger;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file `entries`, one entry a line, and beside it `offsets`: where every 256th entry starts,
/// eight bytes each, which can be computed again.
final class EntryFile implements Closeable {
    /// Entries between two noted offsets: one tile, so that both are read from the same place.
    static final int STRIDE = 256;

    private final FileChannel entries;
    private final FileChannel offsets;
    private boolean broken;

    EntryFile(Path folder) throws IOException {
        entries = open(folder.resolve("entries"));
        offsets = open(folder.resolve("offsets"));
    }

    long length() throws IOException {
        return entries.size();
    }

    Lines lines(long from, long limit) {
        return new Lines(entries, from, limit);
    }

    /// The bytes from one place to another.
    byte[] bytes(long from, long to) throws IOException {
        if (to < from || to - from > (long) (STRIDE + 1) * (Entry.MAX_BYTES + 1)) {
            throw new IOException("offsets are wrong at byte " + from);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        while (bytes.hasRemaining()) {
            if (entries.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("entries end before byte " + to);
            }
        }
        return bytes.array();
    }

    /// Where entry `seq`, a multiple of 256, starts according to `offsets`.
    long offset(long seq) throws IOException {
        if (seq == 0) {
            return 0;
        }
        ByteBuffer eight = ByteBuffer.allocate(8);
        while (eight.hasRemaining()) {
            if (offsets.read(eight, seq / STRIDE * 8 + eight.position()) < 0) {
                throw new EOFException("offsets end before entry " + seq);
            }
        }
        long offset = eight.getLong(0);
        if (offset < 0 || offset > entries.size() || !startsLine(offset)) {
            throw new IOException("offsets are wrong for entry " + seq);
        }
        return offset;
    }

    private boolean startsLine(long offset) throws IOException {
        ByteBuffer before = ByteBuffer.allocate(1);
        return offset == 0 || entries.read(before, offset - 1) == 1 && before.get(0) == '\n';
    }

    void note(long seq, long offset) throws IOException {
        writeFully(offsets, ByteBuffer.allocate(8).putLong(0, offset), seq / STRIDE * 8);
    }

    /// Appends whole lines at the end `at` and returns once they are durable.
    void append(byte[] lines, long at) throws IOException {
        if (broken) {
            throw new IOException("an earlier write of this ledger failed: open it again");
        }
        try {
            writeFully(entries, ByteBuffer.wrap(lines), at);
            entries.force(false);
        } catch (IOException failed) {
            broken = true;
            withdraw(at, failed);
            throw failed;
        }
    }

    private void withdraw(long at, IOException failed) {
        try {
            cut(at);
            broken = false;
        } catch (IOException again) {
            failed.addSuppressed(again);
        }
    }

    void cut(long length) throws IOException {
        entries.truncate(length);
        entries.force(true);
    }

    void syncOffsets() throws IOException {
        offsets.force(true);
    }

    @Override
    public void close() throws IOException {
        try (offsets) {
            entries.close();
        }
    }

    static void writeFully(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
