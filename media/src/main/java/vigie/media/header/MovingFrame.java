package vigie.media.header;

/// A frame that a moving picture claims, and where it lies on the whole.
///
/// @param millis  how long it is shown
/// @param after   what becomes of it then
/// @param replaces whether it stands in the place of what was there, else it is drawn over it
public record MovingFrame(
        int left, int top, int width, int height, long millis, After after, boolean replaces) {
    /// What becomes of a frame when the next one comes.
    public enum After {
        STAYS,
        CLEARED,
        /// What was there before it is there again.
        RESTORED
    }

    /// Whether it has pixels and lies within the whole.
    boolean within(int across, int down) {
        return width > 0
                && height > 0
                && left >= 0
                && top >= 0
                && (long) left + width <= across
                && (long) top + height <= down;
    }
}
