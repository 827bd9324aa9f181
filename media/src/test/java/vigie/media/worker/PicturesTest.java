package vigie.media.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.media.examine.Examined;
import vigie.media.metadata.Metadata;
import vigie.media.pdq.PdqHash;
import vigie.media.pixel.JavaPort;
import vigie.media.pixel.PictureExaminer;
import vigie.media.video.Ffmpeg;
import vigie.media.video.Likeness;

class PicturesTest {
    @TempDir Path folder;

    private static List<Path> shared(String... folders) throws IOException {
        Path data = Path.of(System.getProperty("vigie.shared", "../shared"), "data");
        assumeTrue(Files.isDirectory(data), "the public samples are not here: " + data);
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> walked = Files.walk(data.resolve(folder))) {
                files.addAll(walked.filter(Files::isRegularFile).sorted().toList());
            }
        }
        return files;
    }

    private static Map<Long, Examined> examined(Settings settings, List<Path> files)
            throws IOException {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            items.add(new Item(i, Files.size(file), () -> Files.newInputStream(file)));
        }
        Map<Long, Examined> found = new HashMap<>();
        try (Workers workers = Workers.start(settings)) {
            workers.examine(items.iterator(), answer -> found.put(answer.id(), answer.examined()));
        }
        return found;
    }

    @Test
    void a_worker_finds_what_is_found_in_this_process() throws IOException {
        List<Path> files = shared("images", "pdq");
        Map<Long, Examined> found = examined(Settings.usual().with(Ffmpeg.none()), files);
        var here = new PictureExaminer();
        int pictures = 0;
        for (int i = 0; i < files.size(); i++) {
            byte[] bytes = Files.readAllBytes(files.get(i));
            Examined expected = here.picture(bytes);
            Examined actual = Objects.requireNonNull(found.get((long) i));
            if (expected instanceof Examined.Picture picture) {
                var other =
                        assertInstanceOf(
                                Examined.Picture.class, actual, files.get(i) + ": " + actual);
                assertEquals(picture.views(), other.views());
                assertEquals(picture.frames(), other.frames());
                assertEquals(picture.decoder(), other.decoder());
                assertEquals(picture.width(), other.width());
                assertEquals(Metadata.of(bytes), other.properties());
                pictures++;
            } else {
                var other = assertInstanceOf(Examined.Unreadable.class, actual);
                assertEquals(((Examined.Unreadable) expected).reason(), other.reason());
            }
        }
        assertTrue(pictures > 10, "only " + pictures);
    }

    @Test
    void the_java_port_is_confined_like_any_other() throws IOException {
        List<Path> files = shared("pdq");
        Settings settings = Settings.usual(JavaPort.class.getName()).with(Ffmpeg.none());
        Map<Long, Examined> found = examined(settings, files);
        var here = new JavaPort();
        int pictures = 0;
        for (int i = 0; i < files.size(); i++) {
            Examined expected = here.picture(Files.readAllBytes(files.get(i)));
            if (expected instanceof Examined.Picture picture) {
                Examined actual = Objects.requireNonNull(found.get((long) i));
                var other = assertInstanceOf(Examined.Picture.class, actual, () -> "" + actual);
                assertEquals(picture.views(), other.views());
                assertEquals("java port", other.decoder());
                pictures++;
            }
        }
        assertTrue(pictures > 10, "only " + pictures);
    }

    @Test
    void a_photo_of_fifty_million_pixels_is_decoded_and_blamed_only_for_what_it_needs()
            throws IOException {
        List<Path> files = List.of(photo(false), photo(true));
        Settings usual = Settings.usual().with(Ffmpeg.none());
        Map<Long, Examined> found = examined(usual, files);
        for (long i = 0; i < files.size(); i++) {
            assertInstanceOf(Examined.Picture.class, found.get(i), i + ": " + found.get(i));
        }
        Limits large = Limits.USUAL;
        var narrow =
                new Limits(
                        large.heap(),
                        256,
                        large.cpu(),
                        large.patience(),
                        large.items(),
                        large.largestPicture(),
                        large.largestClip());
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "nothing bounds memory here");
        var refused =
                assertInstanceOf(
                        Examined.Unreadable.class, examined(usual.with(narrow), files).get(1L));
        assertEquals(Examined.Reason.TOO_LARGE, refused.reason());
        assertEquals("needs more than 256 MB to decode", refused.why());
    }

    /// A photo as the largest sensors write it; a progressive one is decoded from memory.
    private Path photo(boolean progressive) throws IOException {
        var image = new BufferedImage(8160, 6120, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawn = image.createGraphics();
        drawn.setPaint(new GradientPaint(0, 0, Color.BLACK, 6000, 6000, Color.WHITE));
        drawn.fillRect(0, 0, 8160, 6120);
        drawn.setColor(Color.GRAY);
        drawn.fillOval(500, 700, 4000, 2500);
        drawn.dispose();
        Path file = folder.resolve(progressive ? "progressive.jpg" : "plain.jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(
                progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file;
    }

    @Test
    void frames_of_clips_are_near_those_of_the_official_tool() throws IOException {
        List<Path> files =
                shared("video").stream().filter(file -> !file.toString().endsWith("txt")).toList();
        Settings settings = Settings.usual();
        assumeTrue(settings.ffmpeg().installed(), "ffmpeg is not installed");
        Map<Long, Examined> found = examined(settings, files);
        int compared = 0;
        for (int i = 0; i < files.size(); i++) {
            Path official =
                    Path.of(files.get(i).toString().replaceAll("\\.[a-z0-9]+$", "") + ".txt");
            Examined examined = Objects.requireNonNull(found.get((long) i));
            if (files.get(i).endsWith("testMP4AudioOnly.mp4")) {
                assertInstanceOf(Examined.Unreadable.class, examined);
                continue;
            }
            var clip = assertInstanceOf(Examined.Clip.class, examined, "" + files.get(i));
            assertTrue(clip.millis() > 0 && !clip.frames().isEmpty(), "" + files.get(i));
            if (Files.exists(official)) {
                near(clip, Files.readAllLines(official), files.get(i));
                compared++;
            }
        }
        assertEquals(2, compared);
    }

    private static void near(Examined.Clip clip, List<String> official, Path file) {
        Map<Long, String> byTime = new HashMap<>();
        List<Examined.Frame> reference = new ArrayList<>();
        for (String line : official) {
            String[] fields = line.split(",", -1);
            long millis = Math.round(Double.parseDouble(fields[3]) * 1000);
            byTime.put(millis, line);
            reference.add(
                    new Examined.Frame(
                            Integer.parseInt(fields[0]),
                            millis,
                            new vigie.media.pdq.Hashed(
                                    PdqHash.of(fields[2]), Integer.parseInt(fields[1]))));
        }
        for (Examined.Frame frame : clip.frames()) {
            String[] fields =
                    Objects.requireNonNull(byTime.get(frame.millis()), "no frame at " + frame)
                            .split(",", -1);
            int distance = frame.hashed().hash().distance(PdqHash.of(fields[2]));
            if (frame.hashed().matchable()) {
                assertTrue(distance <= 4, file + " at " + frame.millis() + ": " + distance);
            }
            assertEquals(Integer.parseInt(fields[1]), frame.hashed().quality(), 2);
        }
        assertTrue(Likeness.of(clip.frames(), reference).matches());
    }

    @Test
    void without_ffmpeg_clips_are_named_as_skipped() throws IOException {
        List<Path> files =
                shared("video").stream().filter(file -> file.toString().endsWith("mp4")).toList();
        examined(Settings.usual().with(Ffmpeg.none()), files)
                .values()
                .forEach(
                        found ->
                                assertEquals(
                                        Examined.Reason.UNSUPPORTED,
                                        ((Examined.Unreadable) found).reason()));
    }
}
