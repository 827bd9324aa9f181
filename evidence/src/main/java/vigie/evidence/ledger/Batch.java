package vigie.evidence.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.evidence.ledger.Envelopes.Envelope;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// Drafts that become entries together, before any of them is written.
final class Batch {
    private final CaseName name;
    private final Seals seals;
    private final InstantSource clock;
    private final long first;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Envelope> envelopes = new ArrayList<>();
    private final List<byte[]> lines = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    /// @param first the number of the first entry
    Batch(CaseName name, Seals seals, InstantSource clock, long first) {
        this.name = name;
        this.seals = seals;
        this.clock = clock;
        this.first = first;
    }

    void add(Draft draft) throws IOException {
        Entry entry = enter(draft, first + entries.size());
        byte[] line = entry.bytes();
        if (line.length > Entry.MAX_BYTES) {
            throw new IllegalArgumentException("entry " + entry.seq() + " is too long");
        }
        entries.add(entry);
        lines.add(line);
        text.writeBytes(line);
        text.write('\n');
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /// The envelopes of those entries that have one, in order.
    List<Envelope> envelopes() {
        return envelopes;
    }

    /// The canonical JSON of each entry.
    List<byte[]> lines() {
        return lines;
    }

    /// All lines, each with its newline.
    byte[] text() {
        return text.toByteArray();
    }

    private Entry enter(Draft draft, long seq) throws IOException {
        SortedMap<String, Sha256> commitments = new TreeMap<>();
        Sha256 envelope = null;
        if (!draft.sealed().isEmpty()) {
            try {
                Seals.Sealed seal = seals.seal(seq, draft.sealed());
                commitments = seal.commitments();
                envelope = Sha256.of(seal.envelope().sealed());
                envelopes.add(seal.envelope());
            } catch (GeneralSecurityException refused) {
                throw new IOException("the envelope of entry " + seq + " was not sealed", refused);
            }
        }
        return new Entry(
                seq,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                name,
                draft.operator(),
                draft.verb(),
                draft.kind(),
                draft.purpose(),
                draft.recipients(),
                draft.subjects(),
                draft.data(),
                commitments,
                envelope);
    }
}
