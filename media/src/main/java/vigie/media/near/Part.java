package vigie.media.near;

import vigie.media.near.search.HashColumn;

/// Hashes that are matched within one distance: a set, or those of its entries that have their own.
///
/// @param distance by how many bits a hash may differ from one of them to match, 0 to 256
public record Part(String name, HashColumn hashes, int distance) {
    /// The distance that the authors of PDQ advise.
    public static final int ADVISED = 31;

    public Part {
        if (distance < 0 || distance > 256) {
            throw new IllegalArgumentException("not a distance: " + distance);
        }
    }
}
