package vigie.media.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;

/// Moving WebP and PNG files, and TIFF files of several pages.
class SequencesTest {
    private static final Limits FEW = new Limits(64L << 20, 3L * 120 * 90, 96L << 20, 32);

    private static Examined.Picture picture(byte[] file) {
        return assertInstanceOf(Examined.Picture.class, new PictureExaminer().picture(file));
    }

    private static Examined.Picture few(byte[] file) {
        return assertInstanceOf(Examined.Picture.class, PictureExaminer.within(FEW).picture(file));
    }

    /// A meadow; the same with a part of another in it; a third.
    private static List<BufferedImage> meadows() {
        BufferedImage changed = Pictures.meadow(120, 90, 0);
        Graphics2D pen = changed.createGraphics();
        pen.drawImage(part(), 30, 20, null);
        pen.dispose();
        return List.of(Pictures.meadow(120, 90, 0), changed, Pictures.meadow(120, 90, 2));
    }

    private static BufferedImage part() {
        return Pictures.meadow(120, 90, 1).getSubimage(30, 20, 60, 50);
    }

    private static List<Hashed> alone() throws IOException {
        List<Hashed> hashes = new java.util.ArrayList<>();
        for (BufferedImage meadow : meadows()) {
            hashes.add(picture(Pictures.file("png", meadow)).views().getFirst().hashed());
        }
        return hashes;
    }

    private static List<Hashed> hashes(Examined.Picture moving) {
        return moving.frames().stream().map(Examined.Frame::hashed).toList();
    }

    private static List<String> marks(Examined.Picture picture) {
        return picture.properties().stream().map(Examined.Property::name).toList();
    }

    /// Those meadows, made by ffmpeg 5.1 (`libwebp_anim`, lossless, a frame every 200 ms).
    private static byte[] webp() throws IOException {
        try (InputStream in = SequencesTest.class.getResourceAsStream("moving.webp")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] apng() throws IOException {
        return new Apng(3, 120, 90)
                .frame(meadows().get(0))
                .frame(part(), 30, 20, 60, 50)
                .frame(meadows().get(2))
                .end();
    }

    private static byte[] tiff(List<BufferedImage> pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    @Test
    void each_frame_is_hashed_as_it_is_seen() throws IOException {
        assertEquals(alone(), hashes(picture(webp())));
        assertEquals(alone(), hashes(picture(apng())));
        assertEquals(
                List.of(0L, 200L, 400L),
                picture(webp()).frames().stream().map(Examined.Frame::millis).toList());
        assertEquals(
                List.of(0L, 200L, 400L),
                picture(apng()).frames().stream().map(Examined.Frame::millis).toList());
        assertEquals(List.of(), marks(picture(webp())));
    }

    @Test
    void each_page_is_hashed_as_if_it_stood_alone() throws IOException {
        Examined.Picture pages = picture(tiff(meadows()));
        assertEquals(alone(), hashes(pages));
        assertEquals(List.of(), marks(pages));
        assertEquals(List.of(), picture(tiff(meadows().subList(0, 1))).frames());
    }

    @Test
    void frames_and_pages_of_a_long_one_are_taken_evenly() throws IOException {
        Apng moving = new Apng(100, 120, 90);
        List<BufferedImage> pages = new java.util.ArrayList<>();
        for (int i = 0; i < 100; i++) {
            moving.frame(Pictures.meadow(120, 90, i));
            pages.add(Pictures.meadow(120, 90, i));
        }
        for (byte[] file : List.of(moving.end(), tiff(pages))) {
            List<Examined.Frame> frames = picture(file).frames();
            assertEquals(Limits.STANDARD.frames(), frames.size());
            assertEquals(0, frames.getFirst().number());
            assertTrue(frames.getLast().number() >= 96);
        }
    }

    @Test
    void a_cut_file_has_the_frames_before_the_cut_or_none() throws IOException {
        for (byte[] whole : List.of(webp(), apng(), tiff(meadows()))) {
            List<Hashed> all = alone();
            for (int length = 40; length < whole.length; length += 97) {
                Examined found = new PictureExaminer().picture(Arrays.copyOf(whole, length));
                if (found instanceof Examined.Picture some) {
                    List<Hashed> seen = hashes(some);
                    assertEquals(all.subList(0, seen.size()), seen);
                }
            }
        }
    }

    @Test
    void frames_beyond_the_limit_of_pixels_are_not_unpacked() throws IOException {
        Apng moving = new Apng(50, 120, 90);
        for (int i = 0; i < 50; i++) {
            moving.frame(Pictures.meadow(120, 90, i));
        }
        assertEquals(3, few(moving.end()).frames().size());
        BufferedImage large = Pictures.meadow(240, 180);
        Examined.Picture pages = few(tiff(List.of(meadows().getFirst(), large)));
        assertEquals(List.of(), pages.frames());
        assertEquals(List.of("FirstFrameOnly"), marks(pages));
    }

    @Test
    void a_frame_that_lies_about_its_size_or_place_ends_the_frames() throws IOException {
        byte[] large =
                new Apng(2, 120, 90)
                        .frame(meadows().get(0))
                        .frame(part(), 0, 0, 60_000, 60_000)
                        .end();
        assertEquals(List.of(), picture(large).frames());
        byte[] outside =
                new Apng(3, 120, 90)
                        .frame(meadows().get(0))
                        .frame(part(), 30, 20, 60, 50)
                        .frame(part(), 100, 20, 60, 50)
                        .end();
        assertEquals(alone().subList(0, 2), hashes(picture(outside)));
        // More pixels claimed than are there.
        byte[] short_ =
                new Apng(3, 120, 90).frame(meadows().get(0)).frame(part(), 0, 0, 120, 90).end();
        Examined.Picture broken = picture(short_);
        assertEquals(alone().subList(0, 1), hashes(broken));
        assertEquals(List.of("FramesUnreadable"), marks(broken));
        byte[] webp = webp();
        // The second frame says that it is as wide as can be.
        int second = 12 + 18 + 14 + 8 + 916;
        Arrays.fill(webp, second + 8 + 6, second + 8 + 9, (byte) 0xFF);
        assertEquals(List.of(), picture(webp).frames());
    }

    @Test
    void pages_that_lead_back_to_themselves_end() throws IOException {
        byte[] file = tiff(meadows());
        java.nio.ByteBuffer bytes =
                java.nio.ByteBuffer.wrap(file)
                        .order(
                                file[0] == 'M'
                                        ? java.nio.ByteOrder.BIG_ENDIAN
                                        : java.nio.ByteOrder.LITTLE_ENDIAN);
        int first = bytes.getInt(4);
        int next = first + 2 + 12 * bytes.getShort(first);
        int second = bytes.getInt(next);
        int third = second + 2 + 12 * bytes.getShort(second);
        bytes.putInt(third, first);
        // What reads it may refuse the whole.
        Examined found = new PictureExaminer().picture(file);
        if (found instanceof Examined.Picture picture) {
            assertEquals(alone().subList(0, 2), hashes(picture));
        }
    }
}
