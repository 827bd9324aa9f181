package vigie.casework.operation;

import java.util.regex.Pattern;

/// The number of a row that a claim fills: the exhibit's number in the upper 23 bits, the byte
/// offset of the claim in the lower 40. It needs no sequence, is the same after every rebuild, and
/// orders rows as the exhibits hold them.
public final class RowId {
    private static final int OFFSET_BITS = 40;
    private static final Pattern TEXT = Pattern.compile("[1-9][0-9]{0,6}-(0|[1-9][0-9]{0,12})");

    private RowId() {}

    /// The row of the claim at byte `offset` of exhibit `number`.
    ///
    /// @throws IllegalArgumentException beyond 8,388,607 exhibits or an exhibit of a tebibyte
    public static long of(int number, long offset) {
        if (number < 1 || number >= 1 << 23 || offset < 0 || offset >= 1L << OFFSET_BITS) {
            throw new IllegalArgumentException("no row for exhibit " + number + " at " + offset);
        }
        return (long) number << OFFSET_BITS | offset;
    }

    /// A row as entries of the ledger and addresses of pages write it: `<exhibit>-<offset>`.
    public static String text(long row) {
        return exhibit(row) + "-" + offset(row);
    }

    /// The row that is written so.
    ///
    /// @throws IllegalArgumentException where it is not exactly what [#text] writes
    public static long parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("not a row: " + text);
        }
        int dash = text.indexOf('-');
        return of(
                Integer.parseInt(text.substring(0, dash)),
                Long.parseLong(text.substring(dash + 1)));
    }

    /// The exhibit's number of a row.
    public static int exhibit(long row) {
        return (int) (row >>> OFFSET_BITS);
    }

    /// The byte offset of a row's claim.
    public static long offset(long row) {
        return row & ((1L << OFFSET_BITS) - 1);
    }
}
