package vigie.sample.picture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.sample.compose.Slots.Slot;
import vigie.sample.dice.Dice;
import vigie.sample.people.Person;

/// Which pictures are drawn and which derive from one that was posted before.
public final class PicturePlan {
    private static final double DERIVED = 0.28;
    private static final List<String> WORDS =
            List.of("SUNDAY", "MY GARDEN", "GOOD GOAL", "HELLO", "SPRING", "TEA TIME", "BIRD");

    /// A picture or clip of the plan.
    ///
    /// @param number as its slot
    /// @param source the number of the picture that it derives from, or -1 where it is drawn
    /// @param how    how it derives, null where it is drawn
    public record Plate(int number, boolean clip, int source, @Nullable Transformation how) {}

    private PicturePlan() {}

    /// A plate for each slot, by number. A source is always posted before, is itself drawn, and is
    /// in an export.
    ///
    /// @param placed the numbers of the slots for which an export holds a file
    public static List<Plate> of(long seed, List<Slot> slots, BitSet placed) {
        Dice dice = Dice.of(seed, "pictures");
        var inOrder = new ArrayList<>(slots);
        inOrder.sort(Comparator.comparingLong(Slot::at).thenComparingInt(Slot::number));
        var plates = new Plate[slots.size()];
        var drawn = new ArrayList<Slot>();
        var clips = new ArrayList<Slot>();
        Map<Person, List<Slot>> own = new HashMap<>();
        for (Slot slot : inOrder) {
            if (!placed.get(slot.number())) {
                plates[slot.number()] = new Plate(slot.number(), slot.clip(), -1, null);
                continue;
            }
            Slot source = slot.clip() ? clip(clips, dice) : source(slot, drawn, own, dice);
            int number = slot.number();
            if (source != null) {
                plates[number] =
                        new Plate(
                                number,
                                slot.clip(),
                                source.number(),
                                slot.clip() ? new Transformation.Same() : derive(dice));
                continue;
            }
            plates[number] = new Plate(number, slot.clip(), -1, null);
            (slot.clip() ? clips : drawn).add(slot);
            if (!slot.clip() && slot.poster() != null) {
                own.computeIfAbsent(slot.poster(), _ -> new ArrayList<>()).add(slot);
            }
        }
        return List.of(plates);
    }

    private static @Nullable Slot clip(List<Slot> clips, Dice dice) {
        return clips.size() > 3 && dice.chance(0.1) ? dice.pick(clips) : null;
    }

    private static @Nullable Slot source(
            Slot slot, List<Slot> drawn, Map<Person, List<Slot>> own, Dice dice) {
        if (drawn.size() < 5 || !dice.chance(DERIVED)) {
            return null;
        }
        List<Slot> mine = slot.poster() == null ? null : own.get(slot.poster());
        if (mine != null && dice.chance(0.5)) {
            return dice.pick(mine);
        }
        return dice.chance(0.3) ? dice.pickEarly(drawn) : dice.pick(drawn);
    }

    private static Transformation derive(Dice dice) {
        return switch (dice.weighted(22, 18, 18, 10, 6, 6, 7, 6, 7)) {
            case 0 -> new Transformation.Same();
            case 1 -> new Transformation.Resize(dice.pick(List.of(240, 320, 400, 512, 720, 900)));
            case 2 -> new Transformation.Recompress(dice.between(35, 70));
            case 3 ->
                    new Transformation.Brightness(
                            dice.chance(0.5) ? dice.between(70, 90) : dice.between(110, 130));
            case 4 -> new Transformation.Flip(dice.chance(0.8));
            case 5 -> new Transformation.Rotate(dice.between(1, 3));
            case 6 ->
                    new Transformation.Border(
                            dice.between(6, 24),
                            dice.pick(List.of(0xFFFFFF, 0x000000, 0x2F4F2F, 0xD9C9A3)));
            case 7 -> new Transformation.Caption(dice.between(28, 52), dice.pick(WORDS));
            default ->
                    new Transformation.Crop(
                            dice.below(51), dice.below(51), dice.below(50), dice.below(50));
        };
    }
}
