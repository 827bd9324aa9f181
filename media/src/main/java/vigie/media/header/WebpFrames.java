package vigie.media.header;

import java.util.ArrayList;
import java.util.List;

/// The frames that an animated WebP file claims, found by walking its chunks; none is unpacked.
public final class WebpFrames {
    private static final int HEADER = 12;
    private static final int ANIMATED = 2;

    private WebpFrames() {}

    /// Whether a file says that it moves.
    public static boolean moves(byte[] file) {
        var bytes = new Bytes(file, false);
        return bytes.is(HEADER, 'V', 'P', '8', 'X') && (bytes.u8(HEADER + 8) & ANIMATED) != 0;
    }

    /// Pixels across the whole picture.
    public static int width(byte[] file) {
        return 1 + u24(new Bytes(file, false), HEADER + 12);
    }

    /// Pixels down the whole picture.
    public static int height(byte[] file) {
        return 1 + u24(new Bytes(file, false), HEADER + 15);
    }

    /// The frames that are there whole and lie within the picture, up to where the file ends or
    /// breaks.
    ///
    /// @param most how many are listed at most
    public static List<MovingFrame> of(byte[] file, int most) {
        var bytes = new Bytes(file, false);
        var frames = new ArrayList<MovingFrame>();
        long at = HEADER;
        while (at + 8 <= file.length && frames.size() < most) {
            long length = bytes.u32(at + 4);
            long next = at + 8 + length + length % 2;
            if (bytes.is((int) at, 'A', 'N', 'M', 'F')) {
                MovingFrame frame = frame(bytes, at + 8);
                if (at + 8 + length > file.length || !frame.within(width(file), height(file))) {
                    break;
                }
                frames.add(frame);
            }
            at = next;
        }
        return frames;
    }

    private static MovingFrame frame(Bytes bytes, long at) {
        int flags = bytes.u8(at + 15);
        return new MovingFrame(
                2 * u24(bytes, at),
                2 * u24(bytes, at + 3),
                1 + u24(bytes, at + 6),
                1 + u24(bytes, at + 9),
                u24(bytes, at + 12),
                (flags & 1) == 0 ? MovingFrame.After.STAYS : MovingFrame.After.CLEARED,
                (flags & 2) != 0);
    }

    private static int u24(Bytes bytes, long at) {
        return bytes.u8(at) | bytes.u8(at + 1) << 8 | bytes.u8(at + 2) << 16;
    }
}
