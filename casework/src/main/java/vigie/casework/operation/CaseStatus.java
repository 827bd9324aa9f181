package vigie.casework.operation;

import java.io.IOException;
import java.util.Optional;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.model.casefile.CaseName;

/// Where a case stands: what it holds, what was lost, and the two numbers that prove it.
///
/// @param migrations the first groups that are known under two ids, and how many there are
/// @param entries    how many entries the ledger has
/// @param checkpoint the last signed checkpoint, if any was signed
/// @param anchored   whether that checkpoint is known outside this home's keys: signed into
///     minutes, or time-stamped
public record CaseStatus(
        CaseName name,
        CaseCounts counts,
        Migrations migrations,
        StateDigest digest,
        long entries,
        Optional<Checkpoint> checkpoint,
        boolean anchored) {

    /// How many links between conversations are listed: no operation has as many, and an export
    /// that claims more cannot fill a screen.
    private static final int LISTED = 100;

    /// The status of an open case, now.
    public static CaseStatus of(OpenCase opened) throws IOException {
        return new CaseStatus(
                opened.name(),
                opened.store().counts(opened.name(), opened.actor()),
                opened.store().migrations(opened.name(), opened.actor(), LISTED),
                opened.store().digest(opened.name(), opened.actor()),
                opened.ledger().size(),
                opened.ledger().latestCheckpoint(),
                opened.anchored());
    }
}
