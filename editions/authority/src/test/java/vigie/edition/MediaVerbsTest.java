package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The verbs about plain files: they see no case and no home.
class MediaVerbsTest {
    private static final Path SHARED =
            Path.of(System.getProperty("vigie.shared", "../../../shared"));

    @TempDir Path work = Path.of("");

    private static Path data(String folder) {
        Path data = SHARED.resolve("data").resolve(folder);
        assumeTrue(Files.isDirectory(data), "needs the public samples in " + data);
        return data;
    }

    private Map<String, JsonNode> hashed(String... arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("hash", "--json"));
        words.addAll(List.of(arguments));
        Map<String, JsonNode> byPath = new HashMap<>();
        String out = new Cli(work.resolve("home")).done(words.toArray(String[]::new)).out().strip();
        for (String line : out.split("\n", -1)) {
            JsonNode one = JsonMapper.shared().readTree(line);
            byPath.put(one.get("path").asString(), one);
        }
        return byPath;
    }

    private static JsonNode of(Map<String, JsonNode> hashed, Path file) {
        return Objects.requireNonNull(hashed.get(file.toString()), "no line of " + file);
    }

    private static int distance(String one, String other) {
        return new BigInteger(one, 16).xor(new BigInteger(other, 16)).bitCount();
    }

    private void expected(String folder, String list, int bits, String... options)
            throws IOException, InterruptedException {
        Path root = data(folder);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(root.toString());
        Map<String, JsonNode> hashed = hashed(arguments.toArray(String[]::new));
        int compared = 0;
        for (String line : Files.readAllLines(root.resolve(list)).stream().skip(1).toList()) {
            List<String> parts = List.of(line.split(",", -1));
            JsonNode one = of(hashed, root.resolve(parts.getLast()));
            int apart = distance(parts.getFirst(), one.get("pdq").asString());
            assertTrue(apart <= bits, line + " is " + apart + " bits apart");
            assertEquals(Integer.parseInt(parts.get(1)), one.get("quality").asInt(), 1, line);
            assertEquals(64, one.get("sha256").asString().length());
            assertEquals(40, one.get("sha1").asString().length());
            assertEquals(32, one.get("md5").asString().length());
            assertFalse(one.has("error"), line);
            compared++;
        }
        assertTrue(compared > 10, "only " + compared);
    }

    @Test
    void pictures_have_the_hashes_of_lists_within_the_bounds()
            throws IOException, InterruptedException {
        expected("pdq", "expected-cpp.csv", 10);
        expected("images", "expected-cpp.csv", 10);
    }

    @Test
    void decoded_as_the_java_port_does_they_have_its_hashes()
            throws IOException, InterruptedException {
        expected("pdq", "expected.csv", 0, "--decoder=java");
        expected("images", "expected.csv", 0, "--decoder=java");
    }

    @Test
    void a_file_that_cannot_be_decoded_has_its_error_in_its_line()
            throws IOException, InterruptedException {
        Path text = Files.writeString(work.resolve("garden.txt"), "roses");
        Path clip =
                Files.write(
                        work.resolve("garden.mp4"),
                        new byte[] {
                            0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 0
                        });
        Path absent = work.resolve("absent.jpg");
        Path empty = Files.write(work.resolve("empty.png"), new byte[0]);
        Map<String, JsonNode> hashed =
                hashed(text.toString(), clip.toString(), absent.toString(), empty.toString());
        assertEquals(4, hashed.size());
        hashed.values().forEach(one -> assertTrue(one.has("error"), one::toString));
        hashed.values().forEach(one -> assertFalse(one.has("pdq"), one::toString));
        assertEquals("a clip", of(hashed, clip).get("error").asString());
        assertFalse(of(hashed, absent).has("sha256"));
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                of(hashed, empty).get("sha256").asString());
    }

    @Test
    void a_picture_that_its_exif_turns_has_the_hash_of_either_way()
            throws IOException, InterruptedException {
        BufferedImage garden = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(4);
        for (int i = 0; i < 60; i++) {
            Graphics2D pen = garden.createGraphics();
            pen.setColor(new Color(random.nextInt(1 << 24)));
            pen.fillOval(random.nextInt(600), random.nextInt(440), 120, 90);
            pen.dispose();
        }
        BufferedImage upright = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 640; y++) {
            for (int x = 0; x < 480; x++) {
                upright.setRGB(x, y, garden.getRGB(y, 479 - x));
            }
        }
        byte[] stored = jpeg(garden);
        Path turned = Files.write(work.resolve("turned.jpg"), turning(stored, 6));
        Path plain = Files.write(work.resolve("plain.jpg"), turning(stored, 1));
        Path other = Files.write(work.resolve("upright.jpg"), jpeg(upright));
        Map<String, JsonNode> hashed =
                hashed(turned.toString(), plain.toString(), other.toString());
        JsonNode both = of(hashed, turned);
        assertEquals(of(hashed, plain).get("pdq"), both.get("pdq"));
        String oriented = both.get("pdqOriented").asString();
        assertTrue(distance(oriented, of(hashed, other).get("pdq").asString()) <= 10, oriented);
        assertTrue(distance(oriented, both.get("pdq").asString()) > 31, oriented);
        assertFalse(of(hashed, plain).has("pdqOriented"));
        assertFalse(of(hashed, other).has("pdqOriented"));
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    /// A JPEG with EXIF that states how it is stored.
    private static byte[] turning(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] out = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, out, 0, 2);
        System.arraycopy(exif, 0, out, 2, exif.length);
        System.arraycopy(jpeg, 2, out, 2 + exif.length, jpeg.length - 2);
        return out;
    }

    @Test
    void near_hashes_are_found_and_counted() throws IOException, InterruptedException {
        String garden = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
        BigInteger bits = new BigInteger(garden, 16);
        BigInteger far = bits;
        for (int i = 0; i < 32; i++) {
            far = far.flipBit(7 * i);
        }
        Path needles = Files.writeString(work.resolve("needles.txt"), garden + "\n");
        Path haystack =
                Files.write(
                        work.resolve("haystack.txt"),
                        List.of(
                                "%064x".formatted(far),
                                "",
                                "%064x".formatted(far.flipBit(0)) + ",31 bits away",
                                garden));
        JsonNode found =
                new Cli(work.resolve("home"))
                        .done(
                                "lab",
                                "near",
                                "--needles",
                                needles.toString(),
                                "--haystack",
                                haystack.toString(),
                                "--distance",
                                "31",
                                "--json")
                        .json();
        assertEquals("vigie.lab.near/1", found.get("schema").asString());
        assertEquals(1, found.get("needles").asInt());
        assertEquals(3, found.get("haystack").asInt());
        assertEquals(1, found.get("matched").asInt());
        assertEquals(2, found.get("pairs").asInt());
        JsonNode first = found.get("matches").get(0);
        assertEquals(2, first.get("haystack").asInt());
        assertEquals(31, first.get("distance").asInt());
        assertEquals(0, found.get("matches").get(1).get("distance").asInt());
        assertFalse(Files.exists(work.resolve("home")));
    }
}
