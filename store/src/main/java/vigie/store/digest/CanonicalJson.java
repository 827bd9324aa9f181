package vigie.store.digest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes JSON in the form of RFC 8785 into one growing array that is used again.
///
/// The caller gives the members of an object in the order of their names, as UTF-16 units compare;
/// commas are put where they belong. What is absent is not written. Numbers are integers; one that
/// a double does not hold exactly is written as a string of its digits.
public final class CanonicalJson {
    private static final long EXACT = (1L << 53) - 1;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[4096];
    private int length;

    /// A member's name as it is written, quoted and with its colon.
    public static byte[] name(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /// The bytes written so far are `bytes()[0]` to `bytes()[length() - 1]`.
    public byte[] bytes() {
        return bytes;
    }

    /// How many bytes were written.
    public int length() {
        return length;
    }

    /// A copy of the bytes written.
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /// Forgets everything after the first `kept` bytes.
    public CanonicalJson reset(int kept) {
        length = kept;
        return this;
    }

    /// Starts an object or array as an element or value: `{` or `[`.
    public CanonicalJson open(char bracket) {
        comma();
        return raw(bracket);
    }

    /// Ends an object or array.
    public CanonicalJson close(char bracket) {
        return raw(bracket);
    }

    /// A member's name, as made by [#name(String)]; its value follows.
    public CanonicalJson member(byte[] name) {
        comma();
        return raw(name, 0, name.length);
    }

    /// A member whose value is a text, unless absent.
    public CanonicalJson text(byte[] name, @Nullable String value) {
        return value == null ? this : member(name).string(Utf8.of(value));
    }

    /// A member whose value is an integer.
    public CanonicalJson integer(byte[] name, long value) {
        return member(name).integer(value);
    }

    /// A member whose value is an integer, unless it is `absent`.
    public CanonicalJson integer(byte[] name, long value, long absent) {
        return value == absent ? this : integer(name, value);
    }

    /// A member whose value is a truth value.
    public CanonicalJson truth(byte[] name, boolean value) {
        byte[] word = (value ? "true" : "false").getBytes(StandardCharsets.US_ASCII);
        return member(name).raw(word, 0, word.length);
    }

    /// A member whose value is JSON that was written before, unless absent.
    public CanonicalJson json(byte[] name, byte @Nullable [] value) {
        return value == null ? this : member(name).raw(value, 0, value.length);
    }

    /// A text as an element or value, given as the bytes of [Utf8#of].
    public CanonicalJson string(byte[] utf8) {
        comma();
        room(6 * utf8.length + 2);
        byte[] out = bytes;
        int at = length;
        out[at++] = '"';
        for (byte b : utf8) {
            if (b >= 0x20 && b != '"' && b != '\\' || b < 0) {
                out[at++] = b;
            } else {
                at = escape(out, at, b);
            }
        }
        out[at++] = '"';
        length = at;
        return this;
    }

    /// An integer as an element or value.
    public CanonicalJson integer(long value) {
        comma();
        boolean exact = value >= -EXACT && value <= EXACT;
        room(24);
        if (!exact) {
            bytes[length++] = '"';
        }
        long rest = value;
        if (value < 0) {
            bytes[length++] = '-';
        } else {
            rest = -value;
        }
        int digits = 1;
        for (long r = rest / 10; r != 0; r /= 10) {
            digits++;
        }
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        length += digits;
        if (!exact) {
            bytes[length++] = '"';
        }
        return this;
    }

    /// Bytes as they are.
    public CanonicalJson raw(byte[] from, int offset, int count) {
        room(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
        return this;
    }

    private CanonicalJson raw(char c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /// Puts a comma after a finished element or member.
    private void comma() {
        if (length > 0) {
            byte last = bytes[length - 1];
            if (last != '{' && last != '[' && last != ':') {
                raw(',');
            }
        }
    }

    private static int escape(byte[] out, int at, byte b) {
        int next = at;
        out[next++] = '\\';
        switch (b) {
            case '"', '\\' -> out[next++] = b;
            case '\b' -> out[next++] = 'b';
            case '\t' -> out[next++] = 't';
            case '\n' -> out[next++] = 'n';
            case '\f' -> out[next++] = 'f';
            case '\r' -> out[next++] = 'r';
            default -> {
                out[next++] = 'u';
                out[next++] = '0';
                out[next++] = '0';
                out[next++] = HEX[b >> 4];
                out[next++] = HEX[b & 15];
            }
        }
        return next;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }
}
