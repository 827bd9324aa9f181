package vigie.casework.operation;

import org.jspecify.annotations.Nullable;
import vigie.model.material.ReaderVersion;
import vigie.model.material.Sha256;

/// What reading one exhibit gave: the parse ledger's line.
///
/// @param exhibit     the exhibit's number
/// @param claims      how many claims of every type
/// @param claimStream SHA-256 over the SHA-256 of each claim's canonical JSON, in the order of the
///     claims: the same bytes and reader version always give the same
/// @param unknown     values that the reader did not know, preserved
/// @param absent      files that the source refers to and that it says it did not collect
/// @param error       file, byte and reason where reading stopped early (the exhibit is partial)
public record Reading(
        int exhibit,
        ReaderVersion reader,
        long claims,
        Sha256 claimStream,
        long messages,
        long events,
        long unsupported,
        long unknown,
        long repaired,
        long skipped,
        long absent,
        @Nullable String error) {

    /// Elements of conversations: the three kinds together.
    public long elements() {
        return messages + events + unsupported;
    }
}
