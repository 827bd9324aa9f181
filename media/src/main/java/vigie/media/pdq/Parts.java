package vigie.media.pdq;

import java.util.EnumSet;

/// Hashes a picture and parts of it evenly, and filters it once for all of them.
///
/// The reference looks about a pixel and a half beside the middle of each block, so that the hash
/// which it derives for a mirrored picture is not quite that of the mirrored picture. Here each
/// block is looked at in its middle, between pixels where need be. An even hash is near the PDQ hash
/// of the same pixels and is not equal to it: it serves to find, never to be handed out as PDQ.
public final class Parts {
    /// Twice the pixels that a hash looks at: more would be filtered away.
    private static final int ENOUGH = 4 * Jarosz.SIDE;

    private final int width;
    private final int height;
    private final float[] filtered;
    private final double shiftX;
    private final double shiftY;

    /// Prepares a picture, shrunk as the reference shrinks it, then to halves.
    public Parts(Luma luma) {
        Luma shrunk = luma.shrunk();
        Luma small =
                shrunk.width() >= 2 * ENOUGH && shrunk.height() >= 2 * ENOUGH
                        ? halved(shrunk)
                        : shrunk;
        width = small.width();
        height = small.height();
        filtered = Jarosz.filtered(small);
        shiftX = Jarosz.shift(width);
        shiftY = Jarosz.shift(height);
    }

    private static Luma halved(Luma luma) {
        int width = luma.width() / 2;
        int height = luma.height() / 2;
        float[] from = luma.values();
        var means = new float[width * height];
        for (int y = 0; y < height; y++) {
            int row = 2 * y * luma.width();
            int next = row + luma.width();
            for (int x = 0; x < width; x++) {
                means[y * width + x] =
                        (from[row + 2 * x]
                                        + from[row + 2 * x + 1]
                                        + from[next + 2 * x]
                                        + from[next + 2 * x + 1])
                                / 4;
            }
        }
        return new Luma(width, height, means);
    }

    /// The whole, with its turned variants.
    public Pdq whole() {
        float[] blocks = blocks(0, 0, 0, 0);
        Dct dct = Dct.of(blocks);
        var turns = EnumSet.range(Dct.Turn.ROTATE_90, Dct.Turn.FLIP_MINUS_1);
        return new Pdq(
                new Hashed(dct.hash(Dct.Turn.ORIGINAL), Pdq.quality(blocks)),
                turns.stream().map(dct::hash).toList());
    }

    /// What is left when so much is cut off on each side.
    ///
    /// @param left as a share of the width
    /// @param top  as a share of the height
    public Hashed without(double left, double top, double right, double bottom) {
        if (left < 0 || top < 0 || right < 0 || bottom < 0) {
            throw new IllegalArgumentException("a part lies within its picture");
        }
        if (left + right >= 1 || top + bottom >= 1) {
            throw new IllegalArgumentException("nothing is left of the picture");
        }
        float[] blocks = blocks(left, top, right, bottom);
        return new Hashed(Dct.of(blocks).hash(Dct.Turn.ORIGINAL), Pdq.quality(blocks));
    }

    private float[] blocks(double left, double top, double right, double bottom) {
        var across = new Places(width, left, right, shiftX);
        var down = new Places(height, top, bottom, shiftY);
        var blocks = new float[Jarosz.SIDE * Jarosz.SIDE];
        for (int i = 0; i < Jarosz.SIDE; i++) {
            int upper = down.before[i] * width;
            int lower = down.after[i] * width;
            for (int j = 0; j < Jarosz.SIDE; j++) {
                int before = across.before[j];
                int after = across.after[j];
                float share = across.share[j];
                float above = mix(filtered[upper + before], filtered[upper + after], share);
                float below = mix(filtered[lower + before], filtered[lower + after], share);
                blocks[i * Jarosz.SIDE + j] = mix(above, below, down.share[i]);
            }
        }
        return blocks;
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }

    /// The middle of each of 64 blocks of what is left of a side, between two filtered pixels.
    private static final class Places {
        private final int[] before = new int[Jarosz.SIDE];
        private final int[] after = new int[Jarosz.SIDE];
        private final float[] share = new float[Jarosz.SIDE];

        Places(int side, double cut, double cutAfter, double shift) {
            for (int k = 0; k < Jarosz.SIDE; k++) {
                double along = cut + (1 - cut - cutAfter) * (k + 0.5) / Jarosz.SIDE;
                double at = Math.clamp(along * side - 0.5 - shift, 0, side - 1.0);
                before[k] = (int) at;
                after[k] = Math.min(before[k] + 1, side - 1);
                share[k] = (float) (at - before[k]);
            }
        }
    }
}
