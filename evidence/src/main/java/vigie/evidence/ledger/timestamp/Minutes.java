package vigie.evidence.ledger.timestamp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vigie.evidence.disk.Durable;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.model.casefile.Actor;

/// Records that the sheet of a checkpoint was signed into the minutes of a proceeding.
///
/// The record is the unit's own statement; the proof is the signed sheet itself.
public final class Minutes {
    /// The kind of entry that records it.
    public static final String KIND = "minutes";

    private Minutes() {}

    /// Enters that a checkpoint was signed into the minutes.
    ///
    /// @param reference the number of the minutes, kept in the entry's envelope
    public static Entry record(
            Ledger ledger, Checkpoint checkpoint, Actor operator, String reference)
            throws IOException {
        Entry entry =
                ledger.append(
                        Draft.of(Verb.DECIDE, KIND, operator, "anchoring the ledger")
                                .with("size", checkpoint.size())
                                .with("root", checkpoint.root().hex())
                                .sealing("reference", reference));
        byte[] seq = (entry.seq() + "\n").getBytes(StandardCharsets.US_ASCII);
        Durable.replace(ledger.checkpoints().file(checkpoint.size(), KIND), seq);
        return entry;
    }

    /// Whether an entry records that this checkpoint was signed into the minutes.
    public static boolean hold(Ledger ledger, Checkpoint checkpoint) throws IOException {
        Path file = ledger.checkpoints().file(checkpoint.size(), KIND);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            long seq = Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
            return isFor(ledger.entry(seq), checkpoint);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /// Whether this entry is the record for this checkpoint.
    public static boolean isFor(Entry entry, Checkpoint checkpoint) {
        return entry.kind().equals(KIND)
                && entry.data().whole("size").orElse(-1) == checkpoint.size()
                && entry.data().text("root").orElse("").equals(checkpoint.root().hex());
    }

    /// Whether a checkpoint is in other hands: recorded in the minutes, or stamped by an authority
    /// that a trust anchor vouches for.
    public static boolean anchored(Ledger ledger, Timestamps stamps, Checkpoint checkpoint)
            throws IOException {
        if (hold(ledger, checkpoint)) {
            return true;
        }
        try {
            return stamps.stamp(checkpoint).map(Stamp::trusted).orElse(false);
        } catch (BadTimestamp _) {
            return false;
        }
    }
}
