package vigie.sample.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import vigie.sample.dice.Dice;

/// Draws landscapes, flowers, pitches, plates, trains, birds and shapes.
public final class Scene {
    private static final List<Integer> SIZES = List.of(320, 400, 480, 640, 800, 960, 1280);

    private static final int WAVES = 4;

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
        var motifs = new Motifs(pen, dice, width, height);
        switch (dice.below(8)) {
            case 0 -> motifs.hills();
            case 1 -> motifs.flowers();
            case 2 -> motifs.pitch();
            case 3 -> motifs.plate();
            case 4 -> motifs.train();
            case 5 -> motifs.birds();
            case 6 -> motifs.shapes();
            default -> {
                motifs.hills();
                motifs.flowers();
            }
        }
        pen.dispose();
        light(image);
        return image;
    }

    private void sky(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        int top = Motifs.colour(dice);
        int bottom = Motifs.colour(dice);
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

    /// Light and shadow over the whole, from a few broad waves, and fine noise, as a camera has it.
    /// The waves make every scene another picture, whatever it shows.
    private void light(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        var shade = new float[width * height];
        for (int wave = 0; wave < WAVES; wave++) {
            wave(shade, dice.range(-3, 3), dice.range(-3, 3), dice.range(0, 7));
        }
        int state = dice.below(Integer.MAX_VALUE) | 1;
        int strength = dice.between(1, 5);
        for (int i = 0; i < pixels.length; i++) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            int noise = (state >>> 16) % (2 * strength + 1) - strength;
            int bright = (int) (225 + 19 * shade[i]);
            int pixel = pixels[i];
            pixels[i] =
                    clamp(((pixel >> 16 & 255) * bright >> 8) + noise) << 16
                            | clamp(((pixel >> 8 & 255) * bright >> 8) + noise) << 8
                            | clamp(((pixel & 255) * bright >> 8) + noise);
        }
    }

    /// Adds a cosine with so many periods across and down.
    private void wave(float[] shade, double across, double down, double phase) {
        var cosX = new float[width];
        var sinX = new float[width];
        for (int x = 0; x < width; x++) {
            double angle = 2 * StrictMath.PI * across * x / width + phase;
            cosX[x] = (float) StrictMath.cos(angle);
            sinX[x] = (float) StrictMath.sin(angle);
        }
        for (int y = 0; y < height; y++) {
            double angle = 2 * StrictMath.PI * down * y / height;
            float cosY = (float) StrictMath.cos(angle);
            float sinY = (float) StrictMath.sin(angle);
            int row = y * width;
            for (int x = 0; x < width; x++) {
                shade[row + x] += cosX[x] * cosY - sinX[x] * sinY;
            }
        }
    }

    private static int clamp(int value) {
        return Math.clamp(value, 0, 255);
    }
}
