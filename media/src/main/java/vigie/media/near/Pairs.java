package vigie.media.near;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigie.media.near.search.Cores;
import vigie.media.near.search.HashColumn;
import vigie.media.near.search.Hits;
import vigie.media.near.search.Needles;
import vigie.media.near.search.Proof;
import vigie.media.near.search.Search;
import vigie.media.pdq.PdqHash;

/// Which hashes of a list are near each other: what stacks are made from.
///
/// Equal hashes are told once, each as a pair with the first that is equal; all other pairs are
/// between firsts. A hash with too many different hashes near it is told as a flood, and no pair
/// with it is, but those of equal ones. Nothing but counters is kept: pairs are searched twice,
/// first to count them.
public final class Pairs {
    private final List<PdqHash> hashes;

    /// For each hash, the first one that is equal.
    private final int[] firsts;

    /// Which hashes are the first of their equals and not silenced, in order.
    private final int[] distinct;

    private final int silenced;

    /// Takes what is found, from one thread at a time.
    public interface Sink {
        /// Two hashes that are near; `one` comes first in the list.
        void pair(int one, int other, int distance);

        /// A hash that too many different ones are near.
        void flood(int hash, long count);
    }

    /// The pairs of a list, not yet looked for.
    ///
    /// @param negatives hashes near one of these are near nothing, equal ones included
    public Pairs(List<PdqHash> hashes, Negatives negatives) {
        this.hashes = List.copyOf(hashes);
        this.firsts = new int[hashes.size()];
        Map<PdqHash, Integer> seen = new HashMap<>();
        List<Integer> kept = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < firsts.length; i++) {
            PdqHash hash = this.hashes.get(i);
            if (negatives.near(hash).isPresent()) {
                firsts[i] = i;
                left++;
                continue;
            }
            Integer first = seen.putIfAbsent(hash, i);
            firsts[i] = first == null ? i : first;
            if (first == null) {
                kept.add(i);
            }
        }
        this.distinct = kept.stream().mapToInt(Integer::intValue).toArray();
        this.silenced = left;
    }

    /// How many hashes were near a negative.
    public int silenced() {
        return silenced;
    }

    /// Hands over all pairs within a distance, having proved the search on a sample.
    ///
    /// @param flood how many different hashes may be near one before it is a flood
    public void find(int distance, int flood, long seed, Cores cores, Sink sink) {
        HashColumn column = HashColumn.of(Arrays.stream(distinct).mapToObj(hashes::get).toList());
        Proof.check(column, distance, seed);
        for (int i = 0; i < firsts.length; i++) {
            if (firsts[i] != i) {
                sink.pair(firsts[i], i, 0);
            }
        }
        long[] counts = new long[distinct.length];
        each(
                column,
                distance,
                cores,
                (one, other, _) -> {
                    counts[one]++;
                    counts[(int) other]++;
                });
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > flood) {
                sink.flood(distinct[i], counts[i]);
            }
        }
        each(
                column,
                distance,
                cores,
                (one, other, bits) -> {
                    if (counts[one] <= flood && counts[(int) other] <= flood) {
                        sink.pair(distinct[one], distinct[(int) other], bits);
                    }
                });
    }

    /// Each pair of different numbers within a distance, the lower one first.
    private void each(HashColumn column, int distance, Cores cores, Hits hits) {
        for (int from = 0; from < distinct.length; from += Needles.MOST) {
            int first = from;
            List<PdqHash> portion = new ArrayList<>();
            for (int i = from; i < Math.min(from + Needles.MOST, distinct.length); i++) {
                portion.add(hashes.get(distinct[i]));
            }
            new Search(new Needles(portion), distance)
                    .run(
                            column,
                            cores,
                            (needle, entry, bits) -> {
                                if (first + needle < entry) {
                                    hits.hit(first + needle, entry, bits);
                                }
                            });
        }
    }
}
