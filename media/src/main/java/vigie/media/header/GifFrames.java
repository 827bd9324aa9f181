package vigie.media.header;

import java.util.ArrayList;
import java.util.List;

/// The frames that a GIF file claims, found by walking its blocks (GIF89a); none is unpacked.
public final class GifFrames {
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xF9;
    private static final int IMAGE = 0x2C;
    private static final int HEADER = 13;

    private GifFrames() {}

    /// Pixels across the whole picture.
    public static int width(byte[] file) {
        return new Bytes(file, false).u16(6);
    }

    /// Pixels down the whole picture.
    public static int height(byte[] file) {
        return new Bytes(file, false).u16(8);
    }

    /// The frames that are there, up to where the file ends or breaks.
    ///
    /// @param most how many are listed at most
    public static List<MovingFrame> of(byte[] file, int most) {
        var bytes = new Bytes(file, false);
        var frames = new ArrayList<MovingFrame>();
        long at = HEADER + table(bytes.u8(10));
        long millis = 0;
        int disposal = 0;
        while (at < file.length && frames.size() < most) {
            int block = bytes.u8(at);
            if (block == EXTENSION) {
                if (bytes.u8(at + 1) == CONTROL) {
                    disposal = bytes.u8(at + 3) >> 2 & 7;
                    millis = 10L * bytes.u16(at + 4);
                }
                at = afterBlocks(bytes, at + 2);
            } else if (block == IMAGE) {
                frames.add(
                        new MovingFrame(
                                bytes.u16(at + 1),
                                bytes.u16(at + 3),
                                bytes.u16(at + 5),
                                bytes.u16(at + 7),
                                millis,
                                after(disposal),
                                false));
                millis = 0;
                disposal = 0;
                at = afterBlocks(bytes, at + 11 + table(bytes.u8(at + 9)));
            } else {
                break;
            }
        }
        return frames;
    }

    private static MovingFrame.After after(int disposal) {
        return switch (disposal) {
            case 2 -> MovingFrame.After.CLEARED;
            case 3 -> MovingFrame.After.RESTORED;
            default -> MovingFrame.After.STAYS;
        };
    }

    private static long table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << (flags % 8 + 1);
    }

    private static long afterBlocks(Bytes bytes, long from) {
        long at = from;
        while (bytes.u8(at) != 0) {
            at += 1 + bytes.u8(at);
        }
        return at + 1;
    }
}
