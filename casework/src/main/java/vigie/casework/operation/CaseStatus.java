package vigie.casework.operation;

import java.io.IOException;
import java.util.Optional;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.model.casefile.CaseName;

/// Where a case stands: what it holds, what was lost, and the two numbers that prove it.
///
/// @param entries    how many entries the ledger has
/// @param checkpoint the last signed checkpoint, if any was signed
/// @param anchored   whether that checkpoint is known outside this home's keys: signed into
///     minutes, or time-stamped
public record CaseStatus(
        CaseName name,
        CaseCounts counts,
        StateDigest digest,
        long entries,
        Optional<Checkpoint> checkpoint,
        boolean anchored) {

    /// The status of an open case, now.
    public static CaseStatus of(OpenCase opened) throws IOException {
        return new CaseStatus(
                opened.name(),
                opened.store().counts(opened.name(), opened.actor()),
                opened.store().digest(opened.name(), opened.actor()),
                opened.ledger().size(),
                opened.ledger().latestCheckpoint(),
                opened.anchored());
    }
}
