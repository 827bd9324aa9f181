package vigie.casework.operation;

/// Told how far a piece of work is.
public interface Progress {
    /// Tells nobody.
    Progress NONE = (_, _) -> {};

    /// What is being done, and to how much of it it was done: bytes, files or messages.
    void at(String stage, long done);

    /// The same, where it is known how much there is to do: `part` of `whole` is behind.
    default void at(String stage, long done, long part, long whole) {
        at(stage, done);
    }
}
