package vigie.evidence.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Reads those entries that pass a sieve, block by block from either end.
final class Sieving {
    private final EntryFile entries;
    private final long size;
    private final long end;
    private final Sieve sieve;
    private final Sieve.Marks marks;
    private final Set<Long> barren;

    /// @param size how many entries there are
    /// @param end  the byte after the last of them
    /// @param barren the first entries of whole blocks in which none passes, as is known: entries
    ///     do not change; completed here
    Sieving(EntryFile entries, long size, long end, Sieve sieve, Set<Long> barren) {
        this.entries = entries;
        this.size = size;
        this.end = end;
        this.sieve = sieve;
        this.marks = sieve.marks();
        this.barren = barren;
    }

    /// How many entries there are.
    long size() {
        return size;
    }

    /// At most `limit` entries numbered below `before`, the newest first.
    List<Entry> newest(long before, int limit) throws IOException {
        List<Entry> found = new ArrayList<>();
        long below = Math.min(before, size);
        while (below > 0 && found.size() < limit) {
            long first = (below - 1) - (below - 1) % EntryFile.STRIDE;
            if (barren.contains(first)) {
                below = first;
                continue;
            }
            List<Entry> block = new ArrayList<>();
            boolean older = block(first, below, block::add).isBefore(sieve.since());
            if (block.isEmpty() && below == first + EntryFile.STRIDE) {
                barren.add(first);
            }
            for (int i = block.size() - 1; i >= 0 && found.size() < limit; i--) {
                found.add(block.get(i));
            }
            below = older ? 0 : first;
        }
        return found;
    }

    /// Every entry numbered `from` or above that passes, the oldest first.
    List<Entry> since(long from) throws IOException {
        List<Entry> found = new ArrayList<>();
        for (long at = from - from % EntryFile.STRIDE; at < size; at += EntryFile.STRIDE) {
            block(at, Math.min(size, at + EntryFile.STRIDE), found::add);
        }
        found.removeIf(entry -> entry.seq() < from);
        return found;
    }

    /// Reads the entries of one block that pass, and says when its first was entered.
    private Instant block(long first, long below, Consumer<Entry> each) throws IOException {
        Instant at = Instant.MIN;
        long next = first + EntryFile.STRIDE;
        long start = entries.offset(first);
        long stop = next < size ? entries.offset(next) : end;
        byte[] bytes = entries.bytes(start, stop);
        int from = 0;
        for (long seq = first; seq < below; seq++) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            if (to == bytes.length) {
                throw new IOException("offsets are wrong after entry " + first);
            }
            if (seq == first) {
                // Where the noted offset leads to another entry, nothing below would be noticed.
                at = Replay.parse(seq, Arrays.copyOf(bytes, to)).at();
            }
            marks.entry(sieve, seq, bytes, from, to).ifPresent(each);
            from = to + 1;
        }
        return at;
    }
}
