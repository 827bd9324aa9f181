package vigie.casework.overview;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import vigie.casework.operation.CaseBases;
import vigie.casework.operation.OpenCase;
import vigie.evidence.json.Json;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.model.casefile.Actor;

/// What is known of the integrity of a case.
///
/// @param entries    how many entries its ledger has
/// @param checkpoint the last that was signed
/// @param anchored   whether that checkpoint is known outside this home's keys
/// @param verified   the last verification that was entered
public record Custody(
        long entries,
        Optional<Checkpoint> checkpoint,
        boolean anchored,
        Optional<Verified> verified) {

    /// A verification, as its entry says.
    ///
    /// @param entry   the entry's number
    /// @param found   how many things were not as they had been; 0 where it was intact
    /// @param entries how many entries it read
    public record Verified(
            long entry,
            Instant at,
            Actor by,
            boolean intact,
            long found,
            long entries,
            long vaultFiles,
            long vaultBytes) {
        private static Verified of(Entry entry) {
            Json.Fields data = entry.data();
            return new Verified(
                    entry.seq(),
                    entry.at(),
                    entry.operator(),
                    data.whole("intact").orElse(0) == 1,
                    data.whole("found").orElse(0),
                    data.whole("entries").orElse(0),
                    data.whole("vaultFiles").orElse(0),
                    data.whole("vaultBytes").orElse(0));
        }
    }

    /// How many entries no checkpoint covers.
    public long uncovered() {
        return entries - checkpoint.map(Checkpoint::size).orElse(0L);
    }

    /// The custody of a case, now.
    public static Custody of(OpenCase opened, CaseBases bases) throws IOException {
        return new Custody(
                opened.ledger().size(),
                opened.ledger().latestCheckpoint(),
                opened.anchored(),
                bases.verified(opened).map(Verified::of));
    }
}
