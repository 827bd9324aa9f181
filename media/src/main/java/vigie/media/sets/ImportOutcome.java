package vigie.media.sets;

/// What an import led to.
public sealed interface ImportOutcome {
    /// The set as it now is.
    SetInfo set();

    /// It was imported: cases are to be matched again.
    record Imported(SetInfo set) implements ImportOutcome {}

    /// A set of this name was made from these very bytes; nothing changed.
    record AlreadyHeld(SetInfo set) implements ImportOutcome {}
}
