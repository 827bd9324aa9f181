package vigie.evidence.ledger;

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
        var file = FileChannel.open(folder.resolve("entries"), StandardOpenOption.READ);
        long start = from - from % EntryFile.STRIDE;
        long offset = offset(entries, start, end);
        if (offset < 0) {
            start = 0;
            offset = 0;
        }
        var stream = new EntryStream(new Lines(file, offset, end), start);
        return StreamSupport.stream(stream, false).skip(from - start).onClose(() -> close(file));
    }

    /// Where entry `start` starts, or -1 where the noted offset does not lead to it.
    private static long offset(EntryFile entries, long start, long end) {
        try {
            long offset = entries.offset(start);
            byte[] line = entries.lines(offset, end).next();
            if (line != null) {
                Replay.parse(start, line);
            }
            return offset;
        } catch (IOException _) {
            return -1;
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
