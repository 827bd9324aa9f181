package vigie.casework.overview;

import java.util.List;

/// A part of a list.
///
/// @param total how many rows the whole list has
public record Page<T>(List<T> rows, long total, Slice slice) {
    public Page {
        rows = List.copyOf(rows);
    }

    /// Whether rows follow.
    public boolean more() {
        return slice.offset() + rows.size() < total;
    }
}
