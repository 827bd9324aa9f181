package vigie.evidence.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Entries read one by one from the file, each checked for its form and number.
final class EntryStream extends Spliterators.AbstractSpliterator<Entry> {
    private final Lines lines;
    private long seq;

    private EntryStream(Lines lines, long seq) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.lines = lines;
        this.seq = seq;
    }

    static Stream<Entry> open(Path folder, EntryFile entries, long from, long end)
            throws IOException {
        long start = from - from % EntryFile.STRIDE;
        long offset = offset(entries, start, end);
        var file = FileChannel.open(folder.resolve("entries"), StandardOpenOption.READ);
        var stream = new EntryStream(new Lines(file, offset, end), start);
        return StreamSupport.stream(stream, false).skip(from - start).onClose(() -> close(file));
    }

    /// Past the last entry there is no offset to read.
    private static long offset(EntryFile entries, long start, long end) throws IOException {
        try {
            return entries.offset(start);
        } catch (EOFException _) {
            return end;
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super Entry> action) {
        try {
            byte[] line = lines.next();
            if (line == null) {
                return false;
            }
            action.accept(Replay.parse(seq, line));
            seq++;
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
