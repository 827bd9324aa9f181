package vigie.evidence.verify;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.Statement;
import vigie.evidence.ledger.checkpoint.VerifierKey;
import vigie.model.material.Sha256;

/// The result of a verification, which says what it compared and what it found.
///
/// @param key        the key that the checkpoints were held against; null where none was readable
/// @param trusted    whether that key was given by whoever asked, rather than found in the folder
/// @param entries    how many entries were read
/// @param root       the root of their tree
/// @param checkpoint the latest valid checkpoint of the folder
/// @param checkpoints how many valid checkpoints the entries were compared with
/// @param anchoredSize how many entries a checkpoint covers that is known to be in other hands: in
///     the minutes, or stamped by an authority that a trust anchor vouches for
/// @param envelopes  envelopes that are as their entries say
/// @param opened     those of them that were opened and compared with their commitments
/// @param erased     envelopes that were erased
/// @param vaultFiles files whose bytes were read and compared
/// @param vaultBytes their bytes as stored
/// @param findings   at most 1,000, by entry
/// @param found      how many findings there are
/// @param notes      what is no finding, and yet limits what the result says
public record Verification(
        @Nullable VerifierKey key,
        boolean trusted,
        long entries,
        Sha256 root,
        @Nullable Checkpoint checkpoint,
        long checkpoints,
        long anchoredSize,
        long envelopes,
        long opened,
        long erased,
        long vaultFiles,
        long vaultBytes,
        List<Finding> findings,
        long found,
        List<String> notes) {
    public Verification {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// This result, completed by what the vault gave.
    Verification withVault(
            long files, long bytes, List<Finding> all, long count, List<String> remarks) {
        return new Verification(
                key,
                trusted,
                entries,
                root,
                checkpoint,
                checkpoints,
                anchoredSize,
                envelopes,
                opened,
                erased,
                files,
                bytes,
                all,
                count,
                remarks);
    }

    /// Whether nothing was found.
    public boolean intact() {
        return found == 0;
    }

    /// Whether the latest checkpoint is known to be in other hands.
    public boolean anchored() {
        return checkpoint != null && checkpoint.size() == anchoredSize;
    }

    /// What a clean result proves and what it does not, to be printed with it.
    public String proves(Locale locale) {
        String proves = Statement.proves(locale);
        return anchored() ? proves : proves + " " + Statement.notAnchored(locale);
    }
}
