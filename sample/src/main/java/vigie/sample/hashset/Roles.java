package vigie.sample.hashset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.sample.dice.Dice;
import vigie.sample.picture.PicturePlan.Plate;

/// Which pictures the sets hold. It depends on the seed and the plan alone.
final class Roles {
    private final SortedMap<Integer, Role> byNumber = new TreeMap<>();

    /// Roles for the drawn ones among some plates.
    Roles(long seed, List<Plate> placed) {
        for (boolean clip : new boolean[] {false, true}) {
            List<Integer> left =
                    new ArrayList<>(
                            placed.stream()
                                    .filter(plate -> plate.clip() == clip && plate.source() < 0)
                                    .map(Plate::number)
                                    .toList());
            int size = left.size();
            Collections.sort(left);
            Dice.of(seed, clip ? "sets of clips" : "sets").shuffle(left);
            give(left, Role.ALERT, clip ? 1 + size / 100 : 6 + size / 60);
            give(left, Role.KNOWN, clip ? 1 + size / 100 : 8 + size / 20);
            if (!clip) {
                give(left, Role.CONFLICT, 2 + size / 400);
                give(left, Role.SIMILAR, 4 + size / 120);
            }
        }
    }

    private void give(List<Integer> left, Role role, int count) {
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            byNumber.put(left.removeLast(), role);
        }
    }

    /// The role of the picture or clip of this number, which was drawn.
    Role of(int number) {
        return byNumber.getOrDefault(number, Role.NONE);
    }

    /// All that have one, by number.
    SortedMap<Integer, Role> all() {
        return Collections.unmodifiableSortedMap(byNumber);
    }
}
