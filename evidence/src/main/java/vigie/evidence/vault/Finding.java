package vigie.evidence.vault;

/// One thing that verification found wrong with a vault.
public sealed interface Finding {
    /// The name of the file, or its path in the vault where it has no name.
    String name();

    /// A file that should be there is not.
    record Missing(String name) implements Finding {}

    /// A file is there that should not be.
    record Surplus(String name) implements Finding {}

    /// A file is not what it was.
    ///
    /// @param reason in words
    record Altered(String name, String reason) implements Finding {}
}
