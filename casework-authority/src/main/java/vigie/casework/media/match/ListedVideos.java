package vigie.casework.media.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.Match;
import vigie.media.near.search.Cores;
import vigie.media.near.search.HashColumn;
import vigie.media.near.search.Needles;
import vigie.media.near.search.Proof;
import vigie.media.near.search.Search;
import vigie.media.pdq.PdqHash;
import vigie.media.sets.HashSets;
import vigie.media.sets.SetInfo;

/// The videos that alert sets list by the hashes of their frames, compared as vPDQ does: frames
/// of quality 50 or more, equal ones once, alike within 31 bits, whatever the distance of the
/// set. A clip matches a video where 80 % of the frames of either are like some frame of the
/// other: one may be a part of the other.
///
/// Frames of clips are sampled once a second and at changes of scene, and lists may have every
/// frame: the share of the listed ones is then low although the clips are the same, never the
/// other.
final class ListedVideos {
    private final Map<String, Video> videos = new LinkedHashMap<>();
    private final Map<PdqHash, Integer> numbers = new HashMap<>();
    private final List<List<Frame>> frames = new ArrayList<>();
    private @Nullable HashColumn column;

    private static final class Video {
        private final SetInfo set;
        private int frames;

        Video(SetInfo set) {
            this.set = set;
        }
    }

    /// A frame of a video.
    ///
    /// @param number of its hash among those of the video
    private record Frame(Video video, int number, long id) {}

    /// What an item and a video have in common so far.
    private static final class Shared {
        private final BitSet own = new BitSet();
        private final BitSet listed = new BitSet();
        private @Nullable Near nearest;
    }

    void add(HashSets.Listed listed, String video) {
        Video of =
                videos.computeIfAbsent(
                        listed.set().id() + " " + video, _ -> new Video(listed.set()));
        int number =
                numbers.computeIfAbsent(
                        listed.hashed().hash(),
                        _ -> {
                            frames.add(new ArrayList<>());
                            return frames.size() - 1;
                        });
        List<Frame> alike = frames.get(number);
        if (alike.stream().noneMatch(frame -> frame.video() == of)) {
            alike.add(new Frame(of, of.frames++, listed.id()));
        }
    }

    /// Keeps, for each item, the videos that it matches, and of those of which it is a still the
    /// nearest frame in each set.
    void ask(Questions asked, Map<Integer, Map<String, Near>> best) {
        if (numbers.isEmpty()) {
            return;
        }
        Map<Integer, Map<Video, Shared>> shared = new HashMap<>();
        for (int from = 0; from < asked.size(); from += Needles.MOST) {
            int first = from;
            int to = Math.min(from + Needles.MOST, asked.size());
            new Search(new Needles(asked.hashes(from, to)), vigie.media.video.Likeness.DISTANCE)
                    .run(
                            column(),
                            Cores.ALL,
                            (needle, entry, distance) -> {
                                int question = first + needle;
                                for (Frame frame : frames.get((int) entry)) {
                                    if (asked.frame(question)) {
                                        share(asked, question, frame, distance, shared);
                                    } else {
                                        Near near = near(frame, Match.PICTURE, distance, null);
                                        Likeness.keep(best, asked.owner(question), near);
                                    }
                                }
                            });
        }
        shared.forEach(
                (item, each) ->
                        each.forEach((video, both) -> keep(asked, item, video, both, best)));
    }

    private HashColumn column() {
        HashColumn made = column;
        if (made == null) {
            PdqHash[] hashes = new PdqHash[numbers.size()];
            numbers.forEach((hash, number) -> hashes[number] = hash);
            made = HashColumn.of(List.of(hashes));
            Proof.check(made, vigie.media.video.Likeness.DISTANCE, Likeness.SEED);
            column = made;
        }
        return made;
    }

    private static Near near(Frame frame, String by, int distance, Match.@Nullable Shares shares) {
        return new Near(frame.video().set, frame.id(), by, distance, shares);
    }

    private static void share(
            Questions asked,
            int question,
            Frame frame,
            int distance,
            Map<Integer, Map<Video, Shared>> shared) {
        Shared both =
                shared.computeIfAbsent(asked.owner(question), _ -> new HashMap<>())
                        .computeIfAbsent(frame.video(), _ -> new Shared());
        both.own.set(question);
        both.listed.set(frame.number());
        Near near = near(frame, Match.CLIP, distance, null);
        both.nearest = both.nearest == null ? near : Near.nearer(both.nearest, near);
    }

    private static void keep(
            Questions asked,
            int item,
            Video video,
            Shared both,
            Map<Integer, Map<String, Near>> best) {
        var likeness =
                new vigie.media.video.Likeness(
                        100.0 * both.own.cardinality() / asked.framesOf(item),
                        100.0 * both.listed.cardinality() / video.frames);
        Near near = both.nearest;
        if (near != null && (likeness.matches() || likeness.holds())) {
            Match.Shares shares =
                    new Match.Shares((int) likeness.ofFirst(), (int) likeness.ofSecond());
            Likeness.keep(
                    best,
                    item,
                    new Near(near.set(), near.id(), Match.CLIP, near.distance(), shares));
        }
    }
}
