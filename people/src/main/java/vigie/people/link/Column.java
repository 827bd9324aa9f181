package vigie.people.link;

/// A column, each different value once.
///
/// @param values in one way of writing; the first is the missing one
/// @param codes  for each record its value
/// @param counts for each value how many records have it
@SuppressWarnings("ArrayRecordComponent") // columns of millions, never compared as values
record Column(String name, Meaning meaning, String[] values, int[] codes, int[] counts) {
    static final int MISSING = 0;

    /// The records that state a value.
    int filled() {
        return codes.length - counts[MISSING];
    }

    String value(int record) {
        return values[codes[record]];
    }
}
