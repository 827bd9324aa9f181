package vigie.media.pdq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PdqTest {
    /// For each EXIF orientation from 2 to 8, the place in [Pdq#turned] of the same turn.
    private static final List<Integer> SAME_TURN = List.of(4, 1, 3, 5, 2, 6, 0);

    @Test
    void a_turned_picture_has_the_hash_that_was_turned() {
        Luma luma = meadow(300, 200);
        Pdq pdq = Pdq.of(luma);
        var places = new ArrayList<Integer>();
        for (int orientation = 2; orientation <= 8; orientation++) {
            PdqHash stored = Pdq.of(luma.upright(orientation)).hashed().hash();
            int nearest = 0;
            for (int i = 1; i < pdq.turned().size(); i++) {
                if (stored.distance(pdq.turned().get(i))
                        < stored.distance(pdq.turned().get(nearest))) {
                    nearest = i;
                }
            }
            places.add(nearest);
            assertTrue(stored.distance(pdq.turned().get(nearest)) <= 31);
        }
        assertEquals(SAME_TURN, places);
    }

    @Test
    void a_large_picture_is_one_of_512_pixels_on_each_side() {
        Luma luma = meadow(1500, 700);
        assertEquals(Pdq.of(luma), Pdq.unshrunk(luma.shrunk()));
        assertEquals(512, luma.shrunk().height());
        assertEquals(300, meadow(512, 300).shrunk().height());
    }

    @Test
    void a_plain_picture_has_no_quality() {
        var plain = new float[100 * 100];
        assertEquals(0, Pdq.of(new Luma(100, 100, plain)).hashed().quality());
    }

    @Test
    void a_picture_under_five_pixels_has_the_empty_hash() {
        Pdq pdq = Pdq.of(new Luma(4, 600, new float[2400]));
        assertEquals(new Hashed(new PdqHash(0, 0, 0, 0), 0), pdq.hashed());
        assertEquals(7, pdq.turned().size());
    }

    @Test
    void a_picture_of_any_small_size_is_hashed() {
        for (int side = 5; side < 140; side++) {
            assertTrue(Pdq.of(meadow(side, 145 - side)).hashed().quality() >= 0);
        }
    }

    @Test
    void a_plane_has_as_many_values_as_pixels() {
        assertThrows(IllegalArgumentException.class, () -> new Luma(2, 2, new float[3]));
        assertThrows(ArithmeticException.class, () -> new Luma(1 << 16, 1 << 16, new float[0]));
    }

    @Test
    void a_part_is_inside() {
        assertEquals(9, meadow(10, 10).part(7, 7, 3, 3).values().length);
        assertThrows(IndexOutOfBoundsException.class, () -> meadow(10, 10).part(8, 0, 3, 3));
    }

    /// Soft hills of light.
    private static Luma meadow(int width, int height) {
        var dice = new Random(7);
        var values = new float[width * height];
        for (int wave = 0; wave < 12; wave++) {
            double across = dice.nextDouble() * 25;
            double down = dice.nextDouble() * 25;
            double phase = dice.nextDouble() * 6;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double angle = phase + across * x / width + down * y / height;
                    values[y * width + x] += (float) (10 + 10 * Math.sin(angle));
                }
            }
        }
        return new Luma(width, height, values);
    }
}
