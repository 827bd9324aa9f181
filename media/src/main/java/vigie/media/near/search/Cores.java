package vigie.media.near.search;

/// How many cores a search may take.
public enum Cores {
    /// That of the thread that asks.
    ONE,
    /// All that the JVM's common pool has.
    ALL
}
