package vigie.sample.compose;

import java.util.Arrays;
import vigie.sample.dice.Dice;

/// When people write: more in the evening than at night.
final class Times {
    private static final int[] HOURS = {
        2, 1, 1, 1, 1, 2, 5, 8, 9, 8, 7, 8, 10, 9, 7, 7, 8, 10, 12, 14, 15, 13, 9, 5
    };
    private static final long DAY = 86_400;

    private Times() {}

    /// One time between two.
    static long one(Dice dice, long from, long to) {
        long day = dice.between(0, Math.max(0, (to - from) / DAY - 1));
        long second = dice.weighted(HOURS) * 3600L + dice.below(3600);
        long start = from - Math.floorMod(from, DAY);
        return Math.clamp(start + day * DAY + second, from + 2, to - 1);
    }

    /// `count` different times between two, ascending.
    static long[] many(Dice dice, int count, long from, long to) {
        var times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = one(dice, from, to);
        }
        Arrays.sort(times);
        for (int i = 1; i < count; i++) {
            times[i] = Math.max(times[i], times[i - 1] + 1);
        }
        return times;
    }
}
