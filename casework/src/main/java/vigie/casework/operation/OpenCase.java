package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vigie.casework.home.Home;
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
    private final Home home;
    private final UnfinishedBatch unfinished;
    private final Indexes indexes;
    private final Anchoring anchoring;
    private final List<Stage> stages;
    private final Clock clock;
    private final BookReading reading;
    private final Lease lease;

    /// What closing gives back.
    interface Lease {
        void end() throws IOException;
    }

    OpenCase(
            CaseName name,
            Actor actor,
            CaseKey key,
            Vault vault,
            Ledger ledger,
            CaseStore store,
            Home home,
            Indexes indexes,
            Anchoring anchoring,
            List<Stage> stages,
            Clock clock) {
        this(
                name,
                actor,
                key,
                vault,
                ledger,
                store,
                home,
                indexes,
                anchoring,
                stages,
                clock,
                new BookReading(ledger),
                () -> {
                    try (vault;
                            ledger) {
                        // Each closes what it holds.
                    }
                });
    }

    private OpenCase(
            CaseName name,
            Actor actor,
            CaseKey key,
            Vault vault,
            Ledger ledger,
            CaseStore store,
            Home home,
            Indexes indexes,
            Anchoring anchoring,
            List<Stage> stages,
            Clock clock,
            BookReading reading,
            Lease lease) {
        this.name = name;
        this.actor = actor;
        this.key = key;
        this.vault = vault;
        this.ledger = ledger;
        this.store = store;
        this.home = home;
        this.unfinished = new UnfinishedBatch(home.unfinished(name));
        this.indexes = indexes;
        this.anchoring = anchoring;
        this.stages = stages;
        this.clock = clock;
        this.reading = reading;
        this.lease = lease;
    }

    /// This case as another opened it, with an index that is open already and what was read of the
    /// ledger. Closing it ends the lease and leaves vault and ledger open.
    OpenCase as(Actor other, Indexes shared, Lease ending) {
        return new OpenCase(
                name, other, key, vault, ledger, store, home, shared, anchoring, stages, clock,
                reading, ending);
    }

    /// Starts work that nobody else may do to this case at the same time.
    CaseWork begin(WorkInProgress.Kind kind, Progress also) throws IOException {
        CaseWork work = CaseWork.begin(home, name, kind, actor, also);
        try {
            unfinished.recover(vault, ledger);
            return work;
        } catch (IOException | RuntimeException failed) {
            work.close();
            throw failed;
        }
    }

    /// Removes what a killed batch left in the vault, unless somebody works on the case: then it
    /// may be theirs.
    void recover() throws IOException {
        if (unfinished.names().isEmpty()) {
            return;
        }
        try (WorkLock lock = WorkLock.tryTake(home.workLock(name)).orElse(null)) {
            if (lock != null) {
                unfinished.recover(vault, ledger);
            }
        }
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

    /// How many messages and events its rows hold.
    public long elements() {
        return store.counts(name, actor).read();
    }

    /// Whether the last checkpoint is known outside this home's keys.
    public boolean anchored() throws IOException {
        Optional<Checkpoint> latest = ledger.latestCheckpoint();
        return latest.isPresent() && anchoring.anchored(ledger, latest.get());
    }

    /// The home that it is in.
    public Home home() {
        return home;
    }

    CaseKey key() {
        return key;
    }

    Vault vault() {
        return vault;
    }

    /// What the ledger says was taken: read once for all who have the case open.
    CaseBook book() throws IOException {
        return reading.now();
    }

    /// The rows.
    public CaseStore store() {
        return store;
    }

    /// What its edition does to it, in this order.
    List<Stage> stages() {
        return stages;
    }

    /// Gives the rows what people decided in the ledger and they lack.
    void replayDecisions() throws IOException {
        store.replayDecisions(name, ledger);
        for (Stage stage : stages) {
            stage.replay(this);
        }
    }

    UnfinishedBatch unfinished() {
        return unfinished;
    }

    Path indexFolder() {
        return home.index(name);
    }

    /// Opens the full-text index; the caller closes it.
    SearchIndex index() throws IOException {
        return indexes.open(home.index(name));
    }

    /// Checks a basis now, for the actor.
    Checked check(Basis basis) {
        return Checked.check(basis, actor, clock);
    }

    @Override
    public void close() throws IOException {
        lease.end();
    }
}
