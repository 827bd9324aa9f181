package vigie.media.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.Frame;
import vigie.media.examine.Examined.View;
import vigie.media.near.Negatives;
import vigie.media.near.search.Cores;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;
import vigie.model.material.Sha256;

/// What holds of the stacks of any files, shown on crowded worlds of made-up hashes: many lie about
/// as far from one another as the limits are.
final class StackPropertiesTest {
    private static final int BITS = 256;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_in_which_files_come_decides_nothing(long seed) {
        var world = new World(seed);
        List<Item> items = world.items();
        Stacking.Stacked first = stacked(items);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(items, world.random);
            assertEquals(first, stacked(items));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void each_file_is_in_one_stack_and_equal_bytes_are_in_the_same(long seed) {
        List<Item> items = new World(seed).items();
        Map<Long, Integer> stack = new HashMap<>();
        Map<Sha256, Integer> ofBytes = new HashMap<>();
        List<Stack> stacks = stacked(items).stacks();
        for (int i = 0; i < stacks.size(); i++) {
            for (Stack.Member member : stacks.get(i).members()) {
                assertEquals(null, stack.put(member.item().id(), i));
                assertEquals(i, ofBytes.computeIfAbsent(member.item().digest(), number(i)));
            }
        }
        assertEquals(items.size(), stack.size());
    }

    private static java.util.function.Function<Sha256, Integer> number(int i) {
        return _ -> i;
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void a_near_copy_is_itself_near_to_what_stands_for_it(long seed) {
        int near = 0;
        for (Stack stack : stacked(new World(seed).items()).stacks()) {
            for (Stack.Member member : stack.members()) {
                if (member.because() instanceof Because.Near(long to, int distance, _, _, _)) {
                    assertEquals(stack.representative().id(), to);
                    assertTrue(distance <= Stacking.DISTANCE, distance + " bits");
                    Item centre = stack.representative();
                    assertTrue(
                            Stream.concat(
                                            distances(member.item(), centre),
                                            distances(centre, member.item()))
                                    .anyMatch(bits -> bits == distance),
                            "no views are " + distance + " bits apart");
                    near++;
                }
            }
        }
        assertTrue(near > 10, near + " near copies: the world is too empty");
    }

    /// How far the views of one, upright and turned, lie from those of the other.
    private static Stream<Integer> distances(Item one, Item two) {
        List<Integer> all = new ArrayList<>();
        for (View own : views(one)) {
            List<PdqHash> hashes = new ArrayList<>(own.turned());
            hashes.add(own.hashed().hash());
            for (View other : views(two)) {
                hashes.forEach(hash -> all.add(hash.distance(other.hashed().hash())));
            }
        }
        return all.stream();
    }

    private static List<View> views(Item item) {
        return item.examined() instanceof Examined.Picture picture ? picture.views() : List.of();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 24, 31})
    void a_chain_of_weak_links_joins_no_more_than_two_steps(int step) {
        PdqHash middle = new World(step).hash();
        PdqHash hash = middle;
        List<Item> items = new ArrayList<>();
        for (int i = 0; i * step + step < BITS; i++) {
            items.add(still(i, hash, middle));
            hash = moved(hash, i * step, step);
        }
        List<Stack> stacks = stacked(items).stacks();
        assertTrue(stacks.size() < items.size(), "nothing is near");
        for (Stack stack : stacks) {
            long first = stack.members().stream().mapToLong(one -> one.item().id()).min().orElse(0);
            long last = stack.members().stream().mapToLong(one -> one.item().id()).max().orElse(0);
            assertTrue(last - first <= 2, stack.members().size() + " in one stack");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void a_file_like_no_other_changes_no_stack(long seed) {
        var world = new World(seed);
        List<Item> items = world.items();
        List<Stack> before = stacked(items).stacks();
        items.add(still(1_000_000, world.hash(), world.hash()));
        List<Stack> after = new ArrayList<>(stacked(items).stacks());
        after.removeIf(stack -> stack.representative().id() == 1_000_000);
        assertEquals(before, after);
    }

    private static Stacking.Stacked stacked(List<Item> items) {
        return new Stacking(Negatives.NONE, 1, Cores.ONE).of(items);
    }

    private static Item still(long id, PdqHash hash, PdqHash middle) {
        return new Item(
                id,
                Sha256.of(Long.toString(id).getBytes(StandardCharsets.UTF_8)),
                picture(hash, List.of(), middle, List.of(), 100));
    }

    private static Examined.Picture picture(
            PdqHash hash,
            List<PdqHash> turned,
            PdqHash middle,
            List<PdqHash> middleTurned,
            int quality) {
        var hashed = new Hashed(hash, quality);
        return new Examined.Picture(
                "jpeg",
                640,
                480,
                1,
                "test",
                List.of(
                        new View(View.Kind.STORED, hashed, turned),
                        new View(View.Kind.TRIMMED, hashed, turned),
                        new View(View.Kind.CROPPED, new Hashed(middle, quality), middleTurned)),
                List.of(),
                List.of());
    }

    private static PdqHash moved(PdqHash hash, int from, int count) {
        BitSet bits = BitSet.valueOf(new long[] {hash.w0(), hash.w1(), hash.w2(), hash.w3()});
        bits.flip(from, from + count);
        long[] words = java.util.Arrays.copyOf(bits.toLongArray(), 4);
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }

    /// Pictures around a few centres, some turned, some of the same bytes, some frames of clips.
    private static final class World {
        private static final int CENTRES = 5;
        private static final int FILES = 70;

        private final Random random;

        World(long seed) {
            random = new Random(seed);
        }

        PdqHash hash() {
            return new PdqHash(
                    random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        }

        private PdqHash about(PdqHash hash, int most) {
            PdqHash moved = hash;
            for (int flips = random.nextInt(most + 1); flips > 0; flips--) {
                moved = moved(moved, random.nextInt(BITS), 1);
            }
            return moved;
        }

        private List<PdqHash> hashes(int count) {
            return IntStream.range(0, count).mapToObj(_ -> hash()).toList();
        }

        private List<PdqHash> about(List<PdqHash> hashes, int most) {
            return hashes.stream().map(hash -> about(hash, most)).toList();
        }

        List<Item> items() {
            List<List<PdqHash>> faces = new ArrayList<>();
            List<List<PdqHash>> middles = new ArrayList<>();
            for (int i = 0; i < CENTRES; i++) {
                faces.add(hashes(8));
                middles.add(hashes(8));
            }
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                int bytes = i % 9 == 8 ? i - 3 : i;
                Examined examined =
                        bytes == i
                                ? examined(faces, middles, random.nextInt(CENTRES))
                                : items.get(bytes).examined();
                byte[] content = Integer.toString(bytes).getBytes(StandardCharsets.UTF_8);
                items.add(new Item(i, Sha256.of(content), examined));
            }
            return items;
        }

        private Examined examined(
                List<List<PdqHash>> faces, List<List<PdqHash>> middles, int centre) {
            if (random.nextInt(8) == 0) {
                List<Frame> frames = new ArrayList<>();
                for (int k = 0; k < 3; k++) {
                    PdqHash hash = about(faces.get((centre + k / 2) % CENTRES).getFirst(), 20);
                    frames.add(new Frame(k, 1000L * k, new Hashed(hash, 100)));
                }
                return new Examined.Clip("mp4", 320, 240, 3000, "test", frames, List.of());
            }
            // One in four is turned by half.
            List<PdqHash> face = new ArrayList<>(about(faces.get(centre), 25));
            List<PdqHash> middle = new ArrayList<>(about(middles.get(centre), 22));
            if (random.nextInt(4) == 0) {
                Collections.swap(face, 0, 2);
                Collections.swap(middle, 0, 2);
            }
            return picture(
                    face.getFirst(),
                    face.subList(1, 8),
                    middle.getFirst(),
                    middle.subList(1, 8),
                    40 + random.nextInt(60));
        }
    }
}
