package vigie.media.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.View;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// The public samples with the values of both references.
class SamplesTest {
    private final PictureExaminer examiner = PictureExaminer.within(Limits.STANDARD);

    private record Sample(Path file, List<PdqHash> hashes, int quality) {
        Hashed hashed() {
            return new Hashed(hashes.getFirst(), quality);
        }
    }

    private static List<Sample> samples(String folder, String list) throws IOException {
        Path root = Path.of(System.getProperty("vigie.shared", "../shared"), "data", folder);
        assumeTrue(Files.isDirectory(root), "sample data is not here: " + root);
        var samples = new ArrayList<Sample>();
        for (String line : Files.readAllLines(root.resolve(list)).stream().skip(1).toList()) {
            List<String> parts = List.of(line.split(","));
            int hashes = parts.size() - 2;
            samples.add(
                    new Sample(
                            root.resolve(parts.getLast()),
                            parts.subList(0, hashes).stream().map(PdqHash::of).toList(),
                            Integer.parseInt(parts.get(hashes))));
        }
        return samples;
    }

    private static View stored(Examined examined) {
        return assertInstanceOf(Examined.Picture.class, examined).views().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdq", "images"})
    void decoded_in_java_they_have_the_hashes_of_the_reference(String folder) throws IOException {
        for (Sample sample : samples(folder, "expected-cpp.csv")) {
            assertEquals(
                    sample.hashed(),
                    stored(examiner.slow().examine(sample.file())).hashed(),
                    () -> sample.file().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdq", "images"})
    void decoded_by_a_library_they_are_a_few_bits_from_it_at_most(String folder)
            throws IOException {
        for (Sample sample : samples(folder, "expected-cpp.csv")) {
            Hashed hashed = stored(examiner.examine(sample.file())).hashed();
            assertTrue(hashed.hash().distance(sample.hashes().getFirst()) <= 4, sample::toString);
            assertTrue(Math.abs(hashed.quality() - sample.quality()) <= 1, sample::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdq", "images"})
    void hashed_as_the_java_port_does_they_have_its_hashes(String folder) throws IOException {
        var port = new JavaPort(Limits.STANDARD);
        for (Sample sample : samples(folder, "expected.csv")) {
            assertEquals(
                    sample.hashed(),
                    stored(port.picture(Files.readAllBytes(sample.file()))).hashed(),
                    () -> sample.file().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "pdq")
    void turned_as_the_java_port_does_they_have_its_hashes(String folder) throws IOException {
        var port = new JavaPort(Limits.STANDARD);
        for (Sample sample : samples(folder, "expected-dihedral.csv")) {
            View view = stored(port.picture(Files.readAllBytes(sample.file())));
            assertEquals(sample.hashed(), view.hashed());
            assertEquals(sample.hashes().subList(1, 8), view.turned());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"testBMP.bmp", "testTIFF.tif", "testWEBP.webp", "testHEIF.heic"})
    void one_picture_in_another_format_is_read(String name) throws IOException {
        Path file = Path.of(System.getProperty("vigie.shared", "../shared"), "data/images", name);
        assumeTrue(Files.isRegularFile(file), "sample data is not here: " + file);
        assumeTrue(!name.endsWith("heic") || Heif.installed().isPresent(), "no libheif here");
        assertEquals(100, stored(examiner.examine(file)).hashed().quality());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_picture_stored_in_eight_ways_is_one_picture(int orientation) throws IOException {
        Path root = Path.of(System.getProperty("vigie.shared", "../shared"), "data/images");
        assumeTrue(Files.isDirectory(root), "sample data is not here: " + root);
        Examined examined = examiner.examine(root.resolve("Landscape_" + orientation + ".jpg"));
        Examined.Picture picture = assertInstanceOf(Examined.Picture.class, examined);
        assertEquals(orientation, picture.orientation());
        View.Kind kind = orientation == 1 ? View.Kind.STORED : View.Kind.ORIENTED;
        assertEquals(kind, picture.views().getLast().kind());
        Hashed first = stored(examiner.examine(root.resolve("Landscape_2.jpg"))).hashed();
        PdqHash upright = picture.views().getLast().hashed().hash();
        PdqHash original =
                stored(examiner.examine(root.resolve("Landscape_1.jpg"))).hashed().hash();
        assertTrue(upright.distance(original) <= 40, () -> "" + upright.distance(original));
        assertTrue(first.matchable());
    }
}
