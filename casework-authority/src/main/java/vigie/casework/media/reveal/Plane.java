package vigie.casework.media.reveal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import vigie.media.examine.Examined;

/// A small grey picture: a byte a pixel, row after row. Nothing is decoded here: it is read from
/// what a worker told, each shade checked, and written as PNG.
final class Plane {
    /// The longest side.
    static final int SIDE = 192;

    private final int width;
    private final int height;
    private final byte[] grey;

    private Plane(int width, int height, byte[] grey) {
        this.width = width;
        this.height = height;
        this.grey = grey;
    }

    /// What a worker told, where it told one that can be.
    static Optional<Plane> told(List<Examined.Property> properties) {
        String size = "";
        StringBuilder shades = new StringBuilder();
        for (Examined.Property property : properties) {
            if (property.group().equals(VeilExaminer.GROUP)) {
                if (property.name().equals("size")) {
                    size = property.value();
                } else {
                    shades.append(property.value());
                }
            }
        }
        if (!size.matches("[1-9][0-9]{0,2}x[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        if (width > SIDE || height > SIDE || shades.length() != width * height) {
            return Optional.empty();
        }
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            int shade = shades.charAt(i) - VeilExaminer.BLACK;
            if (shade < 0 || shade >= VeilExaminer.SHADES) {
                return Optional.empty();
            }
            grey[i] = (byte) (shade * 255 / (VeilExaminer.SHADES - 1));
        }
        return Optional.of(new Plane(width, height, grey));
    }

    /// The same, each pixel the mean of those around it, twice.
    Plane blurred(int radius) {
        return radius == 0 ? this : across(radius).turned().across(radius).turned();
    }

    private Plane across(int radius) {
        byte[] mean = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int from = Math.max(0, x - radius);
                int to = Math.min(width - 1, x + radius);
                int sum = 0;
                for (int at = from; at <= to; at++) {
                    sum += grey[y * width + at] & 0xFF;
                }
                mean[y * width + x] = (byte) (sum / (to - from + 1));
            }
        }
        return new Plane(width, height, mean);
    }

    private Plane turned() {
        byte[] other = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                other[x * height + y] = grey[y * width + x];
            }
        }
        return new Plane(/* width= */ height, /* height= */ width, other);
    }

    /// As PNG (ISO/IEC 15948), 8 bits of grey.
    byte[] png() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header =
                ByteBuffer.allocate(13).putInt(width).putInt(height).put(8, (byte) 8).array();
        chunk(png, "IHDR", header);
        byte[] rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(grey, y * width, rows, y * (width + 1) + 1, width);
        }
        Deflater deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        byte[] packed = new byte[rows.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        chunk(png, "IDAT", java.util.Arrays.copyOf(packed, length));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] body) {
        byte[] named = new byte[4 + body.length];
        System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, named, 0, 4);
        System.arraycopy(body, 0, named, 4, body.length);
        CRC32 crc = new CRC32();
        crc.update(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        png.writeBytes(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
