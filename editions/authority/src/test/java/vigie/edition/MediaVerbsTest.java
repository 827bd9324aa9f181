package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
