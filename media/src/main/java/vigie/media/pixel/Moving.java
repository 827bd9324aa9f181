package vigie.media.pixel;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import vigie.media.examine.Examined;
import vigie.media.header.GifFrames;
import vigie.media.pdq.Pdq;

/// The frames of a moving picture, as they are seen one after the other.
final class Moving {
    private static final int CLEARED = 2;
    private static final int RESTORED = 3;

    /// Some minutes of any moving picture; each frame before a taken one must be drawn.
    private static final int MOST_FRAMES = 2000;

    private Moving() {}

    /// Frames of a GIF, evenly taken from all that fit the limit of pixels; none if there is but
    /// one.
    static List<Examined.Frame> frames(ImageReader reader, byte[] file, Limits limits)
            throws IOException {
        int width = GifFrames.width(file);
        int height = GifFrames.height(file);
        List<GifFrames.Frame> listed =
                within(GifFrames.of(file, most(limits, width, height)), limits);
        if (listed.size() < 2 || 8L * width * height > limits.memory()) {
            return List.of();
        }
        int taken = Math.min(listed.size(), limits.frames());
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var frames = new ArrayList<Examined.Frame>();
        long millis = 0;
        for (int i = 0; i < listed.size() && frames.size() < taken; i++) {
            BufferedImage before = listed.get(i).disposal() == RESTORED ? copy(canvas) : canvas;
            draw(reader.read(i), listed.get(i), canvas);
            if ((long) i * taken >= (long) frames.size() * listed.size()) {
                var hashed = Pdq.of(Greys.shrunk(canvas)).hashed();
                frames.add(new Examined.Frame(i, millis, hashed));
            }
            millis += listed.get(i).millis();
            if (listed.get(i).disposal() == CLEARED) {
                clear(listed.get(i), canvas);
            }
            canvas = before;
        }
        return frames;
    }

    /// Frames beyond this many are not looked for: each costs at least a block of its file.
    private static int most(Limits limits, int width, int height) {
        long pixels = Math.max(1, (long) width * height);
        return (int) Math.min(MOST_FRAMES, Math.max(1, limits.pixels() / pixels));
    }

    private static List<GifFrames.Frame> within(List<GifFrames.Frame> listed, Limits limits) {
        long pixels = 0;
        for (int i = 0; i < listed.size(); i++) {
            pixels += (long) listed.get(i).width() * listed.get(i).height();
            if (pixels > limits.pixels()) {
                return listed.subList(0, i);
            }
        }
        return listed;
    }

    private static void draw(BufferedImage image, GifFrames.Frame frame, BufferedImage canvas) {
        Graphics2D pen = canvas.createGraphics();
        pen.drawImage(image, frame.left(), frame.top(), null);
        pen.dispose();
    }

    private static void clear(GifFrames.Frame frame, BufferedImage canvas) {
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
