package vigie.evidence.jsonstream;

/// Hears of bytes that broke JSON in a declared way and were read as meant.
public interface Repairs {
    /// Hears nothing.
    Repairs NONE = (_, _, _) -> {};

    /// That the bytes at `offset` were repaired; `what` is the same for every such repair.
    void repaired(long offset, int length, String what);
}
