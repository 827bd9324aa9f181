package vigie.media.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

class CheckingTest {
    private static final PdqHash HASH = new PdqHash(1, 2, 3, -4);
    private static final Hashed HASHED = new Hashed(HASH, 77);
    private static final Examined.Picture PICTURE =
            new Examined.Picture(
                    "jpeg",
                    4000,
                    3000,
                    6,
                    "decoder 1",
                    List.of(
                            new Examined.View(
                                    Examined.View.Kind.STORED,
                                    HASHED,
                                    Collections.nCopies(7, HASH))),
                    List.of(new Examined.Frame(0, 40, HASHED)),
                    List.of(new Examined.Property("exif", "Make", "Étoile")));

    private static byte[] body() {
        return Writing.answer(7, PICTURE);
    }

    @Test
    void what_was_written_is_read() throws Violation {
        var clip =
                new Examined.Clip(
                        "mp4", 1, 2, 99, "d", List.of(new Examined.Frame(3, 5, HASHED)), List.of());
        var lost = new Examined.Unreadable(Examined.Reason.MALFORMED, "ends early", List.of());
        for (Examined each : List.of(PICTURE, clip, lost)) {
            assertEquals(new Checking.Answer(7, each), Checking.answer(Writing.answer(7, each)));
        }
    }

    @Test
    void an_answer_cut_anywhere_is_none() {
        byte[] body = body();
        for (int length = 0; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThrows(Violation.class, () -> Checking.answer(cut));
        }
    }

    @Test
    void an_answer_with_more_behind_it_is_none() {
        byte[] longer = Arrays.copyOf(body(), body().length + 1);
        assertThrows(Violation.class, () -> Checking.answer(longer));
    }

    @Test
    void whatever_bytes_come_the_answer_is_a_value_or_a_violation() {
        var random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] body = body();
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            try {
                assertTrue(Checking.answer(body).examined().properties().size() < 2);
            } catch (Violation violation) {
                assertTrue(violation.toString().contains("the worker "));
            }
        }
    }

    @Test
    void control_characters_and_halves_of_pairs_are_escaped_and_long_texts_cut() throws Violation {
        var property =
                new Examined.Property("xmp", "a\nb", "\u001b[2J \ud800 \u0085" + "x".repeat(9999));
        var lost = new Examined.Unreadable(Examined.Reason.MALFORMED, "why", List.of(property));
        var read = Checking.answer(Writing.answer(1, lost)).examined().properties().getFirst();
        assertEquals("a\\x0ab", read.name());
        assertTrue(read.value().startsWith("\\x1b[2J \\ud800 \\x85xxx"), read.value());
        assertEquals(Wire.VALUE, read.value().length());
    }

    @Test
    void more_than_the_bounds_is_left_out() throws Violation {
        var many = Collections.nCopies(1000, new Examined.Property("exif", "n", "v"));
        var lost = new Examined.Unreadable(Examined.Reason.MALFORMED, "why", many);
        assertEquals(
                Wire.PROPERTIES,
                Checking.answer(Writing.answer(1, lost)).examined().properties().size());
    }
}
