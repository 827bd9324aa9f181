package vigie.readers.table;

import java.io.IOException;
import java.io.InputStream;
import vigie.evidence.MalformedInput;

/// The characters of a text in UTF-8, or in UTF-16 with a byte order mark, each with the offset of
/// its first byte.
final class Characters {
    static final int END = -1;

    private static final int SIZE = 64 << 10;

    private final InputStream in;
    private final String file;
    private final byte[] buffer = new byte[SIZE];
    private int position;
    private int limit;
    private long base;
    private long offset;

    /// 0 for UTF-8; else how far the high byte of a pair must be shifted.
    private final Encoding encoding;

    private enum Encoding {
        UTF_8,
        BIG,
        LITTLE
    }

    Characters(InputStream in, String file) throws IOException {
        this.in = in;
        this.file = file;
        while (limit < 3 && fill()) {}
        if (limit >= 2 && buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF) {
            encoding = Encoding.BIG;
            position = 2;
        } else if (limit >= 2 && buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE) {
            encoding = Encoding.LITTLE;
            position = 2;
        } else {
            encoding = Encoding.UTF_8;
            boolean mark =
                    limit >= 3
                            && buffer[0] == (byte) 0xEF
                            && buffer[1] == (byte) 0xBB
                            && buffer[2] == (byte) 0xBF;
            position = mark ? 3 : 0;
        }
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            base += limit;
            position = 0;
            limit = 0;
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, count);
        return count > 0;
    }

    /// The next character, or [#END].
    int next() throws IOException {
        offset = base + position;
        if (encoding == Encoding.UTF_8) {
            int first = octet();
            return first < 0x80 ? first : longer(first);
        }
        int unit = unit();
        if (unit < 0 || !Character.isSurrogate((char) unit)) {
            return unit;
        }
        int low = Character.isHighSurrogate((char) unit) ? unit() : END;
        if (low < 0 || !Character.isLowSurrogate((char) low)) {
            throw malformed(offset, "not UTF-16");
        }
        return Character.toCodePoint((char) unit, (char) low);
    }

    /// The offset of the first byte of the last character.
    long offset() {
        return offset;
    }

    MalformedInput malformed(long at, String reason) {
        return new MalformedInput(file, at, reason);
    }

    private int octet() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xFF : END;
    }

    private int unit() throws IOException {
        int one = octet();
        if (one < 0) {
            return END;
        }
        int two = octet();
        if (two < 0) {
            throw malformed(offset, "not UTF-16");
        }
        return encoding == Encoding.BIG ? one << 8 | two : two << 8 | one;
    }

    private int longer(int first) throws IOException {
        int count = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        int value = first & 0x3F >> count;
        for (int i = 0; i < count; i++) {
            int next = octet();
            if ((next & 0xC0) != 0x80 || next < 0) {
                throw malformed(offset, "not UTF-8");
            }
            value = value << 6 | next & 0x3F;
        }
        int least = count == 1 ? 0x80 : count == 2 ? 0x800 : Character.MIN_SUPPLEMENTARY_CODE_POINT;
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (first < 0xC2
                || first > 0xF4
                || value < least
                || surrogate
                || !Character.isValidCodePoint(value)) {
            throw malformed(offset, "not UTF-8");
        }
        return value;
    }
}
