package vigie.media.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;

class TurboTest {
    private final PictureExaminer fast = new PictureExaminer();
    private final PictureExaminer slow = fast.slow();

    private static Examined.Picture picture(PictureExaminer examiner, byte[] file) {
        return assertInstanceOf(Examined.Picture.class, examiner.picture(file));
    }

    @Test
    void pictures_of_many_kinds_have_the_same_hash_within_four_bits() throws IOException {
        assumeTrue(Turbo.installed().isPresent(), "TurboJPEG is not installed here");
        for (int i = 0; i < 24; i++) {
            BufferedImage image = Pictures.meadow(300 + 67 * i, 240 + 41 * (i % 7), i);
            if (i % 3 == 1) {
                written(image);
            } else if (i % 3 == 2) {
                noisy(image, i);
            }
            byte[] file = Pictures.file("jpeg", image);
            Examined.Picture quick = picture(fast, file);
            assertEquals(Turbo.NAME, quick.decoder());
            Hashed other = picture(slow, file).views().getFirst().hashed();
            Hashed hashed = quick.views().getFirst().hashed();
            assertTrue(hashed.hash().distance(other.hash()) <= 4, "picture " + i);
        }
    }

    @Test
    void what_the_library_warns_of_is_decoded_in_java() throws IOException {
        byte[] file = Pictures.file("jpeg", Pictures.meadow(200, 200));
        file[file.length / 2] ^= 0x55;
        Examined examined = fast.picture(file);
        if (examined instanceof Examined.Picture picture) {
            assertTrue(picture.decoder().startsWith("jdk") || picture.decoder().equals(Turbo.NAME));
        }
    }

    /// Rows of fine strokes, as on a written page: what averaging pixels would blur away.
    private static void written(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        var dice = new Random(1);
        for (int y = 10; y < image.getHeight(); y += 9) {
            for (int x = 10; x < image.getWidth() - 100; x += 3 + dice.nextInt(6)) {
                pen.drawLine(x, y, x + dice.nextInt(3), y - 2 - dice.nextInt(4));
            }
        }
        pen.dispose();
    }

    private static void noisy(BufferedImage image, long seed) {
        var dice = new Random(seed);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int noise = dice.nextInt(40);
                image.setRGB(x, y, rgb & 0xFF0000 | (rgb >> 8 & 255) / 2 + noise << 8 | noise * 3);
            }
        }
    }
}
