package vigie.media.near;

/// How many matches are too many to be told one by one.
///
/// @param ofHash  more matches of one hash that is looked for are counted, not listed
/// @param ofEntry an entry that more hashes of one batch match is counted, not listed
public record FloodGuard(int ofHash, int ofEntry) {
    /// A picture with more than a thousand near ones tells nobody anything, and is a blank or a
    /// logo far more often than not.
    public static final FloodGuard USUAL = new FloodGuard(1000, 1000);

    public FloodGuard {
        if (ofHash < 1 || ofEntry < 1) {
            throw new IllegalArgumentException("at least one match is told");
        }
    }
}
