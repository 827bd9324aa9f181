package vigie.media.pdq;

import java.util.Arrays;

/// The frequencies 1 to 16, in both directions, of a 64x64 plane (Christoph Zauner, *Implementation
/// and Benchmarking of Perceptual Image Hash Functions*, 2010).
///
/// A picture that is turned or mirrored has the same frequencies, some with the other sign, some
/// with rows and columns exchanged: so its hash follows without hashing it again.
final class Dct {
    static final int SIDE = 16;

    /// The cosines of each frequency along 64 pixels: 16 rows of 64.
    private static final float[] COSINES = cosines();

    /// The same, 64 rows of 16.
    private static final float[] COSINES_TURNED = turned(COSINES);

    private final float[] frequencies;

    private Dct(float[] frequencies) {
        this.frequencies = frequencies;
    }

    /// Two products of small matrices, each sum in single precision and in the order of the
    /// reference.
    static Dct of(float[] blocks) {
        var rows = new float[SIDE * Jarosz.SIDE];
        multiply(COSINES, blocks, rows, Jarosz.SIDE);
        var frequencies = new float[SIDE * SIDE];
        multiply(rows, COSINES_TURNED, frequencies, SIDE);
        return new Dct(frequencies);
    }

    private static void multiply(float[] left, float[] right, float[] product, int columns) {
        for (int i = 0; i < SIDE; i++) {
            int row = i * columns;
            for (int k = 0; k < Jarosz.SIDE; k++) {
                float factor = left[i * Jarosz.SIDE + k];
                int across = k * columns;
                for (int j = 0; j < columns; j++) {
                    product[row + j] += factor * right[across + j];
                }
            }
        }
    }

    /// The hash of the picture turned or mirrored so.
    PdqHash hash(Turn turn) {
        var turned = new float[frequencies.length];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j++) {
                float value = frequencies[i * SIDE + j];
                turned[turn.exchanges ? j * SIDE + i : i * SIDE + j] =
                        turn.negates(i, j) ? -value : value;
            }
        }
        return bits(turned);
    }

    /// A bit is set where a frequency is stronger than the lower median of all.
    private static PdqHash bits(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2 - 1];
        var words = new long[4];
        for (int k = 0; k < values.length; k++) {
            if (values[k] > median) {
                words[3 - k / Long.SIZE] |= 1L << k;
            }
        }
        return new PdqHash(words[0], words[1], words[2], words[3]);
    }

    private static float[] cosines() {
        float scale = (float) Math.sqrt(2.0 / Jarosz.SIDE);
        var cosines = new float[SIDE * Jarosz.SIDE];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < Jarosz.SIDE; j++) {
                double angle = Math.PI / 2 / Jarosz.SIDE * (i + 1) * (2 * j + 1);
                cosines[i * Jarosz.SIDE + j] = (float) (scale * Math.cos(angle));
            }
        }
        return cosines;
    }

    private static float[] turned(float[] matrix) {
        var turned = new float[matrix.length];
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < Jarosz.SIDE; j++) {
                turned[j * SIDE + i] = matrix[i * Jarosz.SIDE + j];
            }
        }
        return turned;
    }

    /// The dihedral variants, in the order and by the names of the reference.
    enum Turn {
        ORIGINAL(false),
        ROTATE_90(true),
        ROTATE_180(false),
        ROTATE_270(true),
        FLIP_X(false),
        FLIP_Y(false),
        FLIP_PLUS_1(true),
        FLIP_MINUS_1(true);

        private final boolean exchanges;

        Turn(boolean exchanges) {
            this.exchanges = exchanges;
        }

        /// Whether the frequency in row i and column j changes its sign.
        private boolean negates(int i, int j) {
            return switch (this) {
                case ORIGINAL, FLIP_PLUS_1 -> false;
                case ROTATE_90, FLIP_Y -> j % 2 == 0;
                case ROTATE_270, FLIP_X -> i % 2 == 0;
                case ROTATE_180, FLIP_MINUS_1 -> (i + j) % 2 == 1;
            };
        }
    }
}
