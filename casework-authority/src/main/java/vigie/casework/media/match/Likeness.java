package vigie.casework.media.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vigie.casework.media.Match;
import vigie.casework.media.MediaStore.Result;
import vigie.media.near.Answer;
import vigie.media.near.FloodGuard;
import vigie.media.near.NearIndex;
import vigie.media.near.Negatives;
import vigie.media.near.search.Cores;
import vigie.media.pdq.PdqHash;
import vigie.media.sets.HashSets;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;

/// What of an alert set each item is like. Hashes of low quality are not compared; what is near a
/// hash of a negative set is like nothing.
///
/// A picture is like a listed hash by any view of it. A clip is like a listed video by the share of
/// their frames; that one frame of it is near the listed hash of a picture is told apart.
final class Likeness {
    /// Chooses the sample on which the search proves itself: any will do.
    static final long SEED = 4;

    /// So many items are asked about at once.
    private static final int PORTION = 1000;

    private final Negatives negatives;
    private final ListedPictures pictures;
    private final NearIndex index;
    private final ListedVideos videos;
    private int silenced;
    private int flooded;
    private int crowded;

    private Likeness(Negatives negatives, ListedPictures pictures, ListedVideos videos) {
        this.negatives = negatives;
        this.pictures = pictures;
        this.videos = videos;
        index = NearIndex.open(pictures.parts(), Negatives.NONE, FloodGuard.USUAL, SEED);
    }

    static Likeness of(HashSets all) throws IOException {
        Negatives negatives = negatives(all);
        ListedPictures pictures = new ListedPictures();
        ListedVideos videos = new ListedVideos();
        all.pdq(
                listed -> {
                    String video = listed.video();
                    if (listed.set().label().kind() != SetKind.ALERT
                            || !listed.hashed().matchable()) {
                        return;
                    }
                    if (video == null) {
                        pictures.add(listed);
                    } else if (negatives.near(listed.hashed().hash()).isEmpty()) {
                        videos.add(listed, video);
                    }
                });
        return new Likeness(negatives, pictures, videos);
    }

    private static Negatives negatives(HashSets all) throws IOException {
        List<Negatives.Negative> negatives = new ArrayList<>();
        all.pdq(
                listed -> {
                    SetInfo.Label label = listed.set().label();
                    if (label.kind() == SetKind.NEGATIVE) {
                        PdqHash hash = listed.hashed().hash();
                        negatives.add(new Negatives.Negative(hash, label.distance(), label.name()));
                    }
                });
        return new Negatives(negatives);
    }

    /// The negative hashes of the sets.
    Negatives negatives() {
        return negatives;
    }

    /// How many hashes of items were near a negative one, and so not compared.
    int silenced() {
        return silenced;
    }

    /// How many hashes of items were near more listed ones than are told one by one.
    int flooded() {
        return flooded;
    }

    /// How many listed hashes were near more hashes of items than are told one by one.
    int crowded() {
        return crowded;
    }

    /// For each item that is like something, the nearest entry of each set in each way, and every
    /// video that it matches.
    Map<Integer, List<Near>> of(List<Result> results) {
        Map<Integer, List<Near>> near = new HashMap<>();
        for (int from = 0; from < results.size(); from += PORTION) {
            Questions asked = new Questions(negatives);
            results.subList(from, Math.min(results.size(), from + PORTION)).forEach(asked::add);
            silenced += asked.silenced();
            Map<Integer, Map<String, Near>> best = new TreeMap<>();
            ask(asked, best);
            videos.ask(asked, best);
            best.forEach((item, all) -> near.put(item, told(all.values())));
        }
        return near;
    }

    private void ask(Questions asked, Map<Integer, Map<String, Near>> best) {
        NearIndex.Batch batch = index.batch(asked.hashes(0, asked.size()), Cores.ALL);
        crowded += batch.crowded().size();
        for (int i = 0; i < asked.size(); i++) {
            switch (batch.answers().get(i)) {
                case Answer.Listed(List<Answer.Near> entries) -> {
                    String by = asked.frame(i) ? Match.FRAME : Match.PICTURE;
                    for (Answer.Near entry : entries) {
                        keep(best, asked.owner(i), pictures.near(entry, by));
                    }
                }
                case Answer.Flood _ -> flooded++;
                case Answer.Silenced _ -> throw new IllegalStateException("it was not asked");
            }
        }
    }

    /// Keeps the nearest of each set and way; of clips every video.
    static void keep(Map<Integer, Map<String, Near>> best, int item, Near near) {
        String key = near.by() + " " + near.set().id();
        if (near.shares() != null) {
            key += " " + near.id();
        }
        best.computeIfAbsent(item, _ -> new TreeMap<>()).merge(key, near, Near::nearer);
    }

    /// What says most first; a frame says nothing beside the picture that it is of.
    private static List<Near> told(Collection<Near> all) {
        Set<Integer> whole = new HashSet<>();
        all.stream()
                .filter(near -> !near.by().equals(Match.FRAME))
                .forEach(near -> whole.add(near.set().id()));
        return all.stream()
                .filter(near -> !near.by().equals(Match.FRAME) || !whole.contains(near.set().id()))
                .sorted(
                        Comparator.comparing((Near near) -> near.by().equals(Match.FRAME))
                                .thenComparing(Near.ORDER))
                .toList();
    }
}
