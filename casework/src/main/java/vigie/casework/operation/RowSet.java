package vigie.casework.operation;

import java.util.Arrays;
import java.util.Collection;

/// A set of rows, in their order. Two sets are equal only where they are the same object, so that
/// what was computed for one can be kept with it.
public final class RowSet {
    /// No row.
    public static final RowSet NONE = new RowSet(new long[0]);

    private final long[] rows;

    private RowSet(long[] rows) {
        this.rows = rows;
    }

    /// The set of these rows.
    public static RowSet of(long... rows) {
        if (rows.length == 0) {
            return NONE;
        }
        long[] sorted = rows.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (long row : sorted) {
            if (size == 0 || sorted[size - 1] != row) {
                sorted[size++] = row;
            }
        }
        return new RowSet(Arrays.copyOf(sorted, size));
    }

    /// How many rows there are.
    public int size() {
        return rows.length;
    }

    /// The row at a place in the order, from 0.
    public long row(int at) {
        return rows[at];
    }

    /// Whether it holds a row.
    public boolean contains(long row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }

    /// This set after some rows were looked at again: of those, only `kept` are in it.
    public RowSet with(Collection<Long> looked, Collection<Long> kept) {
        long[] touched = sorted(looked);
        long[] in = sorted(kept);
        long[] merged = new long[rows.length + in.length];
        int size = 0;
        int next = 0;
        for (long row : rows) {
            while (next < in.length && in[next] < row) {
                merged[size++] = in[next++];
            }
            if (next < in.length && in[next] == row) {
                next++;
                merged[size++] = row;
            } else if (Arrays.binarySearch(touched, row) < 0) {
                merged[size++] = row;
            }
        }
        while (next < in.length) {
            merged[size++] = in[next++];
        }
        return size == 0 ? NONE : new RowSet(Arrays.copyOf(merged, size));
    }

    private static long[] sorted(Collection<Long> rows) {
        return rows.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }
}
