package vigie.store.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/// Drawn gardens: coloured beds, the same for the same seed.
final class Pictures {
    private Pictures() {}

    static void draw(Path file, long seed, int width, int height) {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(200, 220, 190));
        g.fillRect(0, 0, 800, 600);
        for (int i = 0; i < 40; i++) {
            g.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int x = random.nextInt(800);
            int y = random.nextInt(600);
            if (i % 2 == 0) {
                g.fillOval(x - 80, y - 80, 40 + random.nextInt(160), 40 + random.nextInt(160));
            } else {
                g.fillRect(x - 80, y - 80, 40 + random.nextInt(160), 40 + random.nextInt(160));
            }
        }
        g.dispose();
        BufferedImage sized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D small = sized.createGraphics();
        small.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        small.drawImage(image, 0, 0, width, height, null);
        small.dispose();
        try {
            Files.createDirectories(file.getParent());
            if (!ImageIO.write(sized, "jpg", file.toFile())) {
                throw new IllegalStateException("no JPEG is written here");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
