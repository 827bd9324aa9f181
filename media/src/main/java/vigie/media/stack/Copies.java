package vigie.media.stack;

import vigie.media.examine.Examined.Picture;

/// Decides whether pictures that are near are copies. Smooth pictures that share no more than light
/// and shadow are near now and then: among twelve million pairs of unrelated drawn scenes, with all
/// the views, some lie at 30 to 32. So what is not very near needs a second witness.
final class Copies {
    /// Up to here nothing but copies was ever seen: whole views need no witness.
    private static final int VERY_NEAR = 16;

    /// The middles of copies that are bright, small or written again differ by fewer bits.
    private static final int SAME_MIDDLE = 30;

    /// The middles of a part and of the nearest of a few fixed cuts: a cut that is 1.25 % beside
    /// moves the detail in the middle by twice as much of its size.
    private static final int LIKE_MIDDLE = 64;

    /// The least that a crop leaves of a side, as it is looked for.
    private static final double LEFT = 0.895;

    private Copies() {}

    /// Whether two pictures, near by these looks, are taken for copies.
    ///
    /// @param turn how the first was turned to be near
    static boolean are(Picture one, Look own, Picture two, Look other, int distance, int turn) {
        int apart = own.apart(other, turn);
        boolean near = distance <= VERY_NEAR;
        boolean same = apart <= SAME_MIDDLE && own.confirms() && other.confirms();
        if (own.whole() && other.whole()) {
            return near || same;
        }
        return near && same
                || apart <= LIKE_MIDDLE && (own.whole() ? cropped(one, two) : cropped(two, one));
    }

    /// Whether the first may be a crop of the second by its size: one that was not made larger or
    /// smaller afterwards.
    private static boolean cropped(Picture part, Picture of) {
        double across = (double) part.width() / of.width();
        double down = (double) part.height() / of.height();
        return Math.min(across, down) >= LEFT
                && Math.max(across, down) <= 1
                && Math.min(across, down) < 1;
    }
}
