package vigie.evidence.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Envelopes;
import vigie.evidence.ledger.Envelopes.Envelope;
import vigie.evidence.ledger.Seals;
import vigie.evidence.ledger.Verb;
import vigie.evidence.verify.Finding.Kind;
import vigie.model.material.Sha256;

/// Walks the envelopes beside the entries, both being in the same order.
final class EnvelopeCheck implements Closeable {
    private static final String FILE = "envelopes";

    private final Findings findings;
    private final @Nullable Seals seals;
    private final @Nullable FileChannel file;
    private final Envelopes.@Nullable Walk walk;
    private final TreeSet<Long> erased = new TreeSet<>();
    private final TreeSet<Long> erasures = new TreeSet<>();
    private Optional<Envelope> next;
    private boolean damaged;
    private long whole;
    private long opened;

    /// @param seals opens envelopes; null without the key
    EnvelopeCheck(Path folder, @Nullable Seals seals, Findings findings) throws IOException {
        this.findings = findings;
        this.seals = seals;
        Path path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            findings.add(Kind.ENVELOPE_MISSING, -1, FILE, "the file is missing");
            damaged = true;
            file = null;
            walk = null;
        } else {
            file = FileChannel.open(path, StandardOpenOption.READ);
            walk = new Envelopes.Walk(file);
        }
        next = advance();
    }

    void entry(Entry entry) throws IOException {
        if (entry.verb() == Verb.ERASURE) {
            entry.data().whole("erases").ifPresent(erasures::add);
        }
        if (entry.envelope() == null || damaged) {
            return;
        }
        while (next.isPresent() && next.get().seq() < entry.seq() && !belongs(entry)) {
            findings.add(
                    Kind.ENVELOPE_SURPLUS, next.get().seq(), FILE, "its entry has no envelope");
            next = advance();
        }
        if (next.isEmpty() && walk != null && !walk.finished()) {
            damaged = true;
            findings.add(
                    Kind.ENVELOPE_ALTERED,
                    entry.seq(),
                    FILE,
                    "damaged at byte " + walk.position() + ": it and what follows cannot be found");
        } else if (next.isEmpty() || next.get().seq() > entry.seq() && !belongs(entry)) {
            findings.add(Kind.ENVELOPE_MISSING, entry.seq(), FILE, "its envelope is missing");
        } else {
            compare(entry, next.get());
            next = advance();
        }
    }

    /// Says that entries are not what they were, so that envelopes cannot be told by them.
    void stop() {
        damaged = true;
        findings.note(
                "Envelopes were compared up to the first entry only that differs from its hash.");
    }

    /// Compares what needs all entries: that each erasure was asked for and done.
    void finish(long size) throws IOException {
        while (!damaged && next.isPresent()) {
            long seq = next.get().seq();
            if (seq >= size) {
                findings.note(
                        "An envelope without entry follows: a process was stopped before the entry"
                                + " was acknowledged. It is cut at the next opening.");
            } else {
                findings.add(Kind.ENVELOPE_SURPLUS, seq, FILE, "its entry has no envelope");
            }
            next = advance();
        }
        for (long seq : erased) {
            if (!erasures.contains(seq) && !damaged) {
                findings.add(
                        Kind.ENVELOPE_ERASED_UNASKED, seq, FILE, "erased, but no entry says so");
            }
        }
        for (long seq : erasures) {
            if (!erased.contains(seq) && !damaged) {
                findings.add(
                        Kind.ENVELOPE_NOT_ERASED, seq, FILE, "an entry erases it, yet it is there");
            }
        }
    }

    long whole() {
        return whole;
    }

    long opened() {
        return opened;
    }

    long erased() {
        return erased.size();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private Optional<Envelope> advance() throws IOException {
        return walk == null ? Optional.empty() : walk.next();
    }

    private boolean belongs(Entry entry) {
        return next.isPresent() && Sha256.of(next.get().sealed()).equals(entry.envelope());
    }

    private void compare(Entry entry, Envelope envelope) {
        if (envelope.erased() && envelope.seq() == entry.seq()) {
            erased.add(entry.seq());
        } else if (envelope.seq() != entry.seq()) {
            findings.add(
                    Kind.ENVELOPE_ALTERED,
                    entry.seq(),
                    FILE,
                    "its envelope states entry " + envelope.seq());
        } else if (!belongs(entry)) {
            findings.add(
                    Kind.ENVELOPE_ALTERED,
                    entry.seq(),
                    FILE,
                    "its envelope is not the one that it commits to");
        } else if (seals == null) {
            whole++;
        } else {
            open(entry, envelope, seals);
        }
    }

    private void open(Entry entry, Envelope envelope, Seals key) {
        try {
            key.open(entry, envelope.sealed());
            whole++;
            opened++;
        } catch (GeneralSecurityException refused) {
            findings.add(
                    Kind.ENVELOPE_ALTERED,
                    entry.seq(),
                    FILE,
                    "its envelope does not open to what it commits to");
        }
    }
}
