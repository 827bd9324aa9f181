package vigie.casework.operation;

import java.io.IOException;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// Where a case stands: what it holds, what was lost, and the two numbers that prove it.
///
/// @param entries  how many entries the ledger has
/// @param root     the root of the ledger's tree
/// @param anchored whether a checkpoint of it is known outside this home's keys: signed into
///     minutes, or time-stamped
public record CaseStatus(
        CaseName name,
        CaseCounts counts,
        StateDigest digest,
        long entries,
        Sha256 root,
        boolean anchored) {

    /// The status of an open case, now.
    public static CaseStatus of(OpenCase opened) throws IOException {
        return new CaseStatus(
                opened.name(),
                opened.store().counts(opened.name(), opened.actor()),
                opened.store().digest(opened.name(), opened.actor()),
                opened.ledger().size(),
                opened.ledger().root(),
                opened.anchored());
    }
}
