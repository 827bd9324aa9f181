package vigie.store.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Moment;
import vigie.store.digest.Utf8;

/// Rows of one table in the binary format of COPY, in one growing array that is used again.
final class CopyBuffer {
    /// A buffer that one row made larger than this is not kept.
    private static final int HUGE = 4 * CopyStream.LARGE;

    /// The target's name and columns, as COPY takes them.
    private final String target;

    private final String options;
    private final int columns;
    private byte[] bytes;
    private int length;

    /// @param target  a table with its columns in parentheses
    /// @param options further options of COPY, each after a comma
    CopyBuffer(String target, String options, int capacity) {
        this.target = target;
        this.options = options;
        this.columns = (int) target.chars().filter(c -> c == ',').count() + 1;
        this.bytes = new byte[capacity];
    }

    String command() {
        return "COPY " + target + " FROM STDIN (FORMAT binary" + options + ")";
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
        if (bytes.length > HUGE) {
            bytes = new byte[CopyStream.LARGE];
        }
    }

    CopyBuffer row() {
        room(2);
        return short2(columns);
    }

    CopyBuffer int2(int value) {
        room(6);
        put4(2);
        return short2(value);
    }

    CopyBuffer int4(int value) {
        room(8);
        put4(4);
        put4(value);
        return this;
    }

    /// An integer, or null in place of 0, which numbers nothing.
    CopyBuffer number(int value) {
        return value == 0 ? none() : int4(value);
    }

    CopyBuffer int8(long value) {
        room(12);
        put4(8);
        put4((int) (value >>> 32));
        put4((int) value);
        return this;
    }

    CopyBuffer int8(@Nullable Long value) {
        return value == null ? none() : int8(value.longValue());
    }

    /// Both readings of a time, each null where absent.
    CopyBuffer moment(Moment moment) {
        return time(moment.unix()).time(moment.local());
    }

    CopyBuffer time(long seconds) {
        return seconds == Moment.ABSENT ? none() : int8(seconds);
    }

    CopyBuffer truth(boolean value) {
        room(5);
        put4(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    CopyBuffer text(@Nullable String value) {
        return value == null ? none() : bytes(Utf8.of(value));
    }

    CopyBuffer bytes(byte[] value) {
        return bytes(value, value.length);
    }

    CopyBuffer bytes(byte[] value, int count) {
        room(4 + count);
        put4(count);
        System.arraycopy(value, 0, bytes, length, count);
        length += count;
        return this;
    }

    CopyBuffer none() {
        room(4);
        put4(-1);
        return this;
    }

    private CopyBuffer short2(int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    private void put4(int value) {
        byte[] out = bytes;
        int at = length;
        out[at] = (byte) (value >>> 24);
        out[at + 1] = (byte) (value >>> 16);
        out[at + 2] = (byte) (value >>> 8);
        out[at + 3] = (byte) value;
        length = at + 4;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }
}
