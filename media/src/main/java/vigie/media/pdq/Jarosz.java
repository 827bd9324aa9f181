package vigie.media.pdq;

/// Two passes of a box filter along rows and columns, which make a tent, then one pixel in the
/// middle of each of 64x64 blocks (Wojciech Jarosz, *Fast Image Convolutions*, SIGGRAPH, 2001).
///
/// Sums run in single precision in the order of the reference, so that its values come out to the
/// bit; side by side runs only what the reference keeps apart.
final class Jarosz {
    static final int SIDE = 64;

    private static final int PASSES = 2;

    private Jarosz() {}

    /// The 64x64 plane of a picture. The picture is not changed.
    static float[] blocks(Luma luma) {
        int width = luma.width();
        int height = luma.height();
        Window across = Window.of(width);
        Window down = Window.of(height);
        var between = new float[width * height];
        var filtered = new float[width * height];
        rows(luma.values(), between, width, height, across);
        columns(between, filtered, width, height, down);
        rows(filtered, between, width, height, across);
        float[] kept = middleColumns(between, width, height);
        var narrow = new float[SIDE * height];
        columns(kept, narrow, SIDE, height, down);
        return middleRows(narrow, height);
    }

    /// The picture filtered, as large as before, for whoever looks at other blocks.
    static float[] filtered(Luma luma) {
        int width = luma.width();
        int height = luma.height();
        Window across = Window.of(width);
        Window down = Window.of(height);
        float[] filtered = luma.values();
        var between = new float[filtered.length];
        var target = new float[filtered.length];
        for (int pass = 0; pass < PASSES; pass++) {
            rows(filtered, between, width, height, across);
            columns(between, target, width, height, down);
            filtered = target;
        }
        return filtered;
    }

    /// How far after the middle of what it spans both passes together leave each sum, in pixels.
    static double shift(int side) {
        Window window = Window.of(side);
        return PASSES * (window.ahead() - window.behind() + 1) / 2.0;
    }

    /// What a sum spans around each pixel: half a block rounded up, since two passes see a whole
    /// one.
    private record Window(int ahead, int behind) {
        static Window of(int side) {
            int size = (side + 2 * SIDE - 1) / (2 * SIDE);
            int half = (size + 2) / 2;
            return new Window(half - 1, size - half + 1);
        }
    }

    private static void rows(float[] from, float[] to, int width, int height, Window window) {
        for (int y = 0; y < height; y += 4) {
            fourRows(from, to, width, y, height - 1, window);
        }
    }

    /// Filters four rows at a time, since each sum waits for itself alone. After the last row it is
    /// the last again.
    private static void fourRows(
            float[] from, float[] to, int width, int top, int last, Window window) {
        int a = top * width;
        int b = Math.min(top + 1, last) * width;
        int c = Math.min(top + 2, last) * width;
        int d = Math.min(top + 3, last) * width;
        float sumA = 0;
        float sumB = 0;
        float sumC = 0;
        float sumD = 0;
        int held = 0;
        for (int x = -window.ahead(); x < width; x++) {
            int enters = x + window.ahead();
            if (enters < width) {
                sumA += from[a + enters];
                sumB += from[b + enters];
                sumC += from[c + enters];
                sumD += from[d + enters];
                held++;
            }
            int leaves = x - window.behind();
            if (leaves >= 0) {
                sumA -= from[a + leaves];
                sumB -= from[b + leaves];
                sumC -= from[c + leaves];
                sumD -= from[d + leaves];
                held--;
            }
            if (x >= 0) {
                to[a + x] = sumA / held;
                to[b + x] = sumB / held;
                to[c + x] = sumC / held;
                to[d + x] = sumD / held;
            }
        }
    }

    /// Filters all columns at once, row by row.
    private static void columns(float[] from, float[] to, int width, int height, Window window) {
        var sums = new float[width];
        int held = 0;
        for (int y = -window.ahead(); y < height; y++) {
            int enters = y + window.ahead();
            if (enters < height) {
                int row = enters * width;
                for (int x = 0; x < width; x++) {
                    sums[x] += from[row + x];
                }
                held++;
            }
            int leaves = y - window.behind();
            if (leaves >= 0) {
                int row = leaves * width;
                for (int x = 0; x < width; x++) {
                    sums[x] -= from[row + x];
                }
                held--;
            }
            if (y >= 0) {
                int row = y * width;
                for (int x = 0; x < width; x++) {
                    to[row + x] = sums[x] / held;
                }
            }
        }
    }

    /// The columns that the last pass is needed in: it does not mix them.
    private static float[] middleColumns(float[] filtered, int width, int height) {
        var kept = new float[SIDE * height];
        for (int y = 0; y < height; y++) {
            for (int j = 0; j < SIDE; j++) {
                kept[y * SIDE + j] = filtered[y * width + middle(j, width)];
            }
        }
        return kept;
    }

    private static float[] middleRows(float[] filtered, int height) {
        var blocks = new float[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            System.arraycopy(filtered, middle(i, height) * SIDE, blocks, i * SIDE, SIDE);
        }
        return blocks;
    }

    private static int middle(int block, int side) {
        return (int) ((block + 0.5) * side / SIDE);
    }
}
