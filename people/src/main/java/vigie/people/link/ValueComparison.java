package vigie.people.link;

import java.util.List;

/// Compares the values of one column. What two values reach is kept for a while: in real tables the
/// same names meet again and again.
final class ValueComparison extends Comparison {
    private static final int KEPT = 1 << 17;

    private final Column column;
    private final Levels method;
    private final long[] keys = new long[KEPT];
    private final byte[] kept = new byte[KEPT];

    /// How two different values compare.
    interface Levels {
        /// The level, 1 or more: 0 is for the same value.
        int of(String left, String right);
    }

    ValueComparison(Column column, List<String> levels, Levels method) {
        super(column.name(), levels);
        this.column = column;
        this.method = method;
    }

    @Override
    int level(int left, int right) {
        int a = column.codes()[left];
        int b = column.codes()[right];
        if (a == Column.MISSING || b == Column.MISSING) {
            return SILENT;
        }
        return a == b ? 0 : values(Math.min(a, b), Math.max(a, b));
    }

    private int values(int a, int b) {
        long key = (long) a << 32 | b;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 47);
        if (keys[slot] != key) {
            kept[slot] = (byte) method.of(column.values()[a], column.values()[b]);
            keys[slot] = key;
        }
        return kept[slot];
    }

    @Override
    double share(int left, int right, int level) {
        int a = column.codes()[left];
        if (level != 0) {
            return 0;
        }
        // The two themselves are no evidence of how common it is.
        return Math.max(1, column.counts()[a] - 1) / (double) column.filled();
    }

    @Override
    String value(int record) {
        return column.value(record);
    }

    @Override
    Comparison copy() {
        return new ValueComparison(column, levels(), method);
    }
}
