package vigie.sample.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes and reads JPEG through the JDK's own codec. For one thread.
public final class Jpegs implements AutoCloseable {
    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    private final ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();

    /// The picture as JPEG.
    ///
    /// @param quality in hundredths
    public byte[] write(BufferedImage image, int quality) throws IOException {
        var bytes = new ByteArrayOutputStream(64 * 1024);
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality / 100f);
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.setOutput(null);
        }
        return bytes.toByteArray();
    }

    /// The picture that JPEG bytes show.
    public BufferedImage read(byte[] jpeg) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new java.io.ByteArrayInputStream(jpeg))) {
            reader.setInput(stream, true, true);
            return Pixels.plain(reader.read(0));
        } finally {
            reader.setInput(null);
        }
    }

    @Override
    public void close() {
        writer.dispose();
        reader.dispose();
    }
}
