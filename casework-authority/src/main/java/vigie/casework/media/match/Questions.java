package vigie.casework.media.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigie.casework.media.MediaStore.Result;
import vigie.media.examine.Examined;
import vigie.media.near.Negatives;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// The hashes by which some items may be found, turned ones included: those of quality 50 or more
/// that are near no negative one.
final class Questions {
    private final Negatives negatives;
    private final List<PdqHash> hashes = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Map<Integer, Integer> frames = new HashMap<>();
    private int silenced;

    private record Asked(int item, boolean frame) {}

    Questions(Negatives negatives) {
        this.negatives = negatives;
    }

    void add(Result result) {
        switch (result.examined()) {
            case Examined.Picture picture -> {
                for (Examined.View view : picture.views()) {
                    if (view.hashed().matchable() && asks(view.hashed().hash())) {
                        add(result.item(), view.hashed().hash(), false);
                        view.turned().forEach(hash -> add(result.item(), hash, false));
                    }
                }
                frames(result.item(), picture.frames());
            }
            case Examined.Clip clip -> frames(result.item(), clip.frames());
            case Examined.Unreadable _ -> {}
        }
    }

    /// Equal frames count once, as vPDQ has it.
    private void frames(int item, List<Examined.Frame> all) {
        all.stream()
                .map(Examined.Frame::hashed)
                .filter(Hashed::matchable)
                .map(Hashed::hash)
                .distinct()
                .filter(this::asks)
                .forEach(
                        hash -> {
                            add(item, hash, true);
                            frames.merge(item, 1, Integer::sum);
                        });
    }

    private boolean asks(PdqHash hash) {
        boolean near = negatives.near(hash).isPresent();
        silenced += near ? 1 : 0;
        return !near;
    }

    private void add(int item, PdqHash hash, boolean frame) {
        hashes.add(hash);
        asked.add(new Asked(item, frame));
    }

    int size() {
        return hashes.size();
    }

    List<PdqHash> hashes(int from, int to) {
        return hashes.subList(from, to);
    }

    /// Of which item a hash is.
    int owner(int question) {
        return asked.get(question).item();
    }

    /// Whether it is one of a frame.
    boolean frame(int question) {
        return asked.get(question).frame();
    }

    /// How many different frames of an item are asked about.
    int framesOf(int item) {
        return frames.getOrDefault(item, 0);
    }

    /// How many views and frames were near a negative hash.
    int silenced() {
        return silenced;
    }
}
