package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vigie.evidence.basis.Checked;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.ProofBundle;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.vault.Vault;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;

/// A case that an actor opened and is on: its vault, ledger, rows and index.
public final class OpenCase implements AutoCloseable {
    /// Opens the full-text index in a folder, made when missing.
    public interface Indexes {
        /// The index in `folder`.
        SearchIndex open(Path folder) throws IOException;
    }

    private final CaseName name;
    private final Actor actor;
    private final CaseKey key;
    private final Vault vault;
    private final Ledger ledger;
    private final CaseStore store;
    private final Path indexFolder;
    private final UnfinishedBatch unfinished;
    private final Indexes indexes;
    private final Anchoring anchoring;
    private final Clock clock;

    OpenCase(
            CaseName name,
            Actor actor,
            CaseKey key,
            Vault vault,
            Ledger ledger,
            CaseStore store,
            Path indexFolder,
            UnfinishedBatch unfinished,
            Indexes indexes,
            Anchoring anchoring,
            Clock clock) {
        this.name = name;
        this.actor = actor;
        this.key = key;
        this.vault = vault;
        this.ledger = ledger;
        this.store = store;
        this.indexFolder = indexFolder;
        this.unfinished = unfinished;
        this.indexes = indexes;
        this.anchoring = anchoring;
        this.clock = clock;
    }

    /// The case's name.
    public CaseName name() {
        return name;
    }

    /// Who opened it.
    public Actor actor() {
        return actor;
    }

    /// Its ledger.
    public Ledger ledger() {
        return ledger;
    }

    /// The checkpoint over all entries, signed now where there is none yet, and stamped where the
    /// unit set how.
    public Checkpoint checkpoint() throws IOException {
        Checkpoint signed = ledger.checkpoint();
        anchoring.tryToStamp(ledger, signed);
        return signed;
    }

    /// All that a stranger needs to check one entry, under a checkpoint that covers it.
    public ProofBundle proof(long entry) throws IOException {
        if (ledger.latestCheckpoint().map(Checkpoint::size).orElse(0L) <= entry) {
            checkpoint();
        }
        return ledger.bundle(entry);
    }

    /// How its checkpoints come into other hands.
    public Anchoring anchoring() {
        return anchoring;
    }

    /// Whether the last checkpoint is known outside this home's keys.
    boolean anchored() throws IOException {
        Optional<Checkpoint> latest = ledger.latestCheckpoint();
        return latest.isPresent() && anchoring.anchored(ledger, latest.get());
    }

    CaseKey key() {
        return key;
    }

    Vault vault() {
        return vault;
    }

    CaseStore store() {
        return store;
    }

    UnfinishedBatch unfinished() {
        return unfinished;
    }

    Path indexFolder() {
        return indexFolder;
    }

    /// Opens the full-text index; the caller closes it.
    SearchIndex index() throws IOException {
        return indexes.open(indexFolder);
    }

    /// Checks a basis now, for the actor.
    Checked check(Basis basis) {
        return Checked.check(basis, actor, clock);
    }

    @Override
    public void close() throws IOException {
        try (vault;
                ledger) {
            // Each closes what it holds.
        }
    }
}
