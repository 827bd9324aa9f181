package vigie.evidence.ledger;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// The sealed envelopes of a ledger: the file `envelopes`, each envelope after twelve bytes that
/// state entry and length, and beside it `envelopes.index`, sixteen bytes each, entry and place.
///
/// To erase an envelope is to overwrite its bytes with zeros, in place, durably. On flash memory,
/// in snapshots and in backups older copies may survive; they end with the case's key.
public final class Envelopes implements Closeable {
    private static final int HEADER = 12;
    private static final int ROW = 16;
    private static final int MAX_BYTES = 1 << 26;

    private final FileChannel sealed;
    private final FileChannel index;

    private Envelopes(FileChannel sealed, FileChannel index) {
        this.sealed = sealed;
        this.index = index;
    }

    /// Opens the envelopes of a folder to write them, creating the files where they are absent.
    static Envelopes open(Path folder) throws IOException {
        return new Envelopes(
                FileChannel.open(
                        folder.resolve("envelopes"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE),
                FileChannel.open(
                        folder.resolve("envelopes.index"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
    }

    /// One envelope as it is kept: of which entry, and its bytes, all zero once erased.
    public static final class Envelope {
        private final long seq;
        private final byte[] sealed;

        Envelope(long seq, byte[] sealed) {
            this.seq = seq;
            this.sealed = sealed;
        }

        /// The entry that it belongs to.
        public long seq() {
            return seq;
        }

        /// The sealed bytes.
        public byte[] sealed() {
            return sealed;
        }

        /// Whether it was erased.
        public boolean erased() {
            return zeros(sealed);
        }
    }

    /// Walks all envelopes of a file in order, without the index.
    public static final class Walk {
        private final FileChannel file;
        private final long end;
        private long at;

        /// Starts at the first envelope.
        public Walk(FileChannel file) throws IOException {
            this(file, 0);
        }

        private Walk(FileChannel file, long from) throws IOException {
            this.file = file;
            this.at = from;
            this.end = file.size();
        }

        /// The next envelope, or empty where no whole one follows.
        public Optional<Envelope> next() throws IOException {
            if (at + HEADER > end) {
                return Optional.empty();
            }
            ByteBuffer header = ByteBuffer.wrap(readFully(file, at, HEADER));
            int length = header.getInt(8);
            if (length <= 0 || length > MAX_BYTES || at + HEADER + length > end) {
                return Optional.empty();
            }
            var envelope = new Envelope(header.getLong(0), readFully(file, at + HEADER, length));
            at += HEADER + length;
            return Optional.of(envelope);
        }

        /// Where the next envelope starts.
        public long position() {
            return at;
        }

        /// Whether every byte of the file belongs to an envelope that was given.
        public boolean finished() {
            return at == end;
        }
    }

    /// Appends envelopes in order of their entries and returns once they are durable.
    void append(List<Envelope> envelopes) throws IOException {
        if (envelopes.isEmpty()) {
            return;
        }
        for (Envelope each : envelopes) {
            if (each.sealed().length == 0 || each.sealed().length > MAX_BYTES) {
                throw new IllegalArgumentException("not an envelope: entry " + each.seq());
            }
        }
        int length = envelopes.stream().mapToInt(each -> HEADER + each.sealed().length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        ByteBuffer rows = ByteBuffer.allocate(envelopes.size() * ROW);
        long start = sealed.size();
        for (Envelope each : envelopes) {
            rows.putLong(each.seq()).putLong(start + bytes.position());
            bytes.putLong(each.seq()).putInt(each.sealed().length).put(each.sealed());
        }
        EntryFile.writeFully(sealed, bytes.flip(), start);
        sealed.force(false);
        EntryFile.writeFully(index, rows.flip(), index.size());
    }

    /// Makes the index whole and forgets envelopes that no entry below `size` refers to: a process
    /// was stopped between the envelope and its entry.
    void settle(long size) throws IOException {
        long rows = index.size() / ROW;
        if (index.size() % ROW == 0 && ends(rows, size)) {
            return;
        }
        index.truncate(0);
        var walk = new Walk(sealed);
        long keep = 0;
        rows = 0;
        for (var next = walk.next(); next.isPresent(); next = walk.next()) {
            long seq = next.get().seq();
            if (seq >= size) {
                break;
            }
            ByteBuffer row = ByteBuffer.allocate(ROW).putLong(seq).putLong(keep).flip();
            EntryFile.writeFully(index, row, rows * ROW);
            rows++;
            keep = walk.position();
        }
        requireDangling(keep, size);
        sealed.truncate(keep);
        sealed.force(true);
    }

    /// An envelope is durable before its entry is, so what follows the last whole envelope of an
    /// entry is cut short, belongs to no entry, or was never written; anything else is damage.
    private void requireDangling(long at, long size) throws IOException {
        long left = sealed.size() - at;
        if (left < HEADER) {
            return;
        }
        long seq = header(at).getLong(0);
        if (seq >= size) {
            return;
        }
        for (long from = at; from < sealed.size(); ) {
            byte[] part = readFully(sealed, from, (int) Math.min(8192, sealed.size() - from));
            if (!zeros(part)) {
                throw new LedgerCorrupt(seq, "its envelope, or one before it, is damaged");
            }
            from += part.length;
        }
    }

    /// The envelope of an entry, if the file has one.
    Optional<Envelope> find(long seq) throws IOException {
        long at = place(seq);
        return at < 0 ? Optional.empty() : new Walk(sealed, at).next();
    }

    /// Overwrites the envelope of an entry with zeros, durably; says whether there was one.
    boolean erase(long seq) throws IOException {
        long at = place(seq);
        if (at < 0) {
            return false;
        }
        int length = header(at).getInt(8);
        EntryFile.writeFully(sealed, ByteBuffer.allocate(length), at + HEADER);
        sealed.force(true);
        return true;
    }

    @Override
    public void close() throws IOException {
        try (index) {
            sealed.close();
        }
    }

    private boolean ends(long rows, long size) throws IOException {
        if (rows == 0) {
            return sealed.size() == 0;
        }
        ByteBuffer last = ByteBuffer.wrap(readFully(index, (rows - 1) * ROW, ROW));
        long seq = last.getLong(0);
        long at = last.getLong(8);
        if (seq >= size || at < 0 || at + HEADER > sealed.size()) {
            return false;
        }
        ByteBuffer header = header(at);
        return header.getLong(0) == seq && at + HEADER + header.getInt(8) == sealed.size();
    }

    private long place(long seq) throws IOException {
        long low = 0;
        long high = index.size() / ROW - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            ByteBuffer row = ByteBuffer.wrap(readFully(index, middle * ROW, ROW));
            long found = row.getLong(0);
            if (found == seq) {
                long at = row.getLong(8);
                return header(at).getLong(0) == seq ? at : -1;
            }
            if (found < seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private ByteBuffer header(long at) throws IOException {
        return ByteBuffer.wrap(readFully(sealed, at, HEADER));
    }

    private static byte[] readFully(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[length]);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("envelopes end within an envelope");
            }
        }
        return bytes.array();
    }

    private static boolean zeros(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
