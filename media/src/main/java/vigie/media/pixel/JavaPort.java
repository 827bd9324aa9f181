package vigie.media.pixel;

import java.util.List;
import java.util.Optional;
import vigie.media.examine.Examined;
import vigie.media.examine.Examiner;
import vigie.media.header.Format;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.Luma;
import vigie.media.pdq.Pdq;

/// Hashes a picture as the authors' Java port does: decoded by the JDK with the colours that it
/// makes of them, not shrunk, as stored. It serves comparison with that port and nothing else:
/// lists in the field hold the hashes of [PictureExaminer].
public final class JavaPort implements Examiner {
    private static final String NAME = "java port";

    private final Limits limits;

    /// One that a worker makes by its name.
    public JavaPort() {
        this(Limits.STANDARD);
    }

    public JavaPort(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void warmUp() {
        WarmUp.files().forEach(this::picture);
    }

    @Override
    public String decoder() {
        return NAME;
    }

    /// As the official tool hashes frames: the port has none of its own.
    @Override
    public Hashed frame(byte[] grey, int width, int height) {
        return new PictureExaminer().frame(grey, width, height);
    }

    @Override
    public Examined picture(byte[] file) {
        Optional<Format> format = Format.of(file);
        if (format.isEmpty() || format.get() == Format.HEIC) {
            return Undecodable.unsupported("the JDK decodes no such file").value();
        }
        try {
            return Readers.read(
                    format.get(),
                    file,
                    reader -> {
                        limits.check(reader.getWidth(0), reader.getHeight(0));
                        Luma luma = Greys.converted(reader.read(0));
                        return examined(format.get(), luma, Pdq.unshrunk(luma));
                    });
        } catch (Undecodable failed) {
            return failed.value();
        }
    }

    private static Examined examined(Format format, Luma luma, Pdq pdq) {
        return new Examined.Picture(
                format.toString(),
                luma.width(),
                luma.height(),
                1,
                NAME,
                List.of(new Examined.View(Examined.View.Kind.STORED, pdq.hashed(), pdq.turned())),
                List.of(),
                List.of());
    }
}
