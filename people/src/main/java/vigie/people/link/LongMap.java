package vigie.people.link;

import java.util.Arrays;

/// Numbers the different values of a long, from 0 in the order in which they are met.
final class LongMap {
    private long[] keys;
    private int[] numbers;
    private long[] met = new long[16];
    private int size;

    LongMap(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected)) * 4;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    /// The number of a value.
    int number(long key) {
        int slot = slot(key);
        if (numbers[slot] == 0) {
            if (size * 2 >= keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            if (size == met.length) {
                met = Arrays.copyOf(met, size * 2);
            }
            met[size] = key;
            numbers[slot] = ++size;
        }
        return numbers[slot] - 1;
    }

    int size() {
        return size;
    }

    /// The value of a number.
    long key(int number) {
        return met[number];
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & keys.length - 1;
        while (numbers[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
