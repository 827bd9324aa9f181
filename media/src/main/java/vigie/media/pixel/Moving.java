package vigie.media.pixel;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import vigie.media.examine.Examined;
import vigie.media.header.Format;
import vigie.media.header.GifFrames;
import vigie.media.header.MovingFrame;
import vigie.media.header.PngFrames;
import vigie.media.header.TiffPages;
import vigie.media.header.WebpFrames;
import vigie.media.pdq.Pdq;

/// The frames of a moving picture, as they are seen one after the other, and the pages of one with
/// several: evenly taken from all that fit the limit of pixels, none if there is but one.
final class Moving {
    /// Some minutes of any moving picture; each frame before a taken one must be drawn.
    private static final int MOST_FRAMES = 2000;

    private final Limits limits;

    Moving(Limits limits) {
        this.limits = limits;
    }

    /// What unpacks a frame.
    private interface Source {
        BufferedImage frame(int number) throws IOException;
    }

    /// Frames or pages of a file that a reader has open.
    Sequence of(Format format, ImageReader reader, byte[] file) throws IOException {
        return switch (format) {
            case GIF -> {
                int width = GifFrames.width(file);
                int height = GifFrames.height(file);
                yield drawn(width, height, GifFrames.of(file, most(width, height)), reader::read);
            }
            case WEBP -> webp(reader, file);
            case PNG -> png(file);
            case TIFF -> pages(reader, file);
            case JPEG, BMP, HEIC -> Sequence.NONE;
        };
    }

    private Sequence webp(ImageReader reader, byte[] file) throws IOException {
        if (!WebpFrames.moves(file)) {
            return Sequence.NONE;
        }
        int width = WebpFrames.width(file);
        int height = WebpFrames.height(file);
        return drawn(
                width,
                height,
                WebpFrames.of(file, most(width, height)),
                number -> Readers.image(reader, number, limits));
    }

    private Sequence png(byte[] file) throws IOException {
        PngFrames frames = PngFrames.of(file, MOST_FRAMES);
        if (frames.claimed() == 0) {
            return Sequence.NONE;
        }
        int most = most(frames.width(), frames.height());
        List<MovingFrame> listed = frames.frames();
        return drawn(
                frames.width(),
                frames.height(),
                listed.subList(0, Math.min(most, listed.size())),
                number ->
                        Readers.read(
                                Format.PNG,
                                frames.file(number),
                                one -> Readers.image(one, 0, limits)));
    }

    /// Frames beyond this many are not looked for: each costs at least a block of its file.
    private int most(int width, int height) {
        long pixels = Math.max(1, (long) width * height);
        return (int) Math.min(MOST_FRAMES, Math.max(1, limits.pixels() / pixels));
    }

    private Sequence drawn(int width, int height, List<MovingFrame> all, Source source)
            throws IOException {
        List<MovingFrame> listed = within(all);
        if (listed.size() < 2) {
            return Sequence.NONE;
        }
        if (8L * width * height > limits.memory()) {
            return Sequence.firstOnly("its frames are too large to be drawn one over the other");
        }
        int taken = Math.min(listed.size(), limits.frames());
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var frames = new ArrayList<Examined.Frame>();
        long millis = 0;
        for (int i = 0; i < listed.size() && frames.size() < taken; i++) {
            MovingFrame frame = listed.get(i);
            BufferedImage before =
                    frame.after() == MovingFrame.After.RESTORED ? copy(canvas) : canvas;
            try {
                draw(source.frame(i), frame, canvas);
            } catch (IOException | RuntimeException failed) {
                return broken(i, frames, failed);
            }
            if ((long) i * taken >= (long) frames.size() * listed.size()) {
                var hashed = Pdq.of(Greys.shrunk(canvas)).hashed();
                frames.add(new Examined.Frame(i, millis, hashed));
            }
            millis += frame.millis();
            if (frame.after() == MovingFrame.After.CLEARED) {
                clear(frame, canvas);
            }
            canvas = before;
        }
        return new Sequence(frames, List.of());
    }

    /// What comes before a frame that breaks is kept, and that it breaks is said.
    private static Sequence broken(int number, List<Examined.Frame> before, Exception failed) {
        String said = failed.getMessage();
        return Sequence.upTo(
                before,
                "from number %d on: %s"
                        .formatted(
                                number + 1,
                                said == null ? failed.getClass().getSimpleName() : said));
    }

    private Sequence pages(ImageReader reader, byte[] file) {
        List<TiffPages.Page> all = TiffPages.of(file, MOST_FRAMES);
        long pixels = 0;
        List<TiffPages.Page> listed = new ArrayList<>();
        for (TiffPages.Page page : all) {
            pixels += page.width() * page.height();
            if (pixels <= limits.pixels()) {
                listed.add(page);
            }
        }
        if (all.size() < 2) {
            return Sequence.NONE;
        }
        if (listed.size() < 2) {
            return Sequence.firstOnly("its other pages are too large");
        }
        int taken = Math.min(listed.size(), limits.frames());
        var frames = new ArrayList<Examined.Frame>();
        for (int i = 0; i < taken; i++) {
            TiffPages.Page page = listed.get((int) ((long) i * listed.size() / taken));
            try {
                BufferedImage image = Readers.image(reader, page.number(), limits);
                var hashed = Pdq.of(Greys.shrunk(image)).hashed();
                frames.add(new Examined.Frame(page.number(), 0, hashed));
            } catch (IOException | RuntimeException failed) {
                return broken(page.number(), frames, failed);
            }
        }
        return new Sequence(frames, List.of());
    }

    private List<MovingFrame> within(List<MovingFrame> listed) {
        long pixels = 0;
        for (int i = 0; i < listed.size(); i++) {
            pixels += (long) listed.get(i).width() * listed.get(i).height();
            if (pixels > limits.pixels()) {
                return listed.subList(0, i);
            }
        }
        return listed;
    }

    private static void draw(BufferedImage image, MovingFrame frame, BufferedImage canvas) {
        Graphics2D pen = canvas.createGraphics();
        if (frame.replaces()) {
            pen.setComposite(AlphaComposite.Src);
        }
        pen.drawImage(image, frame.left(), frame.top(), null);
        pen.dispose();
    }

    private static void clear(MovingFrame frame, BufferedImage canvas) {
        Graphics2D pen = canvas.createGraphics();
        pen.setComposite(AlphaComposite.Clear);
        pen.fillRect(frame.left(), frame.top(), frame.width(), frame.height());
        pen.dispose();
    }

    private static BufferedImage copy(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return copy;
    }
}
