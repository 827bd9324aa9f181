package vigie.sample.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.sample.SampleOperation;
import vigie.sample.Written;

/// Undoes each recorded transformation with arithmetic of its own and compares with the source.
final class TransformationTest {
    @Test
    void a_recorded_derivation_is_what_the_pixels_show() throws IOException {
        SampleOperation.Layout layout = Written.small();
        Path out = Written.FOLDER.resolve("out");
        Map<String, Integer> checked = new HashMap<>();
        try (var jpegs = new Jpegs()) {
            for (String line : Files.readAllLines(layout.truth().resolve("pictures.jsonl"))) {
                JsonNode row = JsonMapper.shared().readTree(line);
                String how = row.path("how").asString();
                if (how.equals("drawn") || row.path("kind").asString().equals("clip")) {
                    continue;
                }
                byte[] derived = Files.readAllBytes(out.resolve(row.path("path").asString()));
                byte[] source = Files.readAllBytes(out.resolve(row.path("source").asString()));
                if (how.equals("same") || how.equals("copy")) {
                    assertEquals(-1, java.util.Arrays.mismatch(derived, source));
                } else {
                    double far =
                            distance(
                                    how,
                                    row.path("parameters"),
                                    jpegs.read(source),
                                    jpegs.read(derived));
                    assertTrue(far < 9, line + " differs by " + far);
                }
                checked.merge(how, 1, Integer::sum);
            }
        }
        assertTrue(checked.size() >= 9, checked.toString());
    }

    /// The mean difference of a channel between each source pixel and where it should be now.
    private static double distance(
            String how, JsonNode with, BufferedImage source, BufferedImage derived) {
        int width = source.getWidth();
        int height = source.getHeight();
        long sum = 0;
        long count = 0;
        for (int y = 2; y < height - 2; y += 3) {
            for (int x = 2; x < width - 2; x += 3) {
                int atX = x;
                int atY = y;
                int percent = 100;
                switch (how) {
                    case "flip" -> {
                        boolean mirrored = with.path("axis").asString().equals("horizontal");
                        atX = mirrored ? width - 1 - x : x;
                        atY = mirrored ? y : height - 1 - y;
                    }
                    case "rotate" -> {
                        int degrees = with.path("degrees").asInt();
                        atX = degrees == 90 ? height - 1 - y : degrees == 180 ? width - 1 - x : y;
                        atY = degrees == 90 ? x : degrees == 180 ? height - 1 - y : width - 1 - x;
                    }
                    case "border" -> {
                        atX = x + with.path("pixels").asInt();
                        atY = y + with.path("pixels").asInt();
                    }
                    case "crop" -> {
                        atX = x - width * with.path("left").asInt() / 1000;
                        atY = y - height * with.path("top").asInt() / 1000;
                    }
                    case "resize" -> {
                        atX = x * derived.getWidth() / width;
                        atY = y * derived.getHeight() / height;
                    }
                    case "brightness" -> percent = with.path("percent").asInt();
                    default -> {}
                }
                if (atX < 0 || atY < 0 || atX >= derived.getWidth() || atY >= derived.getHeight()) {
                    continue;
                }
                int before = source.getRGB(x, y);
                int after = derived.getRGB(atX, atY);
                for (int shift = 0; shift <= 16; shift += 8) {
                    int wanted = Math.min(255, (before >> shift & 255) * percent / 100);
                    sum += Math.abs(wanted - (after >> shift & 255));
                    count++;
                }
            }
        }
        return (double) sum / count;
    }

    @Test
    void four_quarter_turns_are_none() {
        var image = Pixels.blank(3, 2, 0);
        for (int i = 0; i < 6; i++) {
            Pixels.of(image)[i] = i * 1000;
        }
        int[] turned = Pixels.of(Pixels.rotate(Pixels.rotate(image, 1), 3));
        assertEquals(0, java.util.Arrays.compare(Pixels.of(image), turned));
    }

    @Test
    void a_crop_of_more_than_a_tenth_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Transformation.Crop(60, 0, 41, 0));
    }
}
