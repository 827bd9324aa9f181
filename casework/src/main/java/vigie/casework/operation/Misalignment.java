package vigie.casework.operation;

/// That another copy of a conversation does not hold a message as this row does.
///
/// @param row     the message's [RowId]
/// @param exhibit the number of the exhibit that holds the other copy
public record Misalignment(long row, int exhibit, Kind kind) {
    /// What the other copy does.
    public enum Kind {
        /// It holds messages before and after, and not this one.
        LACKING,
        /// It holds a message with this id that says otherwise.
        DIFFERING
    }
}
