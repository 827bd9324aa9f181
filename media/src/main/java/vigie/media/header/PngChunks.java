package vigie.media.header;

import java.io.ByteArrayOutputStream;

/// A PNG file without what says anything but pixels.
public final class PngChunks {
    private static final int SIGNATURE = 8;

    private PngChunks() {}

    /// The chunks that pixels are made of; profiles, texts and other parts that unpack to any size
    /// are left out. What follows the last whole chunk is kept, so that a cut file stays cut.
    public static byte[] plain(byte[] file) {
        var bytes = new Bytes(file, true);
        var plain = new ByteArrayOutputStream(file.length);
        plain.write(file, 0, Math.min(SIGNATURE, file.length));
        long at = SIGNATURE;
        while (at + 12 <= file.length) {
            long next = at + 12 + bytes.u32(at);
            if (next > file.length) {
                break;
            }
            if (isPixels(bytes, (int) at + 4)) {
                plain.write(file, (int) at, (int) (next - at));
            }
            at = next;
        }
        if (at < file.length) {
            plain.write(file, (int) at, (int) (file.length - at));
        }
        return plain.toByteArray();
    }

    private static boolean isPixels(Bytes bytes, int at) {
        return bytes.is(at, 'I', 'H', 'D', 'R')
                || bytes.is(at, 'P', 'L', 'T', 'E')
                || bytes.is(at, 'I', 'D', 'A', 'T')
                || bytes.is(at, 'I', 'E', 'N', 'D');
    }
}
