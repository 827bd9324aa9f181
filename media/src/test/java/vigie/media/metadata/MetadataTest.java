package vigie.media.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.media.examine.Examined;
import vigie.media.wire.Wire;

class MetadataTest {
    /// A JPEG file without pixels whose EXIF names the maker `ABC`.
    private static final byte[] FILE =
            HexFormat.of()
                    .parseHex(
                            "ffd8ffe10022457869660000"
                                    + "49492a000800000001000f010200040000004142"
                                    + "430000000000ffd9");

    @Test
    void what_a_picture_says_of_its_maker_is_a_claim() {
        assertEquals(List.of(new Examined.Property("exif", "Make", "ABC")), Metadata.of(FILE));
    }

    @Test
    void a_file_of_no_known_format_says_nothing() {
        assertEquals(List.of(), Metadata.of(new byte[0]));
        assertEquals(
                List.of(), Metadata.of("seeds for the garden".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_file_cut_or_broken_anywhere_says_less_and_nothing_worse() {
        var random = new Random(4);
        for (int length = 0; length < FILE.length; length++) {
            bounded(Metadata.of(Arrays.copyOf(FILE, length)));
        }
        for (int i = 0; i < 5000; i++) {
            byte[] broken = FILE.clone();
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            bounded(Metadata.of(broken));
        }
    }

    private static void bounded(List<Examined.Property> properties) {
        assertTrue(properties.size() <= Wire.PROPERTIES);
        for (Examined.Property property : properties) {
            assertTrue(property.value().length() <= Wire.VALUE);
            assertTrue(property.value().chars().noneMatch(Character::isISOControl));
        }
    }
}
