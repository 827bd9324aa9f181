package vigie.media.pixel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/// Writes moving PNG files, frame by frame, true or not.
final class Apng {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int number;
    private int frames;

    /// A file that claims so many frames.
    Apng(int claimed, int width, int height) {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(
                "IHDR",
                ByteBuffer.allocate(13).putInt(width).putInt(height).putInt(0x08020000).array());
        chunk("acTL", ByteBuffer.allocate(8).putInt(claimed).array());
    }

    /// A frame with the pixels of a picture, which lies at a place and claims a size.
    Apng frame(BufferedImage image, int left, int top, int width, int height) throws IOException {
        chunk(
                "fcTL",
                ByteBuffer.allocate(26)
                        .putInt(number++)
                        .putInt(width)
                        .putInt(height)
                        .putInt(left)
                        .putInt(top)
                        .putShort((short) 1)
                        .putShort((short) 5)
                        .array());
        byte[] pixels = pixels(Pictures.file("png", image));
        if (frames++ == 0) {
            chunk("IDAT", pixels);
        } else {
            chunk(
                    "fdAT",
                    ByteBuffer.allocate(4 + pixels.length).putInt(number++).put(pixels).array());
        }
        return this;
    }

    Apng frame(BufferedImage image) throws IOException {
        return frame(image, 0, 0, image.getWidth(), image.getHeight());
    }

    byte[] end() {
        chunk("IEND", new byte[0]);
        return file.toByteArray();
    }

    /// The content of all chunks `IDAT`.
    private static byte[] pixels(byte[] png) {
        var pixels = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(png, 8, png.length - 8);
        while (in.hasRemaining()) {
            int length = in.getInt();
            int type = in.getInt();
            if (type == 0x49444154) {
                pixels.writeBytes(Arrays.copyOfRange(png, in.position(), in.position() + length));
            }
            in.position(in.position() + length + 4);
        }
        return pixels.toByteArray();
    }

    private void chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
