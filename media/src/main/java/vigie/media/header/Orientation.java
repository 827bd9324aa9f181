package vigie.media.header;

/// How EXIF states that a picture is stored: 1 upright, 2 to 8 turned or mirrored. It is a claim of
/// whoever wrote the file.
public final class Orientation {
    /// As stored.
    public static final int UPRIGHT = 1;

    private static final int TAG = 0x112;
    private static final int EXIF_MARKER = 0xE1;

    /// More entries than any camera writes; a lie costs no more than this.
    private static final int MOST_ENTRIES = 1000;

    private Orientation() {}

    /// What a file of this format states; 1 where it states nothing that could be true. A HEIC file
    /// turns its own pixels, so what its EXIF says besides is left alone.
    public static int of(Format format, byte[] file) {
        return switch (format) {
            case JPEG -> inJpeg(file);
            case PNG -> inPng(file);
            case WEBP -> inWebp(file);
            case TIFF -> inTiff(file, 0);
            case GIF, BMP, HEIC -> UPRIGHT;
        };
    }

    private static int inJpeg(byte[] file) {
        var bytes = new Bytes(file, true);
        long at = 2;
        while (bytes.u8(at) == 0xFF && bytes.u8(at + 1) >= 0xC0 && bytes.u8(at + 1) != 0xDA) {
            if (bytes.u8(at + 1) == EXIF_MARKER
                    && bytes.is((int) at + 4, 'E', 'x', 'i', 'f', 0, 0)) {
                return inTiff(file, (int) at + 10);
            }
            at += 2 + bytes.u16(at + 2);
        }
        return UPRIGHT;
    }

    private static int inPng(byte[] file) {
        var bytes = new Bytes(file, true);
        long at = 8;
        while (at + 8 <= file.length) {
            if (bytes.is((int) at + 4, 'e', 'X', 'I', 'f')) {
                return inTiff(file, (int) at + 8);
            }
            at += 12 + bytes.u32(at);
        }
        return UPRIGHT;
    }

    private static int inWebp(byte[] file) {
        var bytes = new Bytes(file, false);
        long at = 12;
        while (at + 8 <= file.length) {
            if (bytes.is((int) at, 'E', 'X', 'I', 'F')) {
                int start = (int) at + 8;
                return inTiff(file, bytes.is(start, 'E', 'x', 'i', 'f', 0, 0) ? start + 6 : start);
            }
            long length = bytes.u32(at + 4);
            at += 8 + length + length % 2;
        }
        return UPRIGHT;
    }

    /// The orientation in the first directory of a TIFF structure.
    private static int inTiff(byte[] file, int start) {
        var order = new Bytes(file, true);
        if (!order.is(start, 'I', 'I') && !order.is(start, 'M', 'M')) {
            return UPRIGHT;
        }
        var bytes = new Bytes(file, order.u8(start) == 'M');
        long directory = start + bytes.u32(start + 4);
        int entries = Math.min(bytes.u16(directory), MOST_ENTRIES);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (bytes.u16(entry) == TAG) {
                int stated = bytes.u16(entry + 8);
                return stated >= 1 && stated <= 8 ? stated : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
