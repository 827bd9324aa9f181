package vigie.media.sets;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.evidence.basis.Checked;
import vigie.media.sets.record.Entry;
import vigie.media.sets.scheme.Category;
import vigie.media.sets.scheme.Scheme;
import vigie.media.sets.scheme.Schemes;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Segment;

/// Asking what the sets say of exhibits, by somebody whose basis was checked. It refuses once the
/// check is no longer fresh.
///
/// That the digests are those of exhibits of the case rests on the caller, and so does the entry in
/// the case's ledger.
public final class Consultation {
    private static final List<DigestKind> EXACT =
            List.of(DigestKind.SHA256, DigestKind.SHA1, DigestKind.MD5);

    private final List<OpenSet> sets;
    private final Schemes schemes;
    private final Checked permission;
    private final Clock clock;

    Consultation(List<OpenSet> sets, Schemes schemes, Checked permission, Clock clock) {
        this.sets = sets;
        this.schemes = schemes;
        this.permission = permission;
        this.clock = clock;
    }

    /// The verdict on each file, in their order.
    ///
    /// @throws vigie.model.casefile.Refusal of kind `BASIS` where the check is not fresh
    /// @throws IOException that names the file of a set that is damaged
    public List<Verdict> verdicts(List<FileDigests> files) throws IOException {
        List<List<Hit>> hits = new ArrayList<>();
        files.forEach(_ -> hits.add(new ArrayList<>()));
        for (OpenSet set : sets) {
            for (DigestKind kind : EXACT) {
                if (set.asks(kind)) {
                    for (Segment segment : set.segments(kind)) {
                        find(set, segment, files, hits);
                    }
                }
            }
        }
        return hits.stream().map(Policy::of).toList();
    }

    /// The verdict on one file.
    public Verdict verdict(FileDigests file) throws IOException {
        return verdicts(List.of(file)).getFirst();
    }

    private void find(OpenSet set, Segment segment, List<FileDigests> files, List<List<Hit>> hits)
            throws IOException {
        DigestKind kind = segment.kind();
        int width = kind.width();
        byte[] keys = new byte[files.size() * width];
        int[] which = new int[files.size()];
        int count = 0;
        for (int i = 0; i < which.length; i++) {
            byte[] digest = files.get(i).bytes(kind);
            if (digest != null) {
                System.arraycopy(digest, 0, keys, count * width, width);
                which[count++] = i;
            }
        }
        int[] rows = new int[count];
        segment.find(permission, clock, Arrays.copyOf(keys, count * width), rows);
        for (int i = 0; i < count; i++) {
            if (rows[i] >= 0) {
                add(set, segment, rows[i], files.get(which[i]), hits.get(which[i]));
            }
        }
    }

    /// One hit for each entry that lists the digest, unless a stronger digest has led to it.
    private void add(OpenSet set, Segment segment, int first, FileDigests file, List<Hit> hits)
            throws IOException {
        int row = first;
        do {
            Entry entry = set.entry(segment.reference(row));
            boolean contradicted = entry != null && contradicted(entry, file);
            Hit hit =
                    new Hit(
                            set.info(),
                            segment.kind(),
                            entry,
                            entry == null ? null : category(set, entry),
                            contradicted);
            if (hits.stream().noneMatch(other -> sameEntry(other, hit))) {
                hits.add(hit);
            }
            row++;
        } while (segment.repeats(row));
    }

    private static boolean sameEntry(Hit a, Hit b) {
        return a.set().id() == b.set().id() && Objects.equals(a.entry(), b.entry());
    }

    private static boolean contradicted(Entry entry, FileDigests file) {
        for (DigestKind kind : EXACT) {
            String stated = entry.digests().get(kind);
            String own = file.hex(kind);
            if (stated != null && own != null && !stated.equals(own)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Category category(OpenSet set, Entry entry) {
        String scheme = set.info().label().scheme();
        return scheme == null
                ? null
                : schemes.get(scheme).flatMap(known -> category(known, entry)).orElse(null);
    }

    private static Optional<Category> category(Scheme scheme, Entry entry) {
        return Optional.ofNullable(entry.properties().get(scheme.property()))
                .flatMap(scheme::category);
    }

    /// What a set says of the PDQ hash that [HashSets#pdq] showed under this number; nothing where
    /// it is a bare list.
    public Optional<Entry> pdqEntry(int set, long id) throws IOException {
        permission.requireFresh(clock);
        for (OpenSet open : sets) {
            if (open.info().id() == set) {
                long row = id;
                for (Segment segment : open.segments(DigestKind.PDQ)) {
                    if (row < segment.size()) {
                        return Optional.ofNullable(open.entry(segment.reference((int) row)));
                    }
                    row -= segment.size();
                }
            }
        }
        return Optional.empty();
    }

    /// The number of sets that are asked.
    public int size() {
        return sets.size();
    }
}
