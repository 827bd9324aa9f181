package vigie.media.pdq;

import java.util.Objects;

/// The brightness of each pixel of a picture, row by row, 0 to 255. The array is not copied:
/// whoever makes one gives it away.
public final class Luma {
    /// The reference shrinks a picture to this on both sides, whatever its shape, where one is
    /// longer.
    public static final int SHRUNK = 512;

    private final int width;
    private final int height;
    private final float[] values;

    public Luma(int width, int height, float[] values) {
        if (width < 1 || height < 1 || values.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("not a plane: " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /// Pixels across.
    public int width() {
        return width;
    }

    /// Pixels down.
    public int height() {
        return height;
    }

    /// The plane itself, not a copy.
    public float[] values() {
        return values;
    }

    /// The brightness of an RGB pixel, in the single precision and the order of the reference.
    public static float of(int rgb) {
        return 0.299f * (rgb >> 16 & 255) + 0.587f * (rgb >> 8 & 255) + 0.114f * (rgb & 255);
    }

    /// How many pixels the reference keeps of a side, where the longer side has `longest`.
    public static int shrunk(int side, int longest) {
        return longest > SHRUNK ? SHRUNK : side;
    }

    /// The places of a side of `from` pixels that the reference keeps when it has `to` left: it
    /// takes the nearest pixel and averages nothing.
    public static int[] kept(int from, int to) {
        var kept = new int[to];
        for (int i = 0; i < to; i++) {
            kept[i] = (int) ((double) i * from / to);
        }
        return kept;
    }

    /// The plane that the reference hashes: this one, or one of 512x512 pixels taken from it.
    public Luma shrunk() {
        int longest = Math.max(width, height);
        if (longest <= SHRUNK) {
            return this;
        }
        int[] across = kept(width, SHRUNK);
        int[] down = kept(height, SHRUNK);
        var taken = new float[SHRUNK * SHRUNK];
        for (int y = 0; y < SHRUNK; y++) {
            int row = down[y] * width;
            for (int x = 0; x < SHRUNK; x++) {
                taken[y * SHRUNK + x] = values[row + across[x]];
            }
        }
        return new Luma(SHRUNK, SHRUNK, taken);
    }

    /// A part of it.
    ///
    /// @throws IndexOutOfBoundsException if it has no such part
    public Luma part(int left, int top, int partWidth, int partHeight) {
        Objects.checkFromIndexSize(left, partWidth, width);
        Objects.checkFromIndexSize(top, partHeight, height);
        var part = new float[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(values, (top + y) * width + left, part, y * partWidth, partWidth);
        }
        return new Luma(partWidth, partHeight, part);
    }

    /// This plane turned upright, where EXIF states that it is stored another way.
    ///
    /// @param orientation as EXIF numbers them, 1 to 8
    public Luma upright(int orientation) {
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("not an orientation: " + orientation);
        }
        if (orientation == 1) {
            return this;
        }
        boolean swapped = orientation > 4;
        int across = swapped ? height : width;
        int down = swapped ? width : height;
        boolean mirroredX =
                orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean mirroredY =
                orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        var turned = new float[values.length];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                int u = swapped ? y : x;
                int v = swapped ? x : y;
                u = mirroredX ? width - 1 - u : u;
                v = mirroredY ? height - 1 - v : v;
                turned[y * across + x] = values[v * width + u];
            }
        }
        return new Luma(across, down, turned);
    }
}
