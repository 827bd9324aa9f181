package vigie.casework.media.match;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vigie.casework.media.MediaStore.Result;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Sieve;
import vigie.media.examine.Examined;

/// What decoded the media of a case, by format: `jpeg: libturbojpeg 0`. Another decoder gives
/// other hashes, by a few bits mostly, so the ledger records them; which ones a machine has
/// cannot be chosen, and what was recorded and is used no more is named.
///
/// A decoder is told by its name and the version that it states: of libturbojpeg and the JDK that
/// is a major one, so a difference within one is not seen.
///
/// @param used now
/// @param missing recorded earlier for the same case, and used for nothing now
/// @param instead used while some are missing, and not recorded before
record Decoders(Set<String> used, Set<String> missing, Set<String> instead) {
    private static final String USED = "decodedBy";
    private static final String MISSING = "decodersMissing";
    private static final String INSTEAD = "decodersInstead";
    private static final String BETWEEN = "; ";

    Decoders {
        used = Set.copyOf(used);
        missing = Set.copyOf(missing);
        instead = Set.copyOf(instead);
    }

    /// Those of a case, beside what its ledger has recorded.
    static Decoders of(Collection<Result> results, Ledger ledger) throws IOException {
        Set<String> used = new TreeSet<>();
        for (Result result : results) {
            switch (result.examined()) {
                case Examined.Picture p -> used.add(p.format() + ": " + p.decoder());
                case Examined.Clip c -> used.add(c.format() + ": " + c.decoder());
                case Examined.Unreadable _ -> {}
            }
        }
        Set<String> recorded = recorded(ledger);
        Set<String> missing = new TreeSet<>(recorded);
        missing.removeAll(used);
        Set<String> instead = new TreeSet<>(missing.isEmpty() ? Set.of() : used);
        instead.removeAll(recorded);
        return new Decoders(used, missing, instead);
    }

    /// Those of the newest comparison before any went missing: a rebuild on another machine does
    /// not make them forgotten, and one on the first machine ends it.
    private static Set<String> recorded(Ledger ledger) throws IOException {
        Set<String> recorded = new TreeSet<>();
        for (Entry entry : ledger.newest(Long.MAX_VALUE, 1, Sieve.of(MatchStage.ENTRY))) {
            recorded.addAll(said(entry, USED));
            recorded.removeAll(said(entry, INSTEAD));
            recorded.addAll(said(entry, MISSING));
        }
        return recorded;
    }

    private static List<String> said(Entry entry, String key) {
        return entry.data()
                .text(key)
                .filter(said -> !said.isEmpty())
                .map(said -> List.of(said.split(BETWEEN, -1)))
                .orElse(List.of());
    }

    /// The entry of a comparison, with them.
    Draft in(Draft draft) {
        Draft with = draft.with(USED, text(used));
        return missing.isEmpty()
                ? with
                : with.with(MISSING, text(missing)).with(INSTEAD, text(instead));
    }

    private static String text(Set<String> all) {
        return String.join(BETWEEN, new TreeSet<>(all));
    }

    /// One sentence for each that is missing.
    List<String> warnings() {
        return new TreeSet<>(missing)
                .stream()
                        .map(
                                one ->
                                        "decoder-changed: "
                                                + one
                                                + ": recorded in the ledger, and used for nothing"
                                                + " now: hashes and stacks may differ from before")
                        .toList();
    }
}
