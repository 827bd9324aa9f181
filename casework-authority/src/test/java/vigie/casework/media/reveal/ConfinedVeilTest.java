package vigie.casework.media.reveal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.EvidenceBytes;
import vigie.media.video.Ffmpeg;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;

/// With workers as they are.
class ConfinedVeilTest {
    private static final ConfinedVeil VEIL = new ConfinedVeil();

    @AfterAll
    static void end() {
        VEIL.close();
    }

    /// A fence: upright boards, whose edges tell how much is blurred.
    private static BufferedImage fence(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(240, 230, 60));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(60, 20, 10));
        for (int x = 0; x < width; x += width / 4) {
            g.fillRect(x, 0, width / 8, height);
        }
        g.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    private static EvidenceBytes evidence(byte[] bytes) {
        Exhibit exhibit = new Exhibit(1, 1, Sha256.of(bytes), bytes.length, "garden", null, false);
        return new EvidenceBytes() {
            @Override
            public Exhibit exhibit() {
                return exhibit;
            }

            @Override
            public InputStream open(long offset) {
                return new ByteArrayInputStream(bytes, (int) offset, bytes.length);
            }
        };
    }

    private static BufferedImage shown(byte[] file, int clear) throws IOException {
        byte[] png = VEIL.of(evidence(file), clear).orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int steepest(BufferedImage image) {
        Raster raster = image.getRaster();
        int steepest = 0;
        for (int x = 1; x < image.getWidth(); x++) {
            int middle = image.getHeight() / 2;
            int step = raster.getSample(x, middle, 0) - raster.getSample(x - 1, middle, 0);
            steepest = Math.max(steepest, Math.abs(step));
        }
        return steepest;
    }

    private static void small(BufferedImage image) {
        assertTrue(Math.max(image.getWidth(), image.getHeight()) <= 256, "small");
        assertEquals(1, image.getRaster().getNumBands(), "grey");
    }

    @Test
    void a_picture_is_small_and_grey_however_clear_it_is() throws IOException {
        for (String format : List.of("jpg", "png", "bmp", "gif")) {
            byte[] file = written(fence(1200, 800), format);
            for (int clear = 0; clear <= 2; clear++) {
                BufferedImage image = shown(file, clear);
                small(image);
                assertEquals(192, image.getWidth(), format);
                assertEquals(128, image.getHeight(), format);
            }
        }
    }

    @Test
    void the_less_clear_the_more_it_is_blurred() throws IOException {
        byte[] file = written(fence(1200, 800), "png");
        int blurred = steepest(shown(file, 0));
        int less = steepest(shown(file, 1));
        int sharp = steepest(shown(file, 2));
        assertTrue(blurred * 2 < less, blurred + " and " + less);
        assertTrue(less * 2 < sharp, less + " and " + sharp);
    }

    @Test
    void the_same_file_gives_the_same_bytes() throws IOException {
        byte[] file = written(fence(900, 1600), "jpg");
        assertArrayEquals(
                VEIL.of(evidence(file), 1).orElseThrow(), VEIL.of(evidence(file), 1).orElseThrow());
    }

    @Test
    void what_is_cut_off_is_not_shown_or_shown_small() throws IOException {
        byte[] file = written(fence(1200, 800), "png");
        assertEquals(Optional.empty(), VEIL.of(evidence(Arrays.copyOf(file, file.length / 2)), 2));
        assertEquals(Optional.empty(), VEIL.of(evidence(new byte[] {1, 2, 3}), 2));
        small(shown(file, 0));
    }

    @Test
    void of_a_clip_one_frame_is_shown(@TempDir Path folder)
            throws IOException, InterruptedException {
        Ffmpeg ffmpeg = Ffmpeg.find();
        assumeTrue(ffmpeg.installed(), "ffmpeg is not installed");
        Path still = folder.resolve("still.png");
        Path clip = folder.resolve("clip.mp4");
        Files.write(still, written(fence(640, 480), "png"));
        Process made =
                new ProcessBuilder(
                                "ffmpeg",
                                "-loglevel",
                                "error",
                                "-loop",
                                "1",
                                "-i",
                                "" + still,
                                "-t",
                                "2",
                                "-r",
                                "5",
                                "-pix_fmt",
                                "yuv420p",
                                "-c:v",
                                "mpeg4",
                                "" + clip)
                        .inheritIO()
                        .start();
        assumeTrue(made.waitFor() == 0, "this ffmpeg writes no MPEG-4");
        BufferedImage image = shown(Files.readAllBytes(clip), 2);
        small(image);
        assertEquals(192, image.getWidth());
        assertEquals(144, image.getHeight());
        assertTrue(steepest(image) > 60, "it shows the fence");
    }
}
