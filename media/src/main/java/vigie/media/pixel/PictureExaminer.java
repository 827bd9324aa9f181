package vigie.media.pixel;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigie.media.examine.Examined;
import vigie.media.examine.Examiner;
import vigie.media.header.Format;
import vigie.media.header.JpegHeader;
import vigie.media.header.Orientation;
import vigie.media.header.PngChunks;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.Luma;
import vigie.media.pdq.Pdq;

/// Examines pictures inside this process: decodes them, hashes what they show, keeps no pixel.
///
/// Whatever the bytes are, the answer is a value. It bounds what it takes by what a header claims;
/// a decoder with a flaw may still bring down the process, so hostile files are examined in a
/// confined one. For use by several threads.
public final class PictureExaminer implements Examiner {
    private final Limits limits;
    private final boolean fast;
    private final List<ViewFinder> finders;

    /// An examiner within the standard limits, which uses the libraries of this machine.
    public PictureExaminer() {
        this(Limits.STANDARD, true, List.of());
    }

    private PictureExaminer(Limits limits, boolean fast, List<ViewFinder> finders) {
        this.limits = limits;
        this.fast = fast;
        this.finders = List.copyOf(finders);
    }

    /// Finds further views of a picture, from the plane that its stored view was hashed from: at
    /// most 512 pixels on each side.
    @FunctionalInterface
    public interface ViewFinder {
        /// The views to add; none where there is nothing to see.
        List<Examined.View> find(Luma luma);
    }

    /// An examiner within limits, which uses the libraries of this machine.
    public static PictureExaminer within(Limits limits) {
        return new PictureExaminer(limits, true, List.of());
    }

    /// The same, with further views of each still picture.
    public PictureExaminer and(ViewFinder finder) {
        var more = new ArrayList<>(finders);
        more.add(finder);
        return new PictureExaminer(limits, fast, more);
    }

    /// The same, decoding in Java alone.
    public PictureExaminer slow() {
        return new PictureExaminer(limits, false, finders);
    }

    /// Examines a file.
    ///
    /// @throws IOException if it cannot be read from its disk
    public Examined examine(Path file) throws IOException {
        if (Files.size(file) > limits.bytes()) {
            return tooLong();
        }
        return picture(Files.readAllBytes(file));
    }

    @Override
    public void warmUp() {
        WarmUp.files().forEach(this::picture);
        Heif.installed();
    }

    @Override
    public String decoder() {
        String fastest = fast && Turbo.installed().isPresent() ? Turbo.NAME + ", " : "";
        return fastest + "imageio of jdk " + Runtime.version().feature();
    }

    /// A frame is hashed as vPDQ does it, whatever its size.
    @Override
    public Hashed frame(byte[] grey, int width, int height) {
        var values = new float[grey.length];
        for (int i = 0; i < grey.length; i++) {
            values[i] = grey[i] & 255;
        }
        return Pdq.unshrunk(new Luma(width, height, values)).hashed();
    }

    @Override
    public Examined picture(byte[] file) {
        if (file.length > limits.bytes()) {
            return tooLong();
        }
        Optional<Format> format = Format.of(file);
        if (format.isEmpty()) {
            return Undecodable.unsupported("it starts as no picture that is decoded here").value();
        }
        try {
            return picture(decode(format.get(), file), Orientation.of(format.get(), file));
        } catch (Undecodable failed) {
            return failed.value();
        }
    }

    private Examined tooLong() {
        return Undecodable.tooLarge("it has more than " + limits.bytes() + " bytes").value();
    }

    private Decoded decode(Format format, byte[] file) throws Undecodable {
        return switch (format) {
            case JPEG -> jpeg(file);
            case PNG -> standard(format, PngChunks.plain(file), file);
            case GIF, WEBP, BMP, TIFF -> standard(format, file, file);
            case HEIC ->
                    Heif.installed()
                            .orElseThrow(() -> Undecodable.unsupported("libheif is not installed"))
                            .decode(file, limits);
        };
    }

    private Decoded jpeg(byte[] file) throws Undecodable {
        JpegHeader header =
                JpegHeader.of(file)
                        .orElseThrow(() -> Undecodable.malformed("it has no whole header"));
        limits.check(header.width(), header.height());
        if (header.scans() > JpegHeader.MOST_SCANS) {
            throw Undecodable.tooLarge("it has more scans than any encoder writes");
        }
        if (header.progressive() && 6L * header.width() * header.height() > 4 * limits.memory()) {
            throw Undecodable.tooLarge("it is progressive and claims too many pixels");
        }
        Optional<Turbo> turbo = fast ? Turbo.installed() : Optional.empty();
        Optional<Luma> grey = turbo.flatMap(library -> library.shrunk(file, header, limits));
        if (grey.isPresent()) {
            return new Decoded(
                    Format.JPEG,
                    header.width(),
                    header.height(),
                    Turbo.NAME,
                    grey.get(),
                    Sequence.NONE);
        }
        return standard(Format.JPEG, header.components() == 4 ? file : header.plain(file), file);
    }

    /// @param plain without what is not decoded
    private Decoded standard(Format format, byte[] plain, byte[] file) throws Undecodable {
        return Readers.read(
                format,
                plain,
                reader -> {
                    BufferedImage image = Readers.image(reader, 0, limits);
                    return new Decoded(
                            format,
                            reader.getWidth(0),
                            reader.getHeight(0),
                            Readers.name(reader),
                            Greys.shrunk(image),
                            new Moving(limits).of(format, reader, file));
                });
    }

    private Examined picture(Decoded decoded, int orientation) {
        Luma luma = decoded.luma();
        var views = new ArrayList<Examined.View>();
        views.add(view(Examined.View.Kind.STORED, luma));
        if (orientation != Orientation.UPRIGHT) {
            views.add(view(Examined.View.Kind.ORIENTED, luma.upright(orientation)));
        }
        finders.forEach(finder -> views.addAll(finder.find(luma.upright(orientation))));
        return new Examined.Picture(
                decoded.format().toString(),
                decoded.width(),
                decoded.height(),
                orientation,
                decoded.decoder(),
                views,
                decoded.more().frames(),
                decoded.more().marks());
    }

    /// A view of this kind of a plane.
    public static Examined.View view(Examined.View.Kind kind, Luma luma) {
        Pdq pdq = Pdq.of(luma);
        return new Examined.View(kind, pdq.hashed(), pdq.turned());
    }
}
