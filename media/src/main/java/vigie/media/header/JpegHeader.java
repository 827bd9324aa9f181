package vigie.media.header;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// What a JPEG file claims before its first scan (ITU-T T.81, annex B).
///
/// @param precision bits a sample
/// @param scans     how many scans it has, counted to [#MOST_SCANS]
/// @param colours   how its three components are to be read
public record JpegHeader(
        int width,
        int height,
        int precision,
        int components,
        boolean progressive,
        int scans,
        Colours colours) {
    /// No encoder writes more; a decoder pays for each with a walk over the whole picture.
    public static final int MOST_SCANS = 100;

    private static final int START_OF_SCAN = 0xDA;
    private static final int HEAD = 16;

    /// How components are to be read, as libjpeg decides it.
    public enum Colours {
        /// Brightness and two differences of colour.
        YCBCR,
        RGB,
        /// Of one component, or of four.
        OTHER
    }

    /// The header of a file, if it has one.
    public static Optional<JpegHeader> of(byte[] file) {
        var bytes = new Bytes(file, true);
        boolean jfif = false;
        int adobe = -1;
        long frame = 0;
        long at = 2;
        while (bytes.u8(at) == 0xFF && at < file.length) {
            int marker = bytes.u8(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                return frame == 0 ? Optional.empty() : header(bytes, frame, jfif, adobe);
            }
            if (isFrame(marker)) {
                frame = at;
            } else if (marker == 0xE0 && bytes.is((int) at + 4, 'J', 'F', 'I', 'F', 0)) {
                jfif = true;
            } else if (marker == 0xEE && bytes.is((int) at + 4, 'A', 'd', 'o', 'b', 'e')) {
                adobe = bytes.u8(at + 15);
            }
            at += 2 + Math.max(2, bytes.u16(at + 2));
        }
        return Optional.empty();
    }

    private static Optional<JpegHeader> header(Bytes bytes, long frame, boolean jfif, int adobe) {
        int components = bytes.u8(frame + 9);
        boolean progressive = bytes.u8(frame + 1) % 4 == 2;
        var header =
                new JpegHeader(
                        bytes.u16(frame + 7),
                        bytes.u16(frame + 5),
                        bytes.u8(frame + 4),
                        components,
                        progressive,
                        progressive ? scans(bytes) : 1,
                        components == 3 ? colours(bytes, frame, jfif, adobe) : Colours.OTHER);
        return header.width == 0 || header.height == 0 ? Optional.empty() : Optional.of(header);
    }

    private static Colours colours(Bytes bytes, long frame, boolean jfif, int adobe) {
        if (jfif) {
            return Colours.YCBCR;
        }
        if (adobe >= 0) {
            return adobe == 0 ? Colours.RGB : Colours.YCBCR;
        }
        boolean named =
                bytes.u8(frame + 10) == 'R'
                        && bytes.u8(frame + 13) == 'G'
                        && bytes.u8(frame + 16) == 'B';
        return named ? Colours.RGB : Colours.YCBCR;
    }

    private static int scans(Bytes bytes) {
        int scans = 0;
        for (int i = 0; i + 1 < bytes.length() && scans <= MOST_SCANS; i++) {
            if (bytes.u8(i) == 0xFF && bytes.u8(i + 1) == START_OF_SCAN) {
                scans++;
            }
        }
        return scans;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker % 4 != 0 || marker == 0xC0;
    }

    /// The same file without what says anything but pixels: no profile, no metadata, no comment. A
    /// note is added that states how the colours are to be read, so that every decoder reads them
    /// so.
    public byte[] plain(byte[] file) {
        var bytes = new Bytes(file, true);
        var plain = new ByteArrayOutputStream(file.length + HEAD);
        plain.write(file, 0, 2);
        if (components == 3) {
            int transform = colours == Colours.RGB ? 0 : 1;
            byte[] note = {
                (byte) 0xFF,
                (byte) 0xEE,
                0,
                14,
                'A',
                'd',
                'o',
                'b',
                'e',
                0,
                100,
                0,
                0,
                0,
                0,
                (byte) transform
            };
            plain.write(note, 0, note.length);
        }
        int at = 2;
        while (bytes.u8(at) == 0xFF && bytes.u8(at + 1) != START_OF_SCAN && at < file.length) {
            int marker = bytes.u8(at + 1);
            int length = marker == 0xFF ? 1 : 2 + Math.max(2, bytes.u16(at + 2));
            if (marker < 0xE0 && at + length <= file.length) {
                plain.write(file, at, length);
            }
            at = Math.min(at + length, file.length);
        }
        plain.write(file, at, file.length - at);
        return plain.toByteArray();
    }
}
