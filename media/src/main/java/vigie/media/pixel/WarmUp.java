package vigie.media.pixel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/// A file of each common format, so that all that decodes them is loaded before it is confined.
final class WarmUp {
    private static final int SIDE = 64;

    /// The smallest picture that the format allows, one black pixel.
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    private WarmUp() {}

    static List<byte[]> files() {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE; i++) {
            image.setRGB(i, i, 0xFFFFFF);
        }
        var files = new ArrayList<byte[]>();
        for (String format : List.of("jpeg", "png", "gif", "bmp", "tiff")) {
            var bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, format, bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            files.add(bytes.toByteArray());
        }
        files.add(Base64.getDecoder().decode(WEBP));
        return files;
    }
}
