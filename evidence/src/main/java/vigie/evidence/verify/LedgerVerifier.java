package vigie.evidence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.evidence.ledger.FolderLock;
import vigie.evidence.ledger.Sealer;
import vigie.evidence.ledger.Seals;
import vigie.evidence.ledger.checkpoint.VerifierKey;
import vigie.evidence.ledger.timestamp.TrustAnchors;
import vigie.model.casefile.CaseName;

/// A verification of one ledger: what it is to be held against, and the act itself.
///
/// Everything is optional but the folder. Without a trusted key it takes the key that the folder
/// states, which whoever rewrote the folder could have replaced: then compare the key's id with a
/// checkpoint sheet.
public final class LedgerVerifier {
    private final Path folder;
    private final Map<String, byte[]> older = new TreeMap<>();
    private final List<KnownRoot> roots = new ArrayList<>();
    private @Nullable VerifierKey trusted;
    private @Nullable Sealer sealer;
    private @Nullable VaultFiles vault;
    private @Nullable TrustAnchors trust;

    /// @param folder the folder of the ledger
    public LedgerVerifier(Path folder) {
        this.folder = folder;
    }

    /// Holds signatures against this key.
    public LedgerVerifier trusting(VerifierKey key) {
        trusted = key;
        return this;
    }

    /// Holds the entries against a checkpoint that was kept elsewhere.
    public LedgerVerifier against(Path checkpoint) throws IOException {
        older.put(checkpoint.toString(), Files.readAllBytes(checkpoint));
        return this;
    }

    /// Holds the entries against a root that was noted elsewhere, say on paper.
    public LedgerVerifier against(KnownRoot root) {
        roots.add(root);
        return this;
    }

    /// Opens the envelopes, too.
    public LedgerVerifier opening(Sealer key) {
        sealer = key;
        return this;
    }

    /// Lets these vouch for the authorities of time stamps.
    public LedgerVerifier vouching(TrustAnchors anchors) {
        trust = anchors;
        return this;
    }

    /// Reads the files of the vault, too.
    public LedgerVerifier with(VaultFiles files) {
        vault = files;
        return this;
    }

    /// Reads everything and says what is not as it was. Changes nothing; while the ledger is read,
    /// nobody appends.
    public Verification verify() throws IOException {
        var findings = new Findings();
        VaultCheck files = vault == null ? null : new VaultCheck(vault, findings);
        Verification log = verifyLog(findings, files);
        if (files == null) {
            return log;
        }
        files.finish();
        return log.withVault(
                files.files(),
                files.bytes(),
                findings.listed(),
                findings.count(),
                findings.notes());
    }

    private Verification verifyLog(Findings findings, @Nullable VaultCheck files)
            throws IOException {
        try (var _ = FolderLock.hold(folder)) {
            var checkpoints = new CheckpointCheck(folder, trusted, findings);
            checkpoints.readFolder();
            checkpoints.readStamps(trust);
            older.forEach((from, note) -> checkpoints.addOlder(note, from));
            return verifyLog(findings, checkpoints, files);
        }
    }

    private Verification verifyLog(
            Findings findings, CheckpointCheck checkpoints, @Nullable VaultCheck files)
            throws IOException {
        var known = new ArrayList<>(checkpoints.known());
        known.addAll(roots);
        VerifierKey key = checkpoints.key();
        CaseName name = key == null ? null : key.origin().name();
        Seals seals = key == null || sealer == null ? null : new Seals(key.origin(), sealer);
        try (var envelopes = new EnvelopeCheck(folder, seals, findings)) {
            LogCheck.Visitor visitor =
                    (entry, sound) -> {
                        checkpoints.entry(entry);
                        if (sound) {
                            envelopes.entry(entry);
                        }
                        if (files != null) {
                            files.entry(entry);
                        }
                    };
            var log = new LogCheck(folder, name, known, findings, visitor);
            log.run();
            if (!log.sound()) {
                envelopes.stop();
            }
            envelopes.finish(log.size());
            noteUncovered(log, findings);
            return new Verification(
                    key,
                    trusted != null,
                    log.size(),
                    log.root(),
                    checkpoints.latest().orElse(null),
                    checkpoints.known().size(),
                    checkpoints.anchored(),
                    envelopes.whole(),
                    envelopes.opened(),
                    envelopes.erased(),
                    0,
                    0,
                    findings.listed(),
                    findings.count(),
                    findings.notes());
        }
    }

    private static void noteUncovered(LogCheck log, Findings findings) {
        if (log.size() > log.covered()) {
            findings.note(
                    "No checkpoint covers the last " + (log.size() - log.covered()) + " entries.");
        }
    }
}
