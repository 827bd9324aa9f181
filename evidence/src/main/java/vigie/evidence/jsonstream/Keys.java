package vigie.evidence.jsonstream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The keys that a format defines, each with a small number, found from bytes without allocation.
public final class Keys {
    /// Stands for a key that the format does not define.
    public static final int UNKNOWN = -1;

    /// As many keys as one set of four words can mark as seen.
    static final int MOST = 256;

    private static final int BITS = 10;

    private final String[] names;
    private final byte[][] bytes;
    private final long[] starts;
    private final long[] ends;
    private final int[] slots = new int[1 << BITS];
    private final Map<String, Integer> numbers = new HashMap<>();

    /// The keys `names`, ASCII and distinct, numbered in their order.
    public Keys(List<String> names) {
        if (names.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " keys");
        }
        this.names = names.toArray(String[]::new);
        bytes = new byte[names.size()][];
        starts = new long[names.size()];
        ends = new long[names.size()];
        Arrays.fill(slots, UNKNOWN);
        for (int id = 0; id < bytes.length; id++) {
            add(id);
        }
    }

    private void add(int id) {
        byte[] name = names[id].getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(name, name.length + Long.BYTES);
        bytes[id] = name;
        starts[id] = start(padded, 0, name.length);
        ends[id] = end(padded, 0, name.length);
        int slot = slot(starts[id], ends[id], name.length);
        while (slots[slot] != UNKNOWN) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = id;
        if (numbers.put(names[id], id) != null) {
            throw new IllegalArgumentException("twice: " + names[id]);
        }
    }

    /// The name of a key.
    public String name(int id) {
        return names[id];
    }

    /// The number of the key with this name, or [#UNKNOWN].
    int find(String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }

    /// The number of the key with these bytes, or [#UNKNOWN]; eight more bytes must be readable.
    int find(byte[] buffer, int from, int length) {
        long start = start(buffer, from, length);
        long end = end(buffer, from, length);
        int slot = slot(start, end, length);
        for (int id; (id = slots[slot]) != UNKNOWN; slot = slot + 1 & slots.length - 1) {
            if (starts[id] == start && ends[id] == end && same(bytes[id], buffer, from, length)) {
                return id;
            }
        }
        return UNKNOWN;
    }

    private static boolean same(byte[] name, byte[] buffer, int from, int length) {
        return name.length == length
                && (length <= 2 * Long.BYTES
                        || Arrays.equals(name, 0, length, buffer, from, from + length));
    }

    private static int slot(long start, long end, int length) {
        return (int) (Words.hash(start, end, length) >>> Long.SIZE - BITS);
    }

    private static long start(byte[] buffer, int from, int length) {
        long word = Words.at(buffer, from);
        return length < Long.BYTES ? Words.first(word, length) : word;
    }

    private static long end(byte[] buffer, int from, int length) {
        return length < Long.BYTES ? 0 : Words.at(buffer, from + length - Long.BYTES);
    }
}
