package vigie.evidence.jsonstream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the ends of strings, and decodes them when asked.
abstract class StringScanner extends ByteWindow {
    private static final int NON_ASCII = 1;
    private static final int ESCAPED = 2;

    private final Repairs repairs;

    /// The first byte after the content of the last string.
    private int end;

    private int flags;
    private char[] chars = new char[4096];

    /// How many bytes the last escape has.
    private int escape;

    private int repaired;

    StringScanner(InputStream in, long offset, String file, Repairs repairs) {
        super(in, offset, file);
        this.repairs = repairs;
    }

    /// Passes over the string that starts at the position, which is then the last string.
    final void scan() throws IOException {
        position++;
        start = position;
        flags = 0;
        while (true) {
            int p = scan(position, limit);
            if (p < 0) {
                return;
            }
            int beyond = p - limit;
            position = limit;
            if (!fill()) {
                throw truncated();
            }
            position += beyond;
        }
    }

    /// Looks for the closing quote; negative where it was found, else where to go on.
    private int scan(int from, int to) throws IOException {
        byte[] bytes = buffer;
        int p = from;
        int seen = flags;
        while (p < to) {
            long word = Words.at(bytes, p);
            long special = Words.special(word);
            if (seen == 0) {
                long high = Words.nonAscii(word);
                if ((special | high) == 0) {
                    p += Long.BYTES;
                    continue;
                }
                if (high != 0 && (special == 0 || Words.index(high) < Words.index(special))) {
                    seen = NON_ASCII;
                }
            }
            if (special == 0) {
                p += Long.BYTES;
                continue;
            }
            p += Words.index(special);
            if (p >= to) {
                break;
            }
            byte found = bytes[p];
            if (found == '"') {
                end = p;
                position = p + 1;
                flags = seen;
                return -1;
            }
            if (found != '\\') {
                append(start, p, 0);
                throw malformedAt(p, "a control character in a string");
            }
            seen |= ESCAPED;
            p += 2;
        }
        flags = seen;
        return p;
    }

    /// The last string.
    public final String lastString() throws IOException {
        if (flags == 0) {
            return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
        }
        // Decoding may replace the array, and an argument is evaluated before the one after it.
        int count = append(start, end, 0);
        return new String(chars, 0, count);
    }

    /// Checks the last string without keeping it.
    final void checkString() throws IOException {
        if (flags != 0) {
            append(start, end, 0);
        }
    }

    /// The offset of the first byte of the content of the last string.
    public final long stringOffset() {
        return offset(start);
    }

    /// The number of bytes of the content of the last string.
    public final int stringLength() {
        return end - start;
    }

    /// The byte at `index` of the content of the last string.
    public final byte stringByte(int index) {
        return buffer[start + index];
    }

    /// The eight bytes at `index` of the content of the last string, the first in the lowest bits;
    /// what lies behind the string is not its own.
    public final long stringWord(int index) {
        return Words.at(buffer, start + index);
    }

    /// Whether the last string holds escapes, so that its bytes are not its characters.
    public final boolean stringEscaped() {
        return (flags & ESCAPED) != 0;
    }

    /// What the last string was read as before, if `cache` remembers it.
    public final <T> @Nullable T find(ByteCache<T> cache) {
        return stringEscaped() ? null : cache.find(buffer, start, end - start);
    }

    /// Lets `cache` remember what the last string, once decoded, was read as.
    public final <T> void remember(ByteCache<T> cache, T value) {
        if (!stringEscaped()) {
            cache.put(buffer, start, end - start, value);
        }
    }

    /// Passes over the string at the position if its content has the very bytes of one that was
    /// read since the mark; else leaves everything as it is.
    public final boolean passSame(long offset, int length) {
        int from = index(offset);
        int first = position + 1;
        if (limit - first <= length
                || buffer[position] != '"'
                || buffer[first + length] != '"'
                || !Arrays.equals(buffer, from, from + length, buffer, first, first + length)) {
            return false;
        }
        position = first + length + 1;
        return true;
    }

    /// How many repairs were made so far.
    public final int repairCount() {
        return repaired;
    }

    /// A copy of bytes that were read since the mark.
    public final byte[] copy(long offset, int length) {
        int from = index(offset);
        return Arrays.copyOfRange(buffer, from, from + length);
    }

    /// The number, among `keys`, of the last string.
    final int find(Keys keys) {
        return keys.find(buffer, start, end - start);
    }

    /// Decodes bytes into `chars` from `count` on, and returns the new count.
    private int append(int from, int to, int count) throws IOException {
        if (chars.length - count < to - from) {
            chars = Arrays.copyOf(chars, Math.max(count + to - from, chars.length * 2));
        }
        byte[] bytes = buffer;
        char[] out = chars;
        int n = count;
        int p = from;
        while (p < to) {
            int b = bytes[p];
            if (b >= 0 && b != '\\') {
                out[n++] = (char) b;
                p++;
            } else if (b < (byte) 0xE0) {
                if (b < (byte) 0xC2 || p + 1 >= to || bytes[p + 1] >= (byte) 0xC0) {
                    throw notUtf8(p);
                }
                out[n++] = (char) (b << 6 ^ bytes[p + 1] ^ 0xF80);
                p += 2;
            } else if (b < (byte) 0xF0) {
                if (p + 2 >= to || bytes[p + 1] >= (byte) 0xC0 || bytes[p + 2] >= (byte) 0xC0) {
                    throw notUtf8(p);
                }
                char c = (char) (b << 12 ^ bytes[p + 1] << 6 ^ bytes[p + 2] ^ 0x1F80);
                if (c < 0x800 || Character.isSurrogate(c)) {
                    throw notUtf8(p);
                }
                out[n++] = c;
                p += 3;
            } else if (b < 0) {
                n += Character.toChars(four(p, to), out, n);
                p += 4;
            } else {
                n += Character.toChars(escape(p, to), out, n);
                p += escape;
            }
        }
        return n;
    }

    private int four(int p, int to) throws IOException {
        if (p + 3 >= to
                || buffer[p] > (byte) 0xF4
                || buffer[p + 1] >= (byte) 0xC0
                || buffer[p + 2] >= (byte) 0xC0
                || buffer[p + 3] >= (byte) 0xC0) {
            throw notUtf8(p);
        }
        int c =
                (buffer[p] & 0x07) << 18
                        | (buffer[p + 1] & 0x3F) << 12
                        | (buffer[p + 2] & 0x3F) << 6
                        | buffer[p + 3] & 0x3F;
        if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT || c > Character.MAX_CODE_POINT) {
            throw notUtf8(p);
        }
        return c;
    }

    private IOException notUtf8(int index) {
        return malformedAt(index, "not UTF-8");
    }

    /// The character that an escape stands for.
    private int escape(int p, int to) throws IOException {
        escape = 2;
        return switch (buffer[p + 1]) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(p, to);
            case 'x' -> {
                escape = 4;
                int c = hex(p, to, 2, "not an escape of two digits");
                repair(p, "an escape \\x, which JSON does not have");
                yield c;
            }
            default -> throw malformedAt(p, "not an escape of JSON");
        };
    }

    private int unicode(int p, int to) throws IOException {
        escape = 6;
        int c = hex(p, to, 4, "not an escape of four digits");
        if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
            return c;
        }
        if (c < Character.MIN_LOW_SURROGATE
                && p + 7 < to
                && buffer[p + 6] == '\\'
                && buffer[p + 7] == 'u') {
            int low = hex(p + 6, to, 4, "not an escape of four digits");
            if (low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
                escape = 12;
                return Character.toCodePoint((char) c, (char) low);
            }
        }
        repair(p, "half of a surrogate pair");
        return 0xFFFD;
    }

    private void repair(int p, String what) {
        repaired++;
        repairs.repaired(offset(p), escape, what);
    }

    private int hex(int p, int to, int digits, String otherwise) throws IOException {
        if (p + 2 + digits > to) {
            throw malformedAt(p, otherwise);
        }
        int value = 0;
        for (int i = p + 2; i < p + 2 + digits; i++) {
            byte b = buffer[i];
            int digit = b < 0 ? -1 : Character.digit((char) b, 16);
            if (digit < 0) {
                throw malformedAt(p, otherwise);
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
