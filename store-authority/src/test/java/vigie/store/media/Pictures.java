package vigie.store.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    /// Has a drawn picture say which camera made it, in words of four letters or more.
    static void says(Path file, String maker, String serial) throws IOException {
        byte[] one = (maker + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] two = (serial + "\0").getBytes(StandardCharsets.US_ASCII);
        // Two directories, each with one entry, then the texts.
        int texts = 8 + 2 + 2 * 12 + 4 + 2 + 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(texts + one.length + two.length);
        tiff.putInt(0x4D4D002A).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x10F).putShort((short) 2).putInt(one.length).putInt(texts);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(38).putInt(0);
        tiff.putShort((short) 1).putShort((short) 0xA431).putShort((short) 2);
        tiff.putInt(two.length).putInt(texts + one.length).putInt(0);
        tiff.put(one).put(two);
        byte[] jpeg = Files.readAllBytes(file);
        ByteBuffer with = ByteBuffer.allocate(jpeg.length + 10 + tiff.capacity());
        with.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + tiff.capacity()));
        with.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        with.put(jpeg, 2, jpeg.length - 2);
        Files.write(file, with.array());
    }
}
