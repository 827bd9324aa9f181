package vigie.media.sets;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.basis.Checked;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;
import vigie.media.sets.scheme.Schemes;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Reference;
import vigie.media.sets.segment.Segment;

/// The hash sets of a home, as they were when this was opened: what is imported later is seen by
/// opening again. For several threads.
///
/// It says which sets there are to anybody, and what they list only to a [Consultation].
public final class HashSets implements AutoCloseable {
    /// How often the list is read again where files vanish because it was just replaced.
    private static final int TRIES = 5;

    private final long generation;
    private final List<OpenSet> sets;
    private final Schemes schemes;

    private HashSets(long generation, List<OpenSet> sets, Schemes schemes) {
        this.generation = generation;
        this.sets = sets;
        this.schemes = schemes;
    }

    /// Opens the folder `sets/` of a home, which need not exist.
    ///
    /// @throws IOException that names the file, where one is damaged, cut or of a newer version
    public static HashSets open(Path folder) throws IOException {
        Schemes schemes = Schemes.of(SetFolder.schemes(folder));
        for (int tries = 1; ; tries++) {
            Manifest manifest = Manifest.read(folder);
            List<OpenSet> sets = new ArrayList<>();
            try {
                for (Manifest.Held held : manifest.sets()) {
                    sets.add(OpenSet.open(folder, held));
                }
                return new HashSets(manifest.generation(), sets, schemes);
            } catch (IOException | RuntimeException failed) {
                for (OpenSet set : sets) {
                    set.close();
                }
                if (tries == TRIES
                        || !(failed instanceof NoSuchFileException)
                        || Manifest.read(folder).same(manifest)) {
                    throw failed;
                }
            }
        }
    }

    /// The generation of a folder's sets now: cases that were matched against another are matched
    /// again.
    public static long generation(Path folder) throws IOException {
        return Manifest.read(folder).generation();
    }

    /// The generation of these.
    public long generation() {
        return generation;
    }

    /// What is known of each set as a whole.
    public List<SetInfo> sets() {
        return sets.stream().map(OpenSet::info).toList();
    }

    /// The category schemes of the home that keeps its sets in a folder, which need not exist;
    /// no set is opened.
    public static Schemes schemes(Path folder) throws IOException {
        return Schemes.of(SetFolder.schemes(folder));
    }

    /// The category schemes of this home.
    public Schemes schemes() {
        return schemes;
    }

    /// Whether any set is asked by digests of this kind, so that it pays to compute them.
    public boolean asks(DigestKind kind) {
        return sets.stream().anyMatch(set -> set.asks(kind) && !set.segments(kind).isEmpty());
    }

    /// Opens a consultation for the exhibits of one case.
    ///
    /// @throws vigie.model.casefile.Refusal of kind `BASIS` where the check is not fresh
    public Consultation consult(Checked permission, Clock clock) {
        permission.requireFresh(clock);
        return new Consultation(sets, schemes, permission, clock);
    }

    /// How many PDQ hashes the sets list.
    public long pdqCount() {
        return sets.stream()
                .flatMap(set -> set.segments(DigestKind.PDQ).stream())
                .mapToLong(Segment::size)
                .sum();
    }

    /// Shows every PDQ hash of every set, for an index to be built over them; what is asked of the
    /// index is asked of exhibits.
    public void pdq(PdqVisitor visitor) throws IOException {
        for (OpenSet set : sets) {
            long id = 0;
            for (Segment segment : set.segments(DigestKind.PDQ)) {
                for (int row = 0; row < segment.size(); row++, id++) {
                    long reference = segment.reference(row);
                    visitor.hash(
                            new Listed(
                                    set.info(),
                                    id,
                                    new Hashed(
                                            new PdqHash(
                                                    segment.word(row, 0),
                                                    segment.word(row, 1),
                                                    segment.word(row, 2),
                                                    segment.word(row, 3)),
                                            Reference.of(reference).quality()),
                                    set.video(reference)));
                }
            }
        }
    }

    /// A PDQ hash that a set lists.
    ///
    /// @param set    its kind says whether it is on a negative list, its label the distance
    /// @param id     what [Consultation#pdqEntry] wants, good for these [HashSets] only
    /// @param video  what names the video of which it is a frame; null where it is of a picture
    public record Listed(SetInfo set, long id, Hashed hashed, @Nullable String video) {}

    /// Is shown the PDQ hashes of sets.
    @FunctionalInterface
    public interface PdqVisitor {
        /// A hash.
        void hash(Listed listed);
    }

    @Override
    public void close() throws IOException {
        for (OpenSet set : sets) {
            set.close();
        }
    }
}
