package vigie.evidence.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import vigie.evidence.disk.Durable;
import vigie.evidence.ledger.Envelopes.Envelope;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.Checkpoints;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.ledger.checkpoint.VerifierKey;
import vigie.evidence.ledger.tree.ConsistencyProof;
import vigie.evidence.ledger.tree.InclusionProof;
import vigie.evidence.ledger.tree.Proofs;
import vigie.evidence.ledger.tree.Tiles;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

/// The ledger of one case, open for reading and appending.
///
/// What [#append] returned is durable. Threads and processes may share a ledger: each act takes the
/// folder's lock and first learns what others appended. Opening reads what no checkpoint covers and
/// the hashes that it needs, not everything: whether all is as it was, [vigie.evidence.verify]
/// says.
public final class Ledger implements AutoCloseable {
    private final Origin origin;
    private final SigningKey key;
    private final InstantSource clock;
    private final Seals seals;
    private final FolderLock lock;
    private final EntryFile entries;
    private final Envelopes envelopes;
    private final Checkpoints checkpoints;
    private final Path folder;
    private final Map<Sieve, Set<Long>> barren = new ConcurrentHashMap<>();
    private Replay state;
    private boolean behind;

    private Ledger(Path folder, Origin origin, SigningKey key, Sealer sealer, InstantSource clock)
            throws IOException {
        this.folder = folder;
        this.origin = origin;
        this.key = key;
        this.clock = clock;
        this.seals = new Seals(origin, sealer);
        this.checkpoints = new Checkpoints(folder);
        this.lock = new FolderLock(folder);
        this.entries = new EntryFile(folder);
        this.envelopes = Envelopes.open(folder);
        try (var _ = lock.take()) {
            settleKey();
            this.state = Replay.open(folder, origin, entries, checkpoints, verifier());
            envelopes.settle(state.size());
            checkpoints.settle(verifier());
        }
    }

    /// Opens the ledger in `folder`, making an empty one where there is none.
    ///
    /// @throws LedgerCorrupt if it is not what it was; nothing is changed then
    /// @throws Refusal if it is the ledger of another home or case, or signed with another key
    public static Ledger open(
            Path folder, Origin origin, SigningKey key, Sealer sealer, InstantSource clock)
            throws IOException {
        Durable.folders(folder);
        return new Ledger(folder, origin, key, sealer, clock);
    }

    /// Enters drafts, all of them or none, and returns once they are durable.
    public List<Entry> append(List<Draft> drafts) throws IOException {
        if (drafts.isEmpty()) {
            return List.of();
        }
        try (var _ = lock.take()) {
            refresh();
            var batch = new Batch(origin.name(), seals, clock, state.size());
            for (Draft draft : drafts) {
                batch.add(draft);
            }
            envelopes.append(batch.envelopes());
            entries.append(batch.text(), state.end());
            takeOver(batch.lines());
            return batch.entries();
        }
    }

    /// Enters one draft and returns once it is durable.
    public Entry append(Draft draft) throws IOException {
        return append(List.of(draft)).getFirst();
    }

    /// How many entries there are.
    public long size() throws IOException {
        try (var _ = lock.take()) {
            refresh();
            return state.size();
        }
    }

    /// The root of the tree over all entries.
    public Sha256 root() throws IOException {
        try (var _ = lock.take()) {
            refresh();
            return state.root();
        }
    }

    /// The entries from number `from` on, as of now, read as they are asked for; the caller closes
    /// the stream. An entry that is not whole ends it with an [java.io.UncheckedIOException].
    public Stream<Entry> entries(long from) throws IOException {
        try (var _ = lock.take()) {
            refresh();
            return EntryStream.open(folder, entries, from, state.end());
        }
    }

    /// At most `limit` entries numbered below `before` that pass, the newest first: read from the
    /// end, so that it takes no longer for what lies before.
    public List<Entry> newest(long before, int limit, Sieve sieve) throws IOException {
        try {
            return sieving(sieve).newest(before, limit);
        } catch (IOException _) {
            // Noted offsets do not lead to the entries: these are walked from the first.
            try (Stream<Entry> all = entries(0)) {
                List<Entry> passed =
                        all.takeWhile(entry -> entry.seq() < before).filter(sieve::passes).toList();
                return passed.reversed().stream().limit(limit).toList();
            }
        }
    }

    /// The entries from number `from` on that pass, and how many entries there are now.
    public Sieved since(long from, Sieve sieve) throws IOException {
        Sieving sieving = sieving(sieve);
        try {
            return new Sieved(sieving.since(from), sieving.size());
        } catch (IOException _) {
            // Noted offsets do not lead to the entries: these are walked from the first.
            try (Stream<Entry> all = entries(from)) {
                return new Sieved(
                        all.limit(Math.max(0, sieving.size() - from))
                                .filter(sieve::passes)
                                .toList(),
                        sieving.size());
            }
        }
    }

    /// Entries that passed a sieve, in their order.
    ///
    /// @param size how many entries the ledger had: where to go on the next time
    public record Sieved(List<Entry> entries, long size) {
        public Sieved {
            entries = List.copyOf(entries);
        }
    }

    private Sieving sieving(Sieve sieve) throws IOException {
        try (var _ = lock.take()) {
            refresh();
            Set<Long> known =
                    sieve.since().equals(Instant.MIN)
                            ? barren.computeIfAbsent(sieve, _ -> ConcurrentHashMap.newKeySet())
                            : new HashSet<>();
            return new Sieving(entries, state.size(), state.end(), sieve, known);
        }
    }

    /// One entry.
    public Entry entry(long seq) throws IOException {
        try (var from = entries(seq)) {
            return from.findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no entry " + seq));
        }
    }

    /// The texts that an entry sealed, by name; empty once its envelope is erased.
    ///
    /// @throws LedgerCorrupt if the envelope is absent, or is not the one the entry commits to
    public Optional<SortedMap<String, String>> texts(Entry entry) throws IOException {
        if (entry.envelope() == null) {
            return Optional.of(Collections.emptySortedMap());
        }
        try (var _ = lock.take()) {
            Envelope envelope =
                    envelopes
                            .find(entry.seq())
                            .orElseThrow(() -> new LedgerCorrupt(entry.seq(), "no envelope"));
            return envelope.erased()
                    ? Optional.empty()
                    : Optional.of(seals.open(entry, envelope.sealed()));
        } catch (GeneralSecurityException refused) {
            throw new LedgerCorrupt(entry.seq(), "its envelope: " + refused.getMessage());
        }
    }

    /// Erases the envelope of an entry for good: first enters the decision, to whose data it adds
    /// `erases`, then overwrites the envelope. No proof breaks. Doing it again does no harm.
    ///
    /// @param decision a draft with the verb [Verb#ERASURE]
    public Entry erase(long seq, Draft decision) throws IOException {
        if (decision.verb() != Verb.ERASURE) {
            throw new IllegalArgumentException("an erasure is entered as an erasure");
        }
        try (var _ = lock.take()) {
            if (entry(seq).envelope() == null) {
                throw new IllegalArgumentException("entry " + seq + " has no envelope");
            }
            Entry entered = append(decision.with("erases", seq));
            envelopes.erase(seq);
            return entered;
        }
    }

    /// The checkpoint over all entries: signed now, unless one was signed since the last of them.
    public Checkpoint checkpoint() throws IOException {
        try (var _ = lock.take()) {
            refresh();
            Optional<Checkpoint> latest = latestCheckpoint();
            if (latest.isPresent() && latest.get().size() == state.size()) {
                return latest.get();
            }
            if (latest.isPresent() && latest.get().size() > state.size()) {
                throw new LedgerCorrupt(state.size(), "missing, though a checkpoint covers it");
            }
            state.sync();
            var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var signed = Checkpoint.sign(origin, state.size(), state.root(), at, key);
            checkpoints.keep(signed);
            state.signed(signed);
            return signed;
        }
    }

    /// The last checkpoint that was signed, if any was.
    public Optional<Checkpoint> latestCheckpoint() throws IOException {
        return checkpoints.latest(verifier());
    }

    /// The checkpoints of this ledger.
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /// The proof that an entry is in the tree over all entries.
    public InclusionProof proof(long seq) throws IOException {
        try (var _ = lock.take()) {
            refresh();
            return Proofs.inclusion(nodes(), seq, state.size());
        }
    }

    /// The proof that an entry is in the tree of the first `size` entries.
    public InclusionProof proof(long seq, long size) throws IOException {
        try (var _ = lock.take()) {
            requireSize(size);
            return Proofs.inclusion(nodes(), seq, size);
        }
    }

    /// The proof that the first `oldSize` entries are still the first.
    public ConsistencyProof consistency(long oldSize) throws IOException {
        try (var _ = lock.take()) {
            requireSize(oldSize);
            return Proofs.consistency(nodes(), oldSize, state.size());
        }
    }

    /// All that a stranger needs to check one entry: under the latest checkpoint if it covers the
    /// entry, else under a new one.
    public ProofBundle bundle(long seq) throws IOException {
        try (var _ = lock.take()) {
            requireSize(seq + 1);
            Optional<Checkpoint> latest = latestCheckpoint();
            Checkpoint covering =
                    latest.isPresent() && latest.get().size() > seq ? latest.get() : checkpoint();
            return new ProofBundle(entry(seq), proof(seq, covering.size()), covering, verifier());
        }
    }

    /// The public half of the key that signs this ledger's checkpoints.
    public VerifierKey verifier() {
        return key.verifier(origin);
    }

    /// Which ledger this is.
    public Origin origin() {
        return origin;
    }

    @Override
    public void close() throws IOException {
        try (lock;
                entries) {
            envelopes.close();
        }
    }

    /// The entries are durable: what fails from here on can be computed again.
    private void takeOver(List<byte[]> lines) {
        try {
            state.appended(lines);
        } catch (IOException _) {
            behind = true;
        }
    }

    private void refresh() throws IOException {
        if (behind) {
            state = Replay.open(folder, origin, entries, checkpoints, verifier());
            behind = false;
        } else if (state.end() != entries.length()) {
            state.read();
        }
        envelopes.settle(state.size());
    }

    private void requireSize(long size) throws IOException {
        refresh();
        if (size > state.size()) {
            throw new IllegalArgumentException("only " + state.size() + " entries, not " + size);
        }
    }

    private Tiles nodes() throws IOException {
        state.flush();
        return new Tiles(folder);
    }

    private void settleKey() throws IOException {
        Optional<VerifierKey> stated = checkpoints.statedKey();
        if (stated.isEmpty() && entries.length() == 0) {
            checkpoints.stateKey(verifier());
        } else if (!stated.equals(Optional.of(verifier()))) {
            String found = stated.map(VerifierKey::toString).orElse("no public key");
            throw new Refusal(
                    Refusal.Kind.KEY, "this ledger states " + found + ", not " + verifier());
        }
    }
}
