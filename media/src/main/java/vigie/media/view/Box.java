package vigie.media.view;

import vigie.media.pdq.Luma;

/// A part of a plane, in pixels.
record Box(int left, int top, int width, int height) {
    /// A cut that takes a smaller share of every side is none.
    private static final double LEAST = 0.01;

    Box {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("not a part of a plane");
        }
    }

    static Box all(Luma luma) {
        return new Box(0, 0, luma.width(), luma.height());
    }

    Luma of(Luma luma) {
        return luma.part(left, top, width, height);
    }

    /// What is left without so many lines at a side.
    Box without(Side side, int lines) {
        return switch (side) {
            case TOP -> new Box(left, top + lines, width, height - lines);
            case BOTTOM -> new Box(left, top, width, height - lines);
            case LEFT -> new Box(left + lines, top, width - lines, height);
            case RIGHT -> new Box(left, top, width - lines, height);
        };
    }

    /// Whether enough was taken from another one that PDQ does not follow.
    boolean marked(Box before) {
        return width < (1 - LEAST) * before.width || height < (1 - LEAST) * before.height;
    }

    /// How many lines lie along a side.
    int depth(Side side) {
        return side.rows() ? height : width;
    }

    /// The pixels of a line along a side, counted from 0 at its edge.
    void line(Luma luma, Side side, int number, float[] into) {
        float[] values = luma.values();
        int across = luma.width();
        if (side.rows()) {
            int row = side == Side.TOP ? top + number : top + height - 1 - number;
            System.arraycopy(values, row * across + left, into, 0, width);
        } else {
            int column = side == Side.LEFT ? left + number : left + width - 1 - number;
            for (int y = 0; y < height; y++) {
                into[y] = values[(top + y) * across + column];
            }
        }
    }

    /// How many pixels a line along a side has.
    int length(Side side) {
        return side.rows() ? width : height;
    }

    /// A side of a picture.
    enum Side {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT;

        boolean rows() {
            return this == TOP || this == BOTTOM;
        }
    }
}
