package vigie.evidence.verify;

import java.util.Comparator;

/// Something that is not as it was.
///
/// @param entry the entry concerned, or the first of several, from 0; -1 where it is none
/// @param where the file, within the ledger's or vault's folder
/// @param says  what was found, in one sentence
public record Finding(Kind kind, long entry, String where, String says) {
    /// Findings by entry, those about no entry last.
    static final Comparator<Finding> BY_ENTRY =
            Comparator.comparingInt((Finding finding) -> finding.entry < 0 ? 1 : 0)
                    .thenComparingLong(Finding::entry)
                    .thenComparing(Finding::kind);

    /// What sort of change it is.
    public enum Kind {
        ENTRY_ALTERED,
        ENTRY_REMOVED,
        ENTRY_INSERTED,
        ENTRY_REORDERED,
        ENTRY_MALFORMED,
        ENTRIES_TRUNCATED,
        ENTRIES_REWRITTEN,
        TILE_ALTERED,
        TILE_MISSING,
        KEY_BAD,
        CHECKPOINT_BAD,
        TIMESTAMP_BAD,
        ENVELOPE_ALTERED,
        ENVELOPE_MISSING,
        ENVELOPE_SURPLUS,
        ENVELOPE_ERASED_UNASKED,
        ENVELOPE_NOT_ERASED,
        VAULT_ALTERED,
        VAULT_MISSING,
        VAULT_SURPLUS,
        VAULT_NOT_ERASED
    }

    @Override
    public String toString() {
        String place = entry < 0 ? where : "entry " + entry + " (" + where + ")";
        return kind + " " + place + ": " + says;
    }
}
