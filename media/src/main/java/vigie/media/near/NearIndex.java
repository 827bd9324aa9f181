package vigie.media.near;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vigie.media.near.Answer.Near;
import vigie.media.near.search.Cores;
import vigie.media.near.search.Needles;
import vigie.media.near.search.Proof;
import vigie.media.near.search.Search;
import vigie.media.near.search.Unproven;
import vigie.media.pdq.PdqHash;

/// Finds every entry of loaded sets that lies near given hashes.
public final class NearIndex {
    private final List<Part> parts;
    private final Negatives negatives;
    private final FloodGuard guard;

    private NearIndex(List<Part> parts, Negatives negatives, FloodGuard guard) {
        this.parts = List.copyOf(parts);
        this.negatives = negatives;
        this.guard = guard;
    }

    /// An index of some parts that has proved itself on a sample of each.
    ///
    /// @param seed chooses the sample
    /// @throws Unproven if it does not find what plain counting finds
    public static NearIndex open(
            List<Part> parts, Negatives negatives, FloodGuard guard, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        for (Part part : parts) {
            Proof.check(part.hashes(), part.distance(), seeds.nextLong());
        }
        return new NearIndex(parts, negatives, guard);
    }

    /// Its parts, by their numbers.
    public List<Part> parts() {
        return parts;
    }

    /// What is near one hash.
    public Answer near(PdqHash hash, Cores cores) {
        return batch(List.of(hash), cores).answers().getFirst();
    }

    /// An answer for each hash of a batch, in their order, and what was left out of them.
    ///
    /// @param crowded entries that too many hashes of the batch match, left out of their answers
    public record Batch(List<Answer> answers, List<Crowded> crowded) {
        public Batch {
            answers = List.copyOf(answers);
            crowded = List.copyOf(crowded);
        }
    }

    /// An entry that too many hashes match.
    ///
    /// @param count how many different hashes of the batch that have no flood themselves
    public record Crowded(int part, long entry, long count) {}

    /// What is near each of many hashes. Holds their matches on the heap, at most as many each as
    /// the flood guard lists: give a case in portions where sets are large.
    public Batch batch(List<PdqHash> hashes, Cores cores) {
        Map<PdqHash, Integer> numbers = new HashMap<>();
        List<PdqHash> distinct = new ArrayList<>();
        for (PdqHash hash : hashes) {
            if (!numbers.containsKey(hash) && negatives.near(hash).isEmpty()) {
                numbers.put(hash, distinct.size());
                distinct.add(hash);
            }
        }
        Gathered gathered = new Gathered(distinct.size(), guard);
        for (int from = 0; from < distinct.size(); from += Needles.MOST) {
            int to = Math.min(from + Needles.MOST, distinct.size());
            search(new Needles(distinct.subList(from, to)), from, gathered, cores);
        }
        List<Crowded> crowded = gathered.crowd();
        List<Answer> found = gathered.answers();
        List<Answer> answers = new ArrayList<>(hashes.size());
        for (PdqHash hash : hashes) {
            Integer number = numbers.get(hash);
            answers.add(
                    number == null
                            ? new Answer.Silenced(negatives.near(hash).orElseThrow())
                            : found.get(number));
        }
        return new Batch(answers, crowded);
    }

    private void search(Needles needles, int first, Gathered gathered, Cores cores) {
        Map<Integer, Search> byDistance = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            int number = i;
            Part part = parts.get(i);
            byDistance
                    .computeIfAbsent(part.distance(), limit -> new Search(needles, limit))
                    .run(
                            part.hashes(),
                            cores,
                            (needle, entry, distance) ->
                                    gathered.add(
                                            first + needle, new Near(number, entry, distance)));
        }
    }

    /// The matches of a batch while they come in.
    private static final class Gathered {
        private final List<List<Near>> near;
        private final long[] counts;
        private final FloodGuard guard;

        Gathered(int size, FloodGuard guard) {
            this.near = new ArrayList<>(Collections.nCopies(size, List.of()));
            this.counts = new long[size];
            this.guard = guard;
        }

        void add(int needle, Near one) {
            counts[needle]++;
            if (counts[needle] > guard.ofHash()) {
                near.set(needle, List.of());
            } else if (counts[needle] == 1) {
                near.set(needle, new ArrayList<>(List.of(one)));
            } else {
                near.get(needle).add(one);
            }
        }

        /// Takes crowded entries out of the lists.
        List<Crowded> crowd() {
            Map<Entry, Long> matched = new HashMap<>();
            for (List<Near> list : near) {
                list.forEach(
                        one -> matched.merge(new Entry(one.part(), one.entry()), 1L, Long::sum));
            }
            matched.values().removeIf(count -> count <= guard.ofEntry());
            if (!matched.isEmpty()) {
                for (List<Near> list : near) {
                    if (!list.isEmpty()) {
                        list.removeIf(
                                one -> matched.containsKey(new Entry(one.part(), one.entry())));
                    }
                }
            }
            return matched.entrySet().stream()
                    .map(
                            one ->
                                    new Crowded(
                                            one.getKey().part(),
                                            one.getKey().entry(),
                                            one.getValue()))
                    .sorted(
                            Comparator.comparingInt(Crowded::part)
                                    .thenComparingLong(Crowded::entry))
                    .toList();
        }

        List<Answer> answers() {
            List<Answer> answers = new ArrayList<>(counts.length);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > guard.ofHash()) {
                    answers.add(new Answer.Flood(counts[i]));
                } else {
                    answers.add(new Answer.Listed(near.get(i).stream().sorted().toList()));
                }
            }
            return answers;
        }
    }

    private record Entry(int part, long entry) {}
}
