package vigie.media.near.search;

import java.util.Arrays;

/// Hits in arrays that grow: 14 bytes each.
public final class HitList implements Hits {
    /// How many are held before a list that only passes on does so.
    private static final int PASSED_ON = 4096;

    private int[] needles = new int[16];
    private long[] entries = new long[16];
    private short[] distances = new short[16];
    private int size;

    @Override
    public void hit(int needle, long entry, int distance) {
        if (size == needles.length) {
            int more = Math.addExact(size, size / 2 + 16);
            needles = Arrays.copyOf(needles, more);
            entries = Arrays.copyOf(entries, more);
            distances = Arrays.copyOf(distances, more);
        }
        needles[size] = needle;
        entries[size] = entry;
        distances[size] = (short) distance;
        size++;
    }

    /// How many hits there are.
    public int size() {
        return size;
    }

    /// The needle of one.
    public int needle(int at) {
        return needles[at];
    }

    /// The entry of one.
    public long entry(int at) {
        return entries[at];
    }

    /// The distance of one.
    public int distance(int at) {
        return distances[at];
    }

    /// Hits that are kept here and handed on in bunches.
    Hits flushingTo(Hits next) {
        return (needle, entry, distance) -> {
            hit(needle, entry, distance);
            if (size == PASSED_ON) {
                flush(next);
            }
        };
    }

    /// Hands everything on, while nobody else does, and forgets it.
    void flush(Hits next) {
        synchronized (next) {
            for (int i = 0; i < size; i++) {
                next.hit(needles[i], entries[i], distances[i]);
            }
        }
        size = 0;
    }
}
