package vigie.media.header;

import java.nio.charset.StandardCharsets;

/// The outermost boxes of a file of the ISO family (ISO/IEC 14496-12); none is read.
public final class IsoBoxes {
    private static final int WIDE = 1;

    private IsoBoxes() {}

    /// Whether a file has a box of this type outermost.
    public static boolean has(byte[] file, String type) {
        var bytes = new Bytes(file, true);
        long at = 0;
        while (at + 8 <= file.length) {
            if (new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1).equals(type)) {
                return true;
            }
            long size = bytes.u32(at);
            if (size == WIDE) {
                size = bytes.u32(at + 8) << 32 | bytes.u32(at + 12);
            }
            if (size < 8 || size > file.length - at) {
                return false;
            }
            at += size;
        }
        return false;
    }
}
