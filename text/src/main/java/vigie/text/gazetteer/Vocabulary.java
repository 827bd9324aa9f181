package vigie.text.gazetteer;

import java.util.Arrays;

/// The folded words that names are made of, each with a number from 0.
final class Vocabulary {
    private int[] slots = filled(1 << 16);
    private int[] hashes = new int[1 << 16];
    private int[] starts = new int[1 << 15];
    private byte[] bytes = new byte[1 << 18];
    private int size;

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }

    int size() {
        return size;
    }

    /// The number of a word, or -1.
    int find(byte[] word, int from, int to) {
        int hash = hash(word, from, to);
        int mask = slots.length - 1;
        for (int i = hash & mask; slots[i] >= 0; i = i + 1 & mask) {
            if (hashes[i] == hash && is(slots[i], word, from, to)) {
                return slots[i];
            }
        }
        return -1;
    }

    private boolean is(int number, byte[] word, int from, int to) {
        return Arrays.equals(bytes, starts[number], starts[number + 1], word, from, to);
    }

    /// The number of a word, given to it if it has none.
    int add(byte[] word, int length) {
        int known = find(word, 0, length);
        if (known >= 0) {
            return known;
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        int start = starts[size];
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (start + length));
        }
        System.arraycopy(word, 0, bytes, start, length);
        starts[size + 1] = start + length;
        if (2 * size > slots.length) {
            grow();
        }
        put(hash(word, 0, length), size);
        return size++;
    }

    private void put(int hash, int number) {
        int mask = slots.length - 1;
        int i = hash & mask;
        while (slots[i] >= 0) {
            i = i + 1 & mask;
        }
        slots[i] = number;
        hashes[i] = hash;
    }

    private void grow() {
        int[] oldSlots = slots;
        int[] oldHashes = hashes;
        slots = filled(2 * oldSlots.length);
        hashes = new int[slots.length];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] >= 0) {
                put(oldHashes[i], oldSlots[i]);
            }
        }
    }

    private static int hash(byte[] word, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + word[i];
        }
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
