package vigie.media.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.media.examine.Examined.Frame;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

class LikenessTest {
    private static Frame frame(long bits, int quality) {
        return new Frame(0, 0, new Hashed(new PdqHash(bits, bits, bits, bits), quality));
    }

    private static final Frame A = frame(0, 100);
    private static final Frame B = frame(-1, 100);
    private static final Frame C = frame(0x5555555555555555L, 100);

    @Test
    void a_part_of_a_clip_is_in_the_clip() {
        var likeness = Likeness.of(List.of(A, B), List.of(C, B, A, A));
        assertEquals(new Likeness(100, 200.0 / 3), likeness);
        assertTrue(likeness.matches());
        assertFalse(Likeness.of(List.of(A, B, C), List.of(A, B)).matches());
    }

    @Test
    void frames_that_say_too_little_are_left_out() {
        assertEquals(new Likeness(0, 0), Likeness.of(List.of(frame(0, 49)), List.of(A)));
        assertEquals(new Likeness(100, 100), Likeness.of(List.of(A, frame(7, 49)), List.of(A)));
    }

    @Test
    void frames_are_alike_up_to_31_bits() {
        var near = new Frame(0, 0, new Hashed(new PdqHash((1L << 31) - 1, 0, 0, 0), 100));
        var far = new Frame(0, 0, new Hashed(new PdqHash((1L << 32) - 1, 0, 0, 0), 100));
        assertTrue(Likeness.of(List.of(near), List.of(A)).matches());
        assertFalse(Likeness.of(List.of(far), List.of(A)).matches());
    }

    @Test
    void a_clip_is_known_by_its_first_bytes() {
        assertEquals("mp4", format("\0\0\0\u0018ftypisom"));
        assertEquals("mov", format("\0\0\0\u0018ftypqt  "));
        assertEquals("3gp", format("\0\0\0\u0018ftyp3gp4"));
        assertEquals("webm", format("\u001aE\u00df\u00a3 .. webm"));
        assertEquals("avi", format("RIFF....AVI LIST"));
        assertEquals("", format("\0\0\0\u0018ftypheic"));
        assertEquals("", format("RIFF....WEBPVP8 "));
        assertEquals("", format(""));
    }

    private static String format(String head) {
        return Container.of(head.getBytes(StandardCharsets.ISO_8859_1))
                .map(Container::format)
                .orElse("");
    }
}
