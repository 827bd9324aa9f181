package vigie.media.near.search;

/// A way to find all hashes of some tiles that lie near given needles.
@FunctionalInterface
interface Way {
    /// Finds what lies near in the tiles from `from` on, before `to`.
    void search(HashColumn column, long from, long to, Hits hits);
}
