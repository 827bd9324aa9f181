package vigie.casework.overview;

/// Which part of a long list is asked for.
///
/// @param offset how many rows come before
/// @param limit  at most how many are wanted, 1 to 500
public record Slice(int offset, int limit) {
    /// More on one page is neither read nor small.
    public static final int LARGEST = 500;

    public Slice {
        if (offset < 0 || limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("not a part of a list: " + offset + ", " + limit);
        }
    }

    /// The first rows.
    public static Slice first(int limit) {
        return new Slice(0, limit);
    }
}
