package vigie.media.view;

import java.awt.image.BufferedImage;
import vigie.media.pdq.Luma;
import vigie.sample.dice.Dice;
import vigie.sample.picture.Pixels;
import vigie.sample.picture.Scene;

/// Drawn scenes of a seed that no sample uses.
final class Drawn {
    private static final long SEED = 90_210;

    private Drawn() {}

    static BufferedImage scene(int number) {
        return Scene.sized(Dice.of(SEED, "test", number), 480, 360).draw();
    }

    static Luma luma(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        var values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Luma.of(pixels[i]);
        }
        return new Luma(image.getWidth(), image.getHeight(), values);
    }
}
