package vigie.casework.media.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vigie.casework.media.MediaStore.Result;
import vigie.media.examine.Examined;
import vigie.media.near.Answer;
import vigie.media.near.FloodGuard;
import vigie.media.near.NearIndex;
import vigie.media.near.Negatives;
import vigie.media.near.Part;
import vigie.media.near.search.Cores;
import vigie.media.near.search.HashColumn;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;
import vigie.media.sets.HashSets;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;

/// What of an alert set each item is like. Hashes of low quality are not compared; what is near a
/// hash of a negative set is like nothing.
final class Likeness {
    /// Chooses the sample on which the search proves itself: any will do.
    private static final long SEED = 4;

    /// So many items are asked about at once.
    private static final int PORTION = 1000;

    private final List<SetInfo> sets;
    private final NearIndex index;

    /// That an item is near an entry.
    ///
    /// @param id what [vigie.media.sets.Consultation#pdqEntry] wants
    record Near(SetInfo set, long id, int distance) {}

    private Likeness(List<SetInfo> sets, NearIndex index) {
        this.sets = sets;
        this.index = index;
    }

    static Likeness of(HashSets all) throws IOException {
        Map<Integer, SetInfo> alerts = new TreeMap<>();
        Map<Integer, List<PdqHash>> hashes = new HashMap<>();
        List<Negatives.Negative> negatives = new ArrayList<>();
        all.pdq(
                (set, _, hash, _) -> {
                    // Numbers of entries count all hashes of a set, so none may be left out.
                    switch (set.label().kind()) {
                        case ALERT -> {
                            alerts.put(set.id(), set);
                            hashes.computeIfAbsent(set.id(), _ -> new ArrayList<>()).add(hash);
                        }
                        case NEGATIVE ->
                                negatives.add(
                                        new Negatives.Negative(
                                                hash, set.label().distance(), set.label().name()));
                        case KNOWN -> {}
                    }
                });
        List<Part> parts = new ArrayList<>();
        for (SetInfo set : alerts.values()) {
            parts.add(
                    new Part(
                            set.label().name(),
                            HashColumn.of(hashes.getOrDefault(set.id(), List.of())),
                            set.label().distance()));
        }
        return new Likeness(
                List.copyOf(alerts.values()),
                NearIndex.open(parts, new Negatives(negatives), FloodGuard.USUAL, SEED));
    }

    /// The negative hashes of the sets, for stacks.
    static Negatives negatives(HashSets all) throws IOException {
        List<Negatives.Negative> negatives = new ArrayList<>();
        all.pdq(
                (set, _, hash, _) -> {
                    if (set.label().kind() == SetKind.NEGATIVE) {
                        negatives.add(
                                new Negatives.Negative(
                                        hash, set.label().distance(), set.label().name()));
                    }
                });
        return new Negatives(negatives);
    }

    /// For each item that is like something, the nearest entry of each set.
    Map<Integer, List<Near>> of(List<Result> results) {
        Map<Integer, List<Near>> near = new HashMap<>();
        if (!index.parts().isEmpty()) {
            for (int from = 0; from < results.size(); from += PORTION) {
                ask(results.subList(from, Math.min(results.size(), from + PORTION)), near);
            }
        }
        return near;
    }

    private void ask(List<Result> results, Map<Integer, List<Near>> near) {
        List<PdqHash> hashes = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (Result result : results) {
            for (PdqHash hash : hashes(result.examined())) {
                hashes.add(hash);
                owners.add(result.item());
            }
        }
        List<Answer> answers = index.batch(hashes, Cores.ALL).answers();
        Map<Integer, Map<Integer, Near>> best = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Answer.Listed(List<Answer.Near> entries)) {
                Map<Integer, Near> own = best.computeIfAbsent(owners.get(i), _ -> new TreeMap<>());
                for (Answer.Near entry : entries) {
                    own.merge(
                            entry.part(),
                            new Near(sets.get(entry.part()), entry.entry(), entry.distance()),
                            Likeness::nearer);
                }
            }
        }
        best.forEach(
                (item, bySet) -> {
                    if (!bySet.isEmpty()) {
                        near.put(item, List.copyOf(bySet.values()));
                    }
                });
    }

    private static Near nearer(Near one, Near other) {
        boolean first =
                one.distance() < other.distance()
                        || one.distance() == other.distance() && one.id() <= other.id();
        return first ? one : other;
    }

    /// All hashes by which an item may be found, turned ones included.
    private static List<PdqHash> hashes(Examined examined) {
        List<PdqHash> hashes = new ArrayList<>();
        switch (examined) {
            case Examined.Picture picture -> {
                for (Examined.View view : picture.views()) {
                    if (view.hashed().matchable()) {
                        hashes.add(view.hashed().hash());
                        hashes.addAll(view.turned());
                    }
                }
                frames(picture.frames(), hashes);
            }
            case Examined.Clip clip -> frames(clip.frames(), hashes);
            case Examined.Unreadable _ -> {}
        }
        return hashes;
    }

    private static void frames(List<Examined.Frame> frames, List<PdqHash> into) {
        frames.stream()
                .map(Examined.Frame::hashed)
                .filter(Hashed::matchable)
                .map(Hashed::hash)
                .forEach(into::add);
    }
}
