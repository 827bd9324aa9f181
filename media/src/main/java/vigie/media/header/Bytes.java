package vigie.media.header;

/// Numbers out of hostile bytes: what lies outside is 0, so nobody who walks by
/// them falls off. Big-endian where the first byte of a number is its most significant.
final class Bytes {
    private final byte[] data;
    private final boolean big;

    Bytes(byte[] data, boolean big) {
        this.data = data;
        this.big = big;
    }

    long length() {
        return data.length;
    }

    int u8(long at) {
        return at >= 0 && at < data.length ? data[(int) at] & 255 : 0;
    }

    int u16(long at) {
        return big ? u8(at) << 8 | u8(at + 1) : u8(at + 1) << 8 | u8(at);
    }

    long u32(long at) {
        long first = u16(at);
        long second = u16(at + 2);
        return big ? first << 16 | second : second << 16 | first;
    }

    /// Whether these bytes stand at a place.
    boolean is(int at, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (at + i >= data.length || u8(at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
