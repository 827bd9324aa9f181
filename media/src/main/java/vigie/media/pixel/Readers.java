package vigie.media.pixel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import vigie.media.header.Format;

/// The readers of ImageIO, those of the JDK first: TwelveMonkeys' serve what they cannot read.
final class Readers {
    /// What the JDK's JPEG reader says when the system grants it no memory: that is nothing about
    /// the file.
    private static final String NO_MEMORY = "Insufficient memory";

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        ImageIO.setUseCache(false);
    }

    private Readers() {}

    /// What is done with an open reader.
    interface Work<T> {
        T with(ImageReader reader) throws IOException;
    }

    /// Opens a file with each reader of its format in turn, until one can.
    ///
    /// @throws Undecodable if none can, with what the first one said
    static <T> T read(Format format, byte[] file, Work<T> work) throws Undecodable {
        @Nullable Undecodable first = null;
        for (ImageReader reader : of(format)) {
            try {
                return read(reader, file, work);
            } catch (Undecodable failed) {
                first = first == null ? failed : first;
            }
        }
        throw first == null ? Undecodable.unsupported("nothing here reads " + format) : first;
    }

    private static List<ImageReader> of(Format format) {
        var readers = new ArrayList<ImageReader>();
        Iterator<ImageReader> found = ImageIO.getImageReadersByFormatName(format.toString());
        found.forEachRemaining(readers::add);
        readers.sort(Comparator.comparing(reader -> !isOfTheJdk(reader)));
        return readers;
    }

    private static boolean isOfTheJdk(ImageReader reader) {
        return reader.getClass().getName().startsWith("com.sun.");
    }

    /// The name and version of a reader.
    static String name(ImageReader reader) {
        ImageReaderSpi spi = reader.getOriginatingProvider();
        return isOfTheJdk(reader)
                ? "jdk " + Runtime.version().feature()
                : spi.getVendorName().toLowerCase(Locale.ROOT) + " " + spi.getVersion();
    }

    /// Readers meet hostile bytes with whatever exception they fall over; all of them mean the
    /// same.
    private static <T> T read(ImageReader reader, byte[] file, Work<T> work) throws Undecodable {
        var warnings = new ArrayList<String>();
        IIOReadWarningListener listener = (_, warning) -> warnings.add(warning);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.addIIOReadWarningListener(listener);
            reader.setInput(stream, false, true);
            T result = work.with(reader);
            if (warnings.stream().anyMatch(Readers::isCut)) {
                throw Undecodable.malformed("it ends too early");
            }
            return result;
        } catch (Undecodable failed) {
            throw failed;
        } catch (IOException | RuntimeException failed) {
            String why = reason(failed);
            if (why.startsWith(NO_MEMORY)) {
                throw new OutOfMemoryError(why);
            }
            throw Undecodable.malformed("its pixels cannot be read: " + why);
        } finally {
            reader.dispose();
        }
    }

    /// Whether pixels are missing. A mark of the end that is missing alone, or damage between, is
    /// left to the reader, as the reference leaves it.
    private static boolean isCut(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    private static String reason(Exception failed) {
        String said = failed.getMessage();
        return said == null || said.length() > 200 ? failed.getClass().getSimpleName() : said;
    }

    /// A picture of a file, with pixels left out where all of them would take too much memory.
    static BufferedImage image(ImageReader reader, int index, Limits limits) throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        limits.check(width, height);
        ImageReadParam param = reader.getDefaultReadParam();
        long bytes = 4L * width * height;
        if (bytes > limits.memory()) {
            if (!isOfTheJdk(reader)) {
                throw Undecodable.tooLarge(
                        "it claims " + width + "x" + height + " pixels, to be decoded at once");
            }
            int step = (int) Math.ceil(Math.sqrt((double) bytes / limits.memory()));
            param.setSourceSubsampling(step, step, 0, 0);
        }
        return reader.read(index, param);
    }
}
