package vigie.sample.clip;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vigie.sample.dice.Dice;
import vigie.sample.picture.Jpegs;
import vigie.sample.picture.Pixels;
import vigie.sample.picture.Scene;

/// Draws clips: a ball that crosses a scene.
public final class Clips {
    private static final int PER_SECOND = 4;

    private Clips() {}

    /// A clip and what it is.
    ///
    /// @param frames its pictures as JPEG
    public record Clip(List<byte[]> frames, int width, int height, int seconds) {
        public Clip {
            frames = List.copyOf(frames);
        }

        /// The MP4 file.
        public byte[] file() {
            return Mp4.of(frames, width, height, PER_SECOND);
        }

        /// The first picture.
        public byte[] first() {
            return frames.getFirst();
        }
    }

    /// The clip that the dice give.
    public static Clip draw(Dice dice, Jpegs jpegs) throws IOException {
        boolean wide = dice.chance(0.7);
        int width = wide ? 320 : 240;
        int height = wide ? 240 : 320;
        int seconds = dice.between(2, 6);
        BufferedImage scene = Scene.sized(dice, width, height).draw();
        double fromX = dice.range(0.05, 0.3) * width;
        double stepX = dice.range(0.5, 0.65) * width / (seconds * PER_SECOND);
        double fromY = dice.range(0.2, 0.8) * height;
        double lift = dice.range(0.05, 0.2) * height;
        double radius = dice.range(8, 26);
        var colour = new Color(dice.below(0x1000000));
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            var frame = Pixels.blank(width, height, 0);
            Pixels.copy(scene, 0, 0, width, height, frame, 0, 0);
            Graphics2D pen = frame.createGraphics();
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(colour);
            double x = fromX + stepX * i;
            double y = fromY - lift * StrictMath.abs(StrictMath.sin(i * 0.7));
            pen.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
            pen.dispose();
            frames.add(jpegs.write(frame, 60));
        }
        return new Clip(frames, width, height, seconds);
    }
}
