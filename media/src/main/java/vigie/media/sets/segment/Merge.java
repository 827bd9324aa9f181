package vigie.media.sets.segment;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Several sorted runs, or whole segments, into one segment, in one pass; a row that is there twice
/// is written once.
public final class Merge {
    private final Rows rows;
    private final MemorySegment[] runs;
    private final long[] at;
    private final long[] ends;
    private final long[] heads;

    /// The runs whose heads are not used up, the smallest head first: a binary heap.
    private final int[] heap;

    private int live;

    private Merge(Rows rows, List<MemorySegment> all) {
        this.rows = rows;
        runs = all.toArray(MemorySegment[]::new);
        at = new long[runs.length];
        ends = new long[runs.length];
        heads = new long[runs.length];
        heap = new int[runs.length];
        for (int run = 0; run < runs.length; run++) {
            ends[run] = runs[run].byteSize() / rows.stride();
            if (ends[run] > 0) {
                heads[run] = rows.word(runs[run], 0, 0);
                heap[live++] = run;
            }
        }
        for (int i = live / 2 - 1; i >= 0; i--) {
            down(i);
        }
    }

    /// Writes a segment of everything that these hold.
    ///
    /// @return its checksum, which its list of sets keeps
    public static SegmentSeal runs(DigestKind kind, List<Runs> parts, Path file)
            throws IOException {
        try (Arena mapping = Arena.ofShared()) {
            Rows rows = parts.getFirst().rows();
            List<MemorySegment> all = new ArrayList<>();
            for (Runs part : parts) {
                all.addAll(part.sorted(mapping));
            }
            return write(kind, rows, all, file);
        }
    }

    /// Writes a segment of everything that these segments hold, each verified as it is read.
    public static SegmentSeal segments(List<Segment> parts, Path file) throws IOException {
        Segment first = parts.getFirst();
        List<MemorySegment> all = new ArrayList<>();
        for (Segment part : parts) {
            all.add(part.verifiedRows());
        }
        return write(first.kind(), first.rows(), all, file);
    }

    private static SegmentSeal write(DigestKind kind, Rows rows, List<MemorySegment> all, Path file)
            throws IOException {
        long most = all.stream().mapToLong(MemorySegment::byteSize).sum() / rows.stride();
        try (SegmentWriter out = new SegmentWriter(file, kind, rows, most)) {
            new Merge(rows, all).into(out);
            return out.finish();
        }
    }

    private void into(SegmentWriter out) throws IOException {
        int last = -1;
        long lastRow = -1;
        long lastHead = 0;
        while (live > 0) {
            int run = heap[0];
            long row = at[run];
            if (last < 0
                    || lastHead != heads[run]
                    || !rows.same(runs[last], lastRow, runs[run], row)) {
                out.row(runs[run], row, heads[run]);
            }
            last = run;
            lastRow = row;
            lastHead = heads[run];
            if (++at[run] < ends[run]) {
                heads[run] = rows.word(runs[run], at[run], 0);
            } else {
                heap[0] = heap[--live];
            }
            if (live > 1) {
                down(0);
            }
        }
    }

    private void down(int parent) {
        int moved = heap[parent];
        int i = parent;
        for (int child; (child = 2 * i + 1) < live; i = child) {
            if (child + 1 < live && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], moved)) {
                break;
            }
            heap[i] = heap[child];
        }
        heap[i] = moved;
    }

    /// By key, then by what is referred to, so that the same row comes once after the other.
    private boolean before(int a, int b) {
        if (heads[a] != heads[b]) {
            return Long.compareUnsigned(heads[a], heads[b]) < 0;
        }
        int order = rows.compare(runs[a], at[a], runs[b], at[b]);
        if (order == 0 && rows.references()) {
            order =
                    Long.compareUnsigned(
                            rows.reference(runs[a], at[a]), rows.reference(runs[b], at[b]));
        }
        return order < 0;
    }
}
