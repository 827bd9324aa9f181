package vigie.media.pixel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.lang.foreign.MemorySegment;
import vigie.media.pdq.Luma;

/// The brightness of decoded pictures, from the numbers as stored: no profile is applied and what
/// is transparent counts as if it were not, as in the reference.
final class Greys {
    private Greys() {}

    /// The plane that the reference shrinks a picture to.
    static Luma shrunk(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int longest = Math.max(width, height);
        int[] across = Luma.kept(width, Luma.shrunk(width, longest));
        int[] down = Luma.kept(height, Luma.shrunk(height, longest));
        var values = new float[across.length * down.length];
        Pixel pixel = pixel(image);
        for (int y = 0; y < down.length; y++) {
            for (int x = 0; x < across.length; x++) {
                values[y * across.length + x] = pixel.luma(across[x], down[y]);
            }
        }
        return new Luma(across.length, down.length, values);
    }

    /// The plane that the reference shrinks a picture to, from rows of bytes that are red, green,
    /// blue.
    static Luma shrunk(MemorySegment plane, long stride, int width, int height) {
        int longest = Math.max(width, height);
        int[] across = Luma.kept(width, Luma.shrunk(width, longest));
        int[] down = Luma.kept(height, Luma.shrunk(height, longest));
        var values = new float[across.length * down.length];
        for (int y = 0; y < down.length; y++) {
            for (int x = 0; x < across.length; x++) {
                long at = down[y] * stride + 3L * across[x];
                int rgb =
                        (plane.get(JAVA_BYTE, at) & 255) << 16
                                | (plane.get(JAVA_BYTE, at + 1) & 255) << 8
                                | plane.get(JAVA_BYTE, at + 2) & 255;
                values[y * across.length + x] = Luma.of(rgb);
            }
        }
        return new Luma(across.length, down.length, values);
    }

    /// Every pixel, with the colours that Java makes of it: what the authors' Java port hashes.
    static Luma converted(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var values = new float[width * height];
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                values[y * width + x] = Luma.of(row[x]);
            }
        }
        return new Luma(width, height, values);
    }

    /// The brightness at a place.
    private interface Pixel {
        float luma(int x, int y);
    }

    private static Pixel pixel(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        int space = colours.getColorSpace().getType();
        boolean plain =
                colours instanceof ComponentColorModel
                        && (colours.getTransferType() == DataBuffer.TYPE_BYTE
                                || colours.getTransferType() == DataBuffer.TYPE_USHORT);
        if (plain && space == ColorSpace.TYPE_GRAY) {
            return grey(image.getRaster(), colours.getComponentSize(0));
        }
        if (plain && space == ColorSpace.TYPE_RGB) {
            return rgb(image.getRaster(), colours.getComponentSize(0) - 8);
        }
        return (x, y) -> Luma.of(image.getRGB(x, y));
    }

    private static Pixel grey(Raster raster, int bits) {
        if (bits >= 8) {
            return (x, y) -> raster.getSample(x, y, 0) >> (bits - 8);
        }
        int white = (1 << bits) - 1;
        return (x, y) -> raster.getSample(x, y, 0) * 255f / white;
    }

    private static Pixel rgb(Raster raster, int above) {
        var samples = new int[raster.getNumBands()];
        return (x, y) -> {
            raster.getPixel(x, y, samples);
            return Luma.of(
                    samples[0] >> above << 16 | samples[1] >> above << 8 | samples[2] >> above);
        };
    }
}
