package vigie.media.stack;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.Frame;
import vigie.media.near.Negatives;
import vigie.media.near.search.Cores;

/// Finds clips and moving pictures that share frames, and pictures that are a frame of one, by the
/// rules of vPDQ: of the frames of quality 50 or more of one, a share is within a distance of some
/// frame of the other.
///
/// A clip that is a part of another stands in the stack of that other, never the other way round:
/// who looks at the part has not seen the whole.
final class Clips {
    /// The share of its frames, in hundredths, that a clip must find in another, as vPDQ has it
    /// unless told otherwise.
    static final int SHARE = 80;

    private final List<Item> nodes;
    private final Links links;
    private final Negatives negatives;
    private final long seed;
    private final Cores cores;
    private final Faces frames = new Faces();
    private final int[] counts;

    Clips(List<Item> nodes, Links links, Negatives negatives, long seed, Cores cores) {
        this.nodes = nodes;
        this.links = links;
        this.negatives = negatives;
        this.seed = seed;
        this.cores = cores;
        counts = new int[nodes.size()];
    }

    void find() {
        for (int i = 0; i < nodes.size(); i++) {
            List<Frame> all = nodes.get(i).frames();
            for (int k = 0; k < all.size(); k++) {
                var hashed = all.get(k).hashed();
                if (hashed.matchable() && negatives.near(hashed.hash()).isEmpty()) {
                    frames.add(i, k, hashed.hash());
                    counts[i]++;
                }
            }
        }
        shared();
        stills();
    }

    private record Pair(int one, int other) {}

    private void shared() {
        Map<Pair, BitSet> found = new HashMap<>();
        frames.within(
                frames,
                Stacking.DISTANCE,
                seed,
                cores,
                (needle, other, _) ->
                        found.computeIfAbsent(
                                        new Pair(frames.owner(needle), frames.owner(other)),
                                        _ -> new BitSet())
                                .set(frames.note(needle)),
                () -> {});
        found.forEach(
                (pair, matched) -> {
                    int percent = 100 * matched.cardinality() / counts[pair.one()];
                    if (percent >= SHARE) {
                        links.put(pair.one(), pair.other(), new Link.Frames(percent));
                    }
                });
        links.ebb();
    }

    private void stills() {
        var pictures = new Faces();
        for (int i = 0; i < nodes.size(); i++) {
            Item item = nodes.get(i);
            if (item.examined() instanceof Examined.Picture picture && !item.moves()) {
                pictures.whole(i, picture);
            }
        }
        frames.within(
                pictures,
                Stacking.DISTANCE,
                seed,
                cores,
                (needle, other, distance) -> {
                    int clip = frames.owner(other);
                    Frame frame = nodes.get(clip).frames().get(frames.note(other));
                    links.put(
                            pictures.owner(needle),
                            clip,
                            new Link.Still(distance, frame.millis()));
                },
                links::ebb);
    }
}
