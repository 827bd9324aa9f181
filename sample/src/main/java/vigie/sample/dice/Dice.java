package vigie.sample.dice;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/// A source of chance that depends on a seed and a name alone, so that each thing may be made in
/// any order and by any thread and still come out the same.
public final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /// The dice for one named thing, numbered where there are several of it.
    public static Dice of(long seed, String what, long... numbers) {
        long hash = mix(seed ^ 0x9E3779B97F4A7C15L);
        for (int i = 0; i < what.length(); i++) {
            hash = mix(hash + what.charAt(i));
        }
        for (long number : numbers) {
            hash = mix(hash ^ mix(number + 0x632BE59BD9B4E019L));
        }
        return new Dice(hash);
    }

    /// A number from 0 to `bound - 1`.
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /// A number from `low` to `high`, both possible.
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /// A long number from `low` to `high`, both possible.
    public long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    /// A number from 0 to below 1.
    public double unit() {
        return random.nextDouble();
    }

    /// A number from `low` to below `high`.
    public double range(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /// True with this probability.
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// One of them.
    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// One of the first few more often than one of the last.
    public <T> T pickEarly(List<T> list) {
        double unit = random.nextDouble();
        return list.get((int) (unit * unit * unit * list.size()));
    }

    /// The number of a weight, drawn in proportion to the weights.
    public int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int i = 0;
        while (left >= weights[i]) {
            left -= weights[i++];
        }
        return i;
    }

    /// Puts the list into another order.
    public <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T held = list.get(i);
            list.set(i, list.get(other));
            list.set(other, held);
        }
    }

    /// `count` different numbers below `bound`.
    public BitSet sample(int count, int bound) {
        if (count > bound) {
            throw new IllegalArgumentException(count + " different numbers below " + bound);
        }
        var chosen = new BitSet(bound);
        for (int i = bound - count; i < bound; i++) {
            int number = random.nextInt(i + 1);
            chosen.set(chosen.get(number) ? i : number);
        }
        return chosen;
    }

    /// `count` of them, in their order.
    public <T> List<T> some(int count, List<T> list) {
        var chosen = new ArrayList<T>(count);
        sample(count, list.size()).stream().forEach(i -> chosen.add(list.get(i)));
        return List.copyOf(chosen);
    }

    /// The finalizer of MurmurHash3 in its 64-bit variant 13 by David Stafford.
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
