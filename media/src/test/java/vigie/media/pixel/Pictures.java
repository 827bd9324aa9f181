package vigie.media.pixel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Drawn pictures as files.
final class Pictures {
    private Pictures() {}

    /// A meadow with round flowers.
    static BufferedImage meadow(int width, int height) {
        return meadow(width, height, 5);
    }

    static BufferedImage meadow(int width, int height, long seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var dice = new Random(seed);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(60, 140, 70));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(dice.nextInt(256), dice.nextInt(256), dice.nextInt(256)));
            int size = 4 + dice.nextInt(Math.max(1, width / 4));
            pen.fillOval(dice.nextInt(width) - size / 2, dice.nextInt(height), size, size);
        }
        pen.dispose();
        return image;
    }

    /// A picture as a file of this format.
    static byte[] file(String format, BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("nothing writes " + format);
        }
        return bytes.toByteArray();
    }
}
