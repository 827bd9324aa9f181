package vigie.media.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.media.pdq.Luma;
import vigie.sample.picture.Jpegs;
import vigie.sample.picture.Pixels;
import vigie.sample.picture.Transformation;

final class TrimTest {
    /// Noise, which no line of is plain.
    private static BufferedImage noise() {
        var image = Pixels.blank(320, 240, 0);
        var random = new java.util.Random(3);
        int[] pixels = Pixels.of(image);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(0x1000000);
        }
        return image;
    }

    @Test
    void a_picture_without_a_border_is_left_whole() {
        assertEquals(List.of(new Box(0, 0, 320, 240)), Trim.of(Drawn.luma(noise())));
    }

    @Test
    void a_border_is_found_to_the_pixel_after_jpeg() throws IOException {
        try (var jpegs = new Jpegs()) {
            for (int colour : new int[] {0xFFFFFF, 0x000000, 0x2F4F2F}) {
                var bordered = new Transformation.Border(13, colour).apply(noise());
                Luma luma = Drawn.luma(jpegs.read(jpegs.write(bordered, 70)));
                assertEquals(new Box(13, 13, 320, 240), Trim.of(luma).get(1));
            }
        }
    }

    @Test
    void a_caption_is_found_with_its_words() throws IOException {
        try (var jpegs = new Jpegs()) {
            var captioned = new Transformation.Caption(40, "MY GARDEN").apply(noise());
            Luma luma = Drawn.luma(jpegs.read(jpegs.write(captioned, 80)));
            assertEquals(new Box(0, 0, 320, 240), Trim.of(luma).get(1));
        }
    }

    @Test
    void a_caption_around_which_a_border_lies_is_found_too() {
        var captioned = new Transformation.Caption(40, "HELLO").apply(noise());
        Luma luma = Drawn.luma(new Transformation.Border(10, 0).apply(captioned));
        assertTrue(Trim.of(luma).contains(new Box(10, 10, 320, 240)), Trim.of(luma).toString());
    }

    @Test
    void half_a_picture_that_is_plain_is_no_border() {
        var image = noise();
        Arrays.fill(Pixels.of(image), 0, 320 * 120, 0xFFFFFF);
        assertEquals(1, Trim.of(Drawn.luma(image)).size());
    }

    @Test
    void the_smallest_and_plainest_pictures_are_left_alone() {
        assertEquals(1, Trim.of(new Luma(1, 1, new float[1])).size());
        assertEquals(1, Trim.of(new Luma(600, 3, new float[1800])).size());
        assertEquals(1, Trim.of(new Luma(300, 300, new float[90_000])).size());
    }
}
