package vigie.sample.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import vigie.sample.dice.Dice;

/// Draws landscapes, flowers, pitches, plates, trains, birds and shapes.
public final class Scene {
    private static final List<Integer> SIZES = List.of(320, 400, 480, 640, 800, 960, 1280);

    private final Dice dice;
    private final int width;
    private final int height;

    /// A scene of the size that the dice give.
    public Scene(Dice dice) {
        this.dice = dice;
        int longSide = SIZES.get(dice.weighted(18, 20, 22, 24, 9, 5, 2));
        double ratio = dice.pick(List.of(0.75, 0.75, 0.667, 1.0, 0.5625));
        int shortSide = (int) (longSide * ratio) & ~1;
        boolean wide = dice.chance(0.6);
        width = wide ? longSide : shortSide;
        height = wide ? shortSide : longSide;
    }

    private Scene(Dice dice, int width, int height) {
        this.dice = dice;
        this.width = width;
        this.height = height;
    }

    /// A scene of this size.
    public static Scene sized(Dice dice, int width, int height) {
        return new Scene(dice, width, height);
    }

    /// Draws it.
    public BufferedImage draw() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        sky(image);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        switch (dice.below(8)) {
            case 0 -> hills(pen);
            case 1 -> flowers(pen);
            case 2 -> pitch(pen);
            case 3 -> plate(pen);
            case 4 -> train(pen);
            case 5 -> birds(pen);
            case 6 -> shapes(pen);
            default -> {
                hills(pen);
                flowers(pen);
            }
        }
        pen.dispose();
        grain(image);
        return image;
    }

    private void sky(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        int top = colour();
        int bottom = colour();
        boolean across = dice.chance(0.3);
        int span = across ? width : height;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int part = across ? x : y;
                pixels[y * width + x] =
                        blend(top, bottom, 16, part, span)
                                | blend(top, bottom, 8, part, span)
                                | blend(top, bottom, 0, part, span);
            }
        }
    }

    private static int blend(int from, int to, int shift, int part, int span) {
        int a = from >> shift & 255;
        int b = to >> shift & 255;
        return a + (b - a) * part / span << shift;
    }

    /// Fine noise, as a camera has it.
    private void grain(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        int state = dice.below(Integer.MAX_VALUE) | 1;
        int strength = dice.between(1, 5);
        for (int i = 0; i < pixels.length; i++) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            int noise = (state >>> 16) % (2 * strength + 1) - strength;
            int pixel = pixels[i];
            pixels[i] =
                    clamp((pixel >> 16 & 255) + noise) << 16
                            | clamp((pixel >> 8 & 255) + noise) << 8
                            | clamp((pixel & 255) + noise);
        }
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }

    private void hills(Graphics2D pen) {
        pen.setColor(new Color(0xFFE08A));
        round(pen, dice.range(0.1, 0.9) * width, dice.range(0.05, 0.4) * height, size() * 0.14);
        int ridges = dice.between(2, 5);
        for (int i = 0; i < ridges; i++) {
            var path = new Path2D.Double();
            double base = height * (0.35 + 0.6 * i / ridges);
            double wave = dice.range(0.5, 2.5);
            double phase = dice.range(0, 6);
            double lift = height * dice.range(0.04, 0.15);
            path.moveTo(0, height);
            for (int step = 0; step <= 24; step++) {
                double along = step / 24.0;
                path.lineTo(
                        along * width,
                        base + lift * StrictMath.sin(phase + along * wave * 2 * StrictMath.PI));
            }
            path.lineTo(width, height);
            path.closePath();
            pen.setColor(paint());
            pen.fill(path);
        }
        int trees = dice.between(2, 9);
        for (int i = 0; i < trees; i++) {
            double x = dice.range(0.03, 0.97) * width;
            double y = dice.range(0.5, 0.92) * height;
            double tall = size() * dice.range(0.05, 0.16);
            pen.setColor(new Color(0x5B3A1E));
            pen.fill(new Rectangle2D.Double(x - tall * 0.08, y - tall * 0.5, tall * 0.16, tall));
            pen.setColor(new Color(0x1F5A2A + dice.below(64) * 0x000100));
            round(pen, x, y - tall * 0.8, tall * 0.45);
        }
    }

    private void flowers(Graphics2D pen) {
        int count = dice.between(1, 6);
        for (int i = 0; i < count; i++) {
            double x = dice.range(0.12, 0.88) * width;
            double y = dice.range(0.15, 0.7) * height;
            double petal = size() * dice.range(0.05, 0.16);
            pen.setColor(new Color(0x2E7D32));
            pen.setStroke(new BasicStroke((float) (petal * 0.22)));
            pen.draw(
                    new java.awt.geom.QuadCurve2D.Double(
                            x, y, x + dice.range(-1, 1) * petal, (y + height) / 2, x, height));
            pen.setColor(paint());
            int petals = dice.between(5, 11);
            for (int k = 0; k < petals; k++) {
                double turn = 2 * StrictMath.PI * k / petals;
                round(
                        pen,
                        x + petal * StrictMath.cos(turn),
                        y + petal * StrictMath.sin(turn),
                        petal * 0.55);
            }
            pen.setColor(new Color(0xF4C430));
            round(pen, x, y, petal * 0.6);
        }
    }

    private void pitch(Graphics2D pen) {
        int stripes = dice.between(4, 12);
        for (int i = 0; i < stripes; i++) {
            pen.setColor(new Color(i % 2 == 0 ? 0x2F8F3A : 0x3AA548));
            pen.fill(
                    new Rectangle2D.Double(
                            (double) width * i / stripes,
                            height * 0.2,
                            (double) width / stripes + 1,
                            height * 0.8));
        }
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke((float) Math.max(2, size() * 0.008)));
        double x = dice.range(0.3, 0.7) * width;
        double ring = size() * dice.range(0.1, 0.25);
        pen.draw(new Rectangle2D.Double(width * 0.06, height * 0.26, width * 0.88, height * 0.66));
        pen.draw(new java.awt.geom.Line2D.Double(x, height * 0.26, x, height * 0.92));
        pen.draw(new Ellipse2D.Double(x - ring, height * 0.6 - ring, ring * 2, ring * 2));
        int dots = dice.between(6, 22);
        for (int i = 0; i < dots; i++) {
            pen.setColor(new Color(i % 2 == 0 ? 0xC62828 : 0x1565C0));
            round(
                    pen,
                    dice.range(0.08, 0.92) * width,
                    dice.range(0.3, 0.9) * height,
                    size() * 0.018);
        }
    }

    private void plate(Graphics2D pen) {
        double x = dice.range(0.4, 0.6) * width;
        double y = dice.range(0.4, 0.6) * height;
        double rim = size() * dice.range(0.3, 0.46);
        pen.setColor(new Color(0xF5F5F0));
        round(pen, x, y, rim);
        pen.setColor(new Color(0xDADAD2));
        round(pen, x, y, rim * 0.78);
        int pieces = dice.between(6, 28);
        for (int i = 0; i < pieces; i++) {
            double turn = dice.range(0, 2 * StrictMath.PI);
            double far = rim * 0.62 * dice.unit();
            pen.setColor(paint());
            double large = rim * dice.range(0.06, 0.2);
            pen.fill(
                    new Ellipse2D.Double(
                            x + far * StrictMath.cos(turn) - large,
                            y + far * StrictMath.sin(turn) - large / 2,
                            large * 2,
                            large * dice.range(0.8, 2)));
        }
    }

    private void train(Graphics2D pen) {
        double track = height * dice.range(0.6, 0.85);
        pen.setColor(new Color(0x6D6D6D));
        pen.fill(new Rectangle2D.Double(0, track, width, height - track));
        int wagons = dice.between(2, 5);
        double length = width * 0.9 / wagons;
        double tall = Math.min(length * 0.7, track * 0.5);
        for (int i = 0; i < wagons; i++) {
            double x = width * 0.05 + i * length;
            pen.setColor(paint());
            pen.fill(new Rectangle2D.Double(x, track - tall, length * 0.94, tall * 0.9));
            pen.setColor(new Color(0xCFE8FF));
            int windows = dice.between(2, 4);
            for (int k = 0; k < windows; k++) {
                pen.fill(
                        new Rectangle2D.Double(
                                x + length * (0.08 + 0.86 * k / windows),
                                track - tall * 0.8,
                                length * 0.5 / windows,
                                tall * 0.35));
            }
            pen.setColor(new Color(0x222222));
            round(pen, x + length * 0.2, track - tall * 0.05, tall * 0.13);
            round(pen, x + length * 0.74, track - tall * 0.05, tall * 0.13);
        }
    }

    private void birds(Graphics2D pen) {
        pen.setColor(paint());
        pen.fill(new Rectangle2D.Double(0, height * dice.range(0.6, 0.9), width, height));
        int count = dice.between(3, 18);
        for (int i = 0; i < count; i++) {
            double x = dice.range(0.05, 0.95) * width;
            double y = dice.range(0.05, 0.6) * height;
            double wing = size() * dice.range(0.02, 0.1);
            var path = new Path2D.Double();
            path.moveTo(x - wing, y - wing * 0.5);
            path.quadTo(x - wing * 0.4, y - wing * 0.7, x, y);
            path.quadTo(x + wing * 0.4, y - wing * 0.7, x + wing, y - wing * 0.5);
            pen.setColor(new Color(0x20242C));
            pen.setStroke(new BasicStroke((float) Math.max(1.5, wing * 0.18)));
            pen.draw(path);
        }
    }

    private void shapes(Graphics2D pen) {
        int count = dice.between(4, 16);
        for (int i = 0; i < count; i++) {
            pen.setColor(paint());
            double x = dice.range(0, 1) * width;
            double y = dice.range(0, 1) * height;
            double large = size() * dice.range(0.06, 0.3);
            switch (dice.below(3)) {
                case 0 -> round(pen, x, y, large);
                case 1 -> pen.fill(new Rectangle2D.Double(x - large, y - large, large * 2, large));
                default -> {
                    var path = new Path2D.Double();
                    path.moveTo(x, y - large);
                    path.lineTo(x + large, y + large * dice.unit());
                    path.lineTo(x - large, y + large);
                    path.closePath();
                    pen.fill(path);
                }
            }
        }
    }

    private static void round(Graphics2D pen, double x, double y, double radius) {
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }

    private double size() {
        return Math.min(width, height);
    }

    private int colour() {
        return dice.between(40, 255) << 16 | dice.between(40, 255) << 8 | dice.between(40, 255);
    }

    private Color paint() {
        return new Color(colour());
    }
}
