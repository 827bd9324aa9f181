package vigie.model.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The legal basis of taking evidence, as its document states it.
///
/// A basis is a statement, not a permission: permission is a basis that was checked, for one actor
/// at one moment.
///
/// @param authority who ordered or consented
/// @param reference the number of the order
/// @param expires   the last day on which it holds
/// @param scope     what it covers, in words
/// @param document  path of the scan of the order, which becomes an exhibit
public record Basis(
        Act act,
        String authority,
        String reference,
        LocalDate date,
        LocalDate expires,
        String scope,
        @Nullable String document,
        Exporter exporter,
        Acquisition acquired) {

    /// The kinds of act under which evidence may be obtained.
    public enum Act {
        SEIZURE,
        REQUISITION,
        JUDICIAL_REQUEST,
        CONSENT,
        OBSERVATION,
        TRANSMISSION
    }

    /// Whose account made the export; `PSEUDONYM` is an investigator's, and is never a person here.
    public enum Exporter {
        SEIZED,
        PSEUDONYM,
        WITNESS,
        VICTIM,
        UNKNOWN
    }

    public Basis {
        if (authority.isBlank() || reference.isBlank() || scope.isBlank()) {
            throw new IllegalArgumentException("a basis states its authority, reference and scope");
        }
        if (expires.isBefore(date)) {
            throw new IllegalArgumentException("a basis cannot expire before its date");
        }
    }
}
