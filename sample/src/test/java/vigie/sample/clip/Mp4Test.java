package vigie.sample.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.sample.dice.Dice;
import vigie.sample.picture.Jpegs;

final class Mp4Test {
    private static final Set<String> FOLDERS =
            Set.of("moov", "trak", "mdia", "minf", "dinf", "stbl");

    private static Clips.Clip clip() throws IOException {
        try (var jpegs = new Jpegs()) {
            return Clips.draw(Dice.of(3, "test"), jpegs);
        }
    }

    /// The body of each box, by type; every size must fit exactly.
    private static void boxes(byte[] file, int from, int to, Map<String, int[]> found) {
        int at = from;
        while (at < to) {
            int size = ByteBuffer.wrap(file).getInt(at);
            String type = new String(file, at + 4, 4, StandardCharsets.US_ASCII);
            assertTrue(size >= 8 && at + size <= to, type + " of " + size + " at " + at);
            found.put(type, new int[] {at + 8, at + size});
            if (FOLDERS.contains(type)) {
                boxes(file, at + 8, at + size, found);
            }
            at += size;
        }
        assertEquals(to, at);
    }

    @Test
    void the_samples_lie_where_the_tables_say_and_are_pictures() throws IOException {
        Clips.Clip clip = clip();
        byte[] file = clip.file();
        var found = new HashMap<String, int[]>();
        boxes(file, 0, file.length, found);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int sizes = at(found, "stsz");
        int count = bytes.getInt(sizes + 8);
        assertEquals(clip.frames().size(), count);
        int at = bytes.getInt(at(found, "stco") + 8);
        assertEquals(at(found, "mdat"), at);
        try (var jpegs = new Jpegs()) {
            for (int i = 0; i < count; i++) {
                int size = bytes.getInt(sizes + 12 + 4 * i);
                var image = jpegs.read(Arrays.copyOfRange(file, at, at + size));
                assertEquals(clip.width(), image.getWidth());
                assertEquals(clip.height(), image.getHeight());
                at += size;
            }
        }
        int scale = bytes.getInt(at(found, "mvhd") + 12);
        int duration = bytes.getInt(at(found, "mvhd") + 16);
        assertEquals(clip.seconds(), duration / scale);
        assertEquals(108, found.getOrDefault("mvhd", new int[2])[1] - at(found, "mvhd") + 8);
        assertEquals(92, found.getOrDefault("tkhd", new int[2])[1] - at(found, "tkhd") + 8);
    }

    private static int at(Map<String, int[]> found, String type) {
        int[] box = found.get(type);
        assertTrue(box != null, type);
        return box == null ? -1 : box[0];
    }

    @Test
    void ffprobe_plays_it(@TempDir Path folder) throws Exception {
        boolean there;
        try {
            there = new ProcessBuilder("ffprobe", "-version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "ffprobe is not installed");
        Clips.Clip clip = clip();
        Path mp4 = Files.write(folder.resolve("clip.mp4"), clip.file());
        Path ogg = Files.write(folder.resolve("voice.ogg"), Ogg.silence(3, 7));
        assertEquals(
                "mjpeg," + clip.width() + "," + clip.height() + "," + clip.frames().size(),
                probe(mp4, "stream=codec_name,width,height,nb_read_frames"));
        assertEquals("opus,1", probe(ogg, "stream=codec_name,channels"));
    }

    private static String probe(Path file, String entries) throws Exception {
        var process =
                new ProcessBuilder(
                                List.of(
                                        "ffprobe",
                                        "-v",
                                        "error",
                                        "-count_frames",
                                        "-show_entries",
                                        entries,
                                        "-of",
                                        "csv=p=0",
                                        file.toString()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }
}
