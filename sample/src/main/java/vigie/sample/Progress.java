package vigie.sample;

/// Is told how far a long work is. Called by any thread.
@FunctionalInterface
public interface Progress {
    /// Tells nobody.
    Progress NONE = (_, _, _) -> {};

    /// So much of a stage is done.
    void at(String stage, long done, long total);
}
