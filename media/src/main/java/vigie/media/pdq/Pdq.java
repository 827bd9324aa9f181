package vigie.media.pdq;

import java.util.EnumSet;
import java.util.List;

/// The PDQ hash of a plane and of its seven turned or mirrored variants.
///
/// @param turned in the order of the reference: rotated by 90, 180, 270 degrees, mirrored in x, in
///     y, along both diagonals
public record Pdq(Hashed hashed, List<PdqHash> turned) {
    /// The reference hashes nothing smaller on a side.
    private static final int LEAST_SIDE = 5;

    private static final PdqHash NOTHING = new PdqHash(0, 0, 0, 0);

    public Pdq {
        turned = List.copyOf(turned);
    }

    /// Hashes a picture as the C++ reference does, which is the hash that lists in the field hold:
    /// shrunk first where a side is longer than 512. A plane under 5 pixels has the empty hash and
    /// no quality.
    public static Pdq of(Luma luma) {
        if (luma.width() < LEAST_SIDE || luma.height() < LEAST_SIDE) {
            var none = EnumSet.range(Dct.Turn.ROTATE_90, Dct.Turn.FLIP_MINUS_1);
            return new Pdq(new Hashed(NOTHING, 0), none.stream().map(_ -> NOTHING).toList());
        }
        return unshrunk(luma.shrunk());
    }

    /// Hashes a picture as the authors' Java port does: whatever its size. It differs from [#of] by
    /// a few bits on most pictures and by many on smooth ones, so the two are never compared.
    public static Pdq unshrunk(Luma luma) {
        float[] blocks = Jarosz.blocks(luma);
        Dct dct = Dct.of(blocks);
        var hashed = new Hashed(dct.hash(Dct.Turn.ORIGINAL), quality(blocks));
        var turns = EnumSet.range(Dct.Turn.ROTATE_90, Dct.Turn.FLIP_MINUS_1);
        return new Pdq(hashed, turns.stream().map(dct::hash).toList());
    }

    /// Counts only marked steps between neighbours, so that noise on a plain ground stays at
    /// nothing.
    static int quality(float[] blocks) {
        int side = Jarosz.SIDE;
        int steps = 0;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                float here = blocks[i * side + j];
                if (i + 1 < side) {
                    steps += step(here, blocks[(i + 1) * side + j]);
                }
                if (j + 1 < side) {
                    steps += step(here, blocks[i * side + j + 1]);
                }
            }
        }
        return Math.min(100, steps / 90);
    }

    /// The step between two pixels in hundredths of the range, rounded down.
    private static int step(float from, float to) {
        return Math.abs((int) ((from - to) * 100 / 255));
    }
}
