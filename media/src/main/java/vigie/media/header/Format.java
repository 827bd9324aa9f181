package vigie.media.header;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A format of pictures that is decoded here, known by its first bytes and not by a name.
public enum Format {
    JPEG,
    PNG,
    GIF,
    WEBP,
    BMP,
    TIFF,
    HEIC;

    /// Enough bytes to tell.
    public static final int HEAD = 16;

    /// The brands of the ISO file format that libheif decodes with a common codec.
    private static final List<String> BRANDS =
            List.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis");

    /// The format of a file that starts so.
    public static Optional<Format> of(byte[] head) {
        var bytes = new Bytes(head, true);
        if (bytes.is(0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (bytes.is(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (bytes.is(0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        }
        if (bytes.is(0, 'R', 'I', 'F', 'F') && bytes.is(8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (bytes.is(0, 'B', 'M')) {
            return Optional.of(BMP);
        }
        if (bytes.is(0, 'I', 'I', 42, 0) || bytes.is(0, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        if (bytes.is(4, 'f', 't', 'y', 'p') && head.length >= 12) {
            var brand = new String(head, 8, 4, StandardCharsets.ISO_8859_1);
            return BRANDS.contains(brand) ? Optional.of(HEIC) : Optional.empty();
        }
        return Optional.empty();
    }

    /// Its name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
