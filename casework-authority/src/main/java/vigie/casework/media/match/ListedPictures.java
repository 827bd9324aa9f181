package vigie.casework.media.match;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import vigie.media.near.Answer;
import vigie.media.near.Part;
import vigie.media.near.search.HashColumn;
import vigie.media.sets.HashSets;
import vigie.media.sets.SetInfo;

/// The hashes of pictures that alert sets list: a part for each set, within its own distance.
final class ListedPictures {
    private final Map<Integer, Listing> bySet = new TreeMap<>();

    private record Listing(SetInfo set, HashColumn.Builder hashes, LongStream.Builder ids) {}

    /// The parts, whose numbers are those of [#sets] and [#ids].
    private record Built(List<Part> parts, List<SetInfo> sets, List<long[]> ids) {}

    private Built built = new Built(List.of(), List.of(), List.of());

    void add(HashSets.Listed listed) {
        Listing listing =
                bySet.computeIfAbsent(
                        listed.set().id(),
                        _ ->
                                new Listing(
                                        listed.set(),
                                        new HashColumn.Builder(Arena.ofAuto()),
                                        LongStream.builder()));
        listing.hashes().add(listed.hashed().hash());
        listing.ids().add(listed.id());
    }

    /// The parts of an index, after the last hash was added.
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<SetInfo> sets = new ArrayList<>();
        List<long[]> ids = new ArrayList<>();
        for (Listing listing : bySet.values()) {
            SetInfo.Label label = listing.set().label();
            parts.add(new Part(label.name(), listing.hashes().build(), label.distance()));
            sets.add(listing.set());
            ids.add(listing.ids().build().toArray());
        }
        bySet.clear();
        built = new Built(parts, sets, ids);
        return parts;
    }

    /// An answer of that index.
    Near near(Answer.Near entry, String by) {
        long id = built.ids().get(entry.part())[(int) entry.entry()];
        return new Near(built.sets().get(entry.part()), id, by, entry.distance(), null);
    }
}
