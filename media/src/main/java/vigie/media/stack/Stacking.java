package vigie.media.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vigie.media.examine.Examined;
import vigie.media.near.Negatives;
import vigie.media.near.search.Cores;
import vigie.media.stack.Stack.Member;
import vigie.model.material.Sha256;

/// Makes stacks: files of the same bytes become one, then near ones are put around the one that
/// most of them are near to. The result depends on the files alone, not on their order.
///
/// Every picture in a stack is itself within [#DISTANCE] of the one that stands for it, by some
/// view of each; unless they are very near, the middles of those views agree too. A variant of
/// a variant, which is near to a member and not to that one, starts a stack of its own: it
/// costs a second look, where a chain could join different pictures.
public final class Stacking {
    /// By how many bits the hashes of near copies differ at most, as the authors of PDQ advise.
    public static final int DISTANCE = 31;

    /// What more pictures of different bytes than this are near to is nothing that one look could
    /// serve: it is told, and is stacked with equal bytes only.
    public static final int FLOOD = 1000;

    private final Negatives negatives;
    private final long seed;
    private final Cores cores;

    /// How stacks are to be made.
    ///
    /// @param negatives hashes near which nothing matches
    /// @param seed      chooses the sample on which the search proves itself
    public Stacking(Negatives negatives, long seed, Cores cores) {
        this.negatives = negatives;
        this.seed = seed;
        this.cores = cores;
    }

    /// What came of it.
    ///
    /// @param stacks  in the order of the digests of those that stand for them
    /// @param flooded what too many were near to, in the same order
    public record Stacked(List<Stack> stacks, List<Sha256> flooded) {
        public Stacked {
            stacks = List.copyOf(stacks);
            flooded = List.copyOf(flooded);
        }
    }

    /// Stacks files.
    ///
    /// @throws IllegalArgumentException where two have the same number
    public Stacked of(Collection<Item> items) {
        List<List<Item>> same = same(items);
        List<Item> nodes = same.stream().map(List::getFirst).toList();
        var links = new Links(nodes.size(), FLOOD);
        pictures(nodes, links);
        new Clips(nodes, links, negatives, seed, cores).find();
        int[] centres = Stars.of(links, nodes);
        return new Stacked(
                stacks(same, links, centres),
                links.flooded().stream().mapToObj(node -> nodes.get(node).digest()).toList());
    }

    /// Files of the same bytes together, in order.
    private static List<List<Item>> same(Collection<Item> items) {
        Set<Long> ids = new HashSet<>();
        Map<Sha256, List<Item>> byDigest = new TreeMap<>();
        for (Item item : items) {
            if (!ids.add(item.id())) {
                throw new IllegalArgumentException("two files of one number: " + item.id());
            }
            byDigest.computeIfAbsent(item.digest(), _ -> new ArrayList<>()).add(item);
        }
        byDigest.values().forEach(one -> one.sort(Item.ORDER));
        return List.copyOf(byDigest.values());
    }

    private void pictures(List<Item> nodes, Links links) {
        var whole = new Faces();
        var further = new Faces();
        List<List<Look>> looks = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            looks.add(looks(nodes.get(i)));
            whole.whole(i, looks.get(i));
            further.further(i, looks.get(i));
        }
        for (Faces needles : List.of(whole, further)) {
            whole.within(
                    needles,
                    DISTANCE,
                    seed,
                    cores,
                    (needle, other, distance) -> {
                        int one = needles.owner(needle);
                        int two = whole.owner(other);
                        Look own = looks.get(one).get(Faces.look(needles.note(needle)));
                        Look their = looks.get(two).get(Faces.look(whole.note(other)));
                        int turn = Faces.turn(needles.note(needle));
                        if (nodes.get(one).examined() instanceof Examined.Picture first
                                && nodes.get(two).examined() instanceof Examined.Picture second
                                && Copies.are(first, own, second, their, distance, turn)) {
                            links.put(one, two, near(distance, own, their, turn));
                            links.put(two, one, near(distance, their, own, turn));
                        }
                    },
                    links::ebb);
        }
    }

    private static Link near(int distance, Look own, Look other, int turn) {
        return new Link.Near(distance, own.view().kind(), other.view().kind(), turn);
    }

    /// The looks at a file that is a picture, stands still and may match; else none.
    private List<Look> looks(Item item) {
        return item.examined() instanceof Examined.Picture picture
                        && !item.moves()
                        && negatives.near(picture.views().getFirst().hashed().hash()).isEmpty()
                ? Look.of(picture)
                : List.of();
    }

    private static List<Stack> stacks(List<List<Item>> same, Links links, int[] centres) {
        Map<Integer, List<Integer>> around = new HashMap<>();
        for (int i = 0; i < centres.length; i++) {
            if (centres[i] != i) {
                around.computeIfAbsent(centres[i], _ -> new ArrayList<>()).add(i);
            }
        }
        List<Stack> stacks = new ArrayList<>();
        for (int i = 0; i < centres.length; i++) {
            if (centres[i] == i) {
                stacks.add(stack(same, links, i, around.getOrDefault(i, List.of())));
            }
        }
        return stacks;
    }

    private static Stack stack(
            List<List<Item>> same, Links links, int centre, List<Integer> around) {
        Map<Integer, Link> why = links.members(centre);
        List<Member> members = new ArrayList<>();
        copies(same.get(centre), new Because.Stands(), members);
        long id = same.get(centre).getFirst().id();
        around.stream()
                .sorted(
                        Comparator.<Integer, Link>comparing(why::get, Link.BEST)
                                .thenComparing(Comparator.naturalOrder()))
                .forEach(
                        node ->
                                copies(
                                        same.get(node),
                                        java.util.Objects.requireNonNull(why.get(node)).because(id),
                                        members));
        return new Stack(members);
    }

    private static void copies(List<Item> same, Because because, List<Member> members) {
        members.add(new Member(same.getFirst(), because));
        for (Item copy : same.subList(1, same.size())) {
            members.add(new Member(copy, new Because.Same(same.getFirst().id())));
        }
    }
}
