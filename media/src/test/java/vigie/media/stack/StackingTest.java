package vigie.media.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.Frame;
import vigie.media.examine.Examined.View;
import vigie.media.near.Negatives;
import vigie.media.near.search.Cores;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;
import vigie.model.material.Sha256;

final class StackingTest {
    private static final PdqHash BASE = new PdqHash(1L << 40, 0x0F0F0F, -1L, 77);

    private final Random random = new Random(5);

    private static Stacking stacking(Negatives negatives) {
        return new Stacking(negatives, 1, Cores.ONE);
    }

    private static List<Stack> stacks(Item... items) {
        return stacking(Negatives.NONE).of(List.of(items)).stacks();
    }

    private static Item still(long id, PdqHash hash, int quality, PdqHash... turned) {
        var view = new View(View.Kind.STORED, new Hashed(hash, quality), List.of(turned));
        return item(
                id,
                new Examined.Picture(
                        "jpeg", 640, 480, 1, "test", List.of(view), List.of(), List.of()));
    }

    private static Item item(long id, Examined examined) {
        return new Item(
                id, Sha256.of(Long.toString(id).getBytes(StandardCharsets.UTF_8)), examined);
    }

    private static Item clip(long id, PdqHash... hashes) {
        List<Frame> frames = new ArrayList<>();
        for (PdqHash hash : hashes) {
            frames.add(new Frame(frames.size(), 1000L * frames.size(), new Hashed(hash, 100)));
        }
        return item(
                id,
                new Examined.Clip(
                        "mp4", 320, 240, 1000L * frames.size(), "test", frames, List.of()));
    }

    private PdqHash other() {
        return new PdqHash(
                random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /// A hash that differs in the bits from one number to before another.
    private static PdqHash moved(PdqHash hash, int from, int to) {
        long w0 = hash.w0();
        long w1 = hash.w1();
        for (int bit = from; bit < to; bit++) {
            w0 ^= bit < 64 ? 1L << bit : 0;
            w1 ^= bit < 64 ? 0 : 1L << bit - 64;
        }
        return new PdqHash(w0, w1, hash.w2(), hash.w3());
    }

    private static List<Long> ids(Stack stack) {
        return stack.members().stream().map(member -> member.item().id()).sorted().toList();
    }

    @Test
    void files_of_the_same_bytes_are_one_stack_whatever_they_are() {
        var unreadable =
                new Examined.Unreadable(Examined.Reason.MALFORMED, "ends early", List.of());
        Sha256 digest = Sha256.of(new byte[] {1});
        List<Stack> stacks =
                stacks(new Item(2, digest, unreadable), new Item(1, digest, unreadable));
        assertEquals(1, stacks.size());
        assertEquals(1, stacks.getFirst().representative().id());
        assertEquals(new Because.Same(1), stacks.getFirst().members().getLast().because());
    }

    @Test
    void a_distance_of_31_is_near_and_32_is_not() {
        assertEquals(1, stacks(still(1, BASE, 100), still(2, moved(BASE, 0, 31), 100)).size());
        assertEquals(2, stacks(still(1, BASE, 100), still(2, moved(BASE, 0, 32), 100)).size());
    }

    @Test
    void a_picture_that_says_too_little_is_alone() {
        assertEquals(2, stacks(still(1, BASE, 49), still(2, BASE, 100)).size());
        assertEquals(1, stacks(still(1, BASE, 50), still(2, BASE, 50)).size());
    }

    @Test
    void a_chain_of_small_steps_does_not_join_its_ends() {
        Item one = still(1, BASE, 100);
        Item two = still(2, moved(BASE, 0, 30), 100);
        Item three = still(3, moved(BASE, 0, 60), 100);
        Item four = still(4, moved(BASE, 0, 90), 100);
        Item five = still(5, moved(BASE, 0, 120), 100);
        for (Stack stack : stacks(one, two, three, four, five)) {
            for (Stack.Member member : stack.members()) {
                if (member.because() instanceof Because.Near near) {
                    assertEquals(stack.representative().id(), near.to());
                    assertEquals(30, near.distance());
                }
            }
        }
    }

    @Test
    void a_turned_picture_says_how_it_was_turned() {
        PdqHash turned = other();
        List<Stack> stacks =
                stacks(still(1, BASE, 100, other(), other(), turned), still(2, turned, 100));
        assertEquals(1, stacks.size());
        var near =
                assertInstanceOf(
                        Because.Near.class, stacks.getFirst().members().getLast().because());
        assertEquals(3, near.turn());
        assertEquals(0, near.distance());
    }

    private static Item seen(long id, PdqHash hash, List<PdqHash> turned, Hashed middle) {
        var hashed = new Hashed(hash, 100);
        List<View> views =
                List.of(
                        new View(View.Kind.STORED, hashed, turned),
                        new View(View.Kind.TRIMMED, hashed, turned),
                        new View(View.Kind.CROPPED, middle, turned));
        return item(
                id, new Examined.Picture("jpeg", 640, 480, 1, "test", views, List.of(), List.of()));
    }

    @Test
    void what_is_not_very_near_needs_middles_that_agree() {
        Item one = seen(1, BASE, List.of(), new Hashed(BASE, 50));
        PdqHash weak = moved(BASE, 0, 26);
        assertEquals(1, stacks(one, seen(2, weak, List.of(), new Hashed(BASE, 50))).size());
        assertEquals(2, stacks(one, seen(2, weak, List.of(), new Hashed(other(), 50))).size());
    }

    @Test
    void a_middle_that_says_too_little_confirms_nothing() {
        Item one = seen(1, BASE, List.of(), new Hashed(BASE, 100));
        var plain = new Hashed(BASE, 49);
        assertEquals(2, stacks(one, seen(2, moved(BASE, 0, 26), List.of(), plain)).size());
        assertEquals(1, stacks(one, seen(2, moved(BASE, 0, 16), List.of(), plain)).size());
    }

    @Test
    void a_middle_confirms_only_what_is_turned_as_it_is() {
        PdqHash turned = other();
        PdqHash weak = moved(turned, 0, 26);
        Item one = seen(1, BASE, List.of(turned), new Hashed(BASE, 100));
        assertEquals(1, stacks(one, seen(2, weak, List.of(), new Hashed(turned, 100))).size());
        assertEquals(2, stacks(one, seen(2, weak, List.of(), new Hashed(BASE, 100))).size());
    }

    @Test
    void a_part_of_a_clip_stands_in_the_stack_of_the_whole() {
        PdqHash[] hashes = {other(), other(), other(), other(), other(), other()};
        List<Stack> stacks = stacks(clip(1, hashes[1], hashes[2], hashes[3]), clip(2, hashes));
        assertEquals(1, stacks.size());
        assertEquals(2, stacks.getFirst().representative().id());
        assertEquals(new Because.Frames(2, 100), stacks.getFirst().members().getLast().because());
    }

    @Test
    void clips_that_share_a_beginning_only_stay_apart() {
        PdqHash shared = other();
        assertEquals(
                2,
                stacks(clip(1, shared, other(), other()), clip(2, shared, other(), other()))
                        .size());
    }

    @Test
    void a_picture_is_found_in_a_clip_and_does_not_stand_for_it() {
        List<Stack> stacks = stacks(still(1, BASE, 100), clip(2, other(), BASE, other()));
        assertEquals(1, stacks.size());
        assertEquals(2, stacks.getFirst().representative().id());
        assertEquals(
                new Because.Still(2, 1000, 0), stacks.getFirst().members().getLast().because());
    }

    @Test
    void near_a_negative_nothing_matches() {
        var negatives = new Negatives(List.of(new Negatives.Negative(BASE, 31, "a logo")));
        List<Item> items = List.of(still(1, BASE, 100), still(2, BASE, 100));
        assertEquals(2, stacking(negatives).of(items).stacks().size());
    }

    @Test
    void what_too_many_are_near_to_is_told_and_stays_apart() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < Stacking.FLOOD + 2; i++) {
            items.add(still(i, BASE, 100));
        }
        Stacking.Stacked stacked = stacking(Negatives.NONE).of(items);
        assertEquals(items.size(), stacked.stacks().size());
        assertEquals(items.size(), stacked.flooded().size());
    }

    @Test
    void the_order_of_files_changes_nothing() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            PdqHash centre = i % 6 == 0 ? other() : BASE;
            items.add(still(i, moved(centre, random.nextInt(40), 60 + random.nextInt(40)), 100));
        }
        Stacking.Stacked first = stacking(Negatives.NONE).of(items);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(items, random);
            assertEquals(first, stacking(Negatives.NONE).of(items));
        }
    }

    @Test
    void everything_is_in_one_stack() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(still(i, moved(BASE, i, i + 20), 100));
        }
        List<Long> all = new ArrayList<>();
        stacking(Negatives.NONE).of(items).stacks().forEach(stack -> all.addAll(ids(stack)));
        Collections.sort(all);
        assertEquals(items.stream().map(Item::id).toList(), all);
    }

    @Test
    void two_files_of_one_number_are_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> stacks(still(1, BASE, 100), still(1, BASE, 100)));
    }
}
