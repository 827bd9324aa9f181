package vigie.media.near.search;

/// Takes what a search finds, in no particular order, each pair once.
@FunctionalInterface
public interface Hits {
    /// Takes one.
    ///
    /// @param needle   the number of what was looked for
    /// @param entry    the number of what was found in the column
    /// @param distance how many bits they differ by
    void hit(int needle, long entry, int distance);
}
