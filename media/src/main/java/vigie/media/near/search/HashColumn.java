package vigie.media.near.search;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vigie.media.pdq.PdqHash;

/// Many PDQ hashes outside the heap, 32 bytes each, numbered from 0; may lie in a mapped file.
///
/// They lie in slabs of 65,536. A slab holds the first halves (words 0 and 1) of its hashes, then
/// the second halves (words 2 and 3), so that a scan reads half of the bytes. First halves lie in
/// tiles of 1,024 hashes, as four planes of 32-bit integers: the upper and lower half of word 0, of
/// word 1. Second halves lie hash after hash. All is little-endian; the last slab ends with its
/// last tile, filled up with zeros that no search reads.
public final class HashColumn {
    /// Hashes in a tile: its first halves fill half of a core's first-level cache.
    public static final int TILE = 1024;

    /// Tiles in a slab.
    private static final int SLAB = 64;

    private static final long HALF = 16L * TILE;
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final List<MemorySegment> slabs;
    private final long size;

    private HashColumn(List<MemorySegment> slabs, long size) {
        this.slabs = List.copyOf(slabs);
        this.size = size;
    }

    /// How many bytes a column of `count` hashes takes.
    public static long bytes(long count) {
        return tiles(count) * 2 * HALF;
    }

    /// The column of `count` hashes that `bytes` hold; they must not change while it is used.
    ///
    /// @throws IllegalArgumentException if they are not as many bytes as that takes
    public static HashColumn over(MemorySegment bytes, long count) {
        if (count < 0 || count > bytes.byteSize() || bytes.byteSize() != bytes(count)) {
            throw new IllegalArgumentException(
                    "%d bytes do not hold %d hashes".formatted(bytes.byteSize(), count));
        }
        List<MemorySegment> slabs = new ArrayList<>();
        for (long at = 0; at < bytes.byteSize(); at += SLAB * 2 * HALF) {
            slabs.add(bytes.asSlice(at, Math.min(SLAB * 2 * HALF, bytes.byteSize() - at)));
        }
        return new HashColumn(slabs, count);
    }

    /// The column of some hashes, in their order.
    public static HashColumn of(Iterable<PdqHash> hashes) {
        Builder builder = new Builder(Arena.ofAuto());
        hashes.forEach(builder::add);
        return builder.build();
    }

    /// How many hashes there are.
    public long size() {
        return size;
    }

    /// Its bytes, in order: what [#over] reads.
    public List<MemorySegment> segments() {
        return slabs;
    }

    /// The hash with a number.
    public PdqHash get(long number) {
        Objects.checkIndex(number, size);
        long tile = number / TILE;
        long at = number % TILE;
        MemorySegment slab = slab(tile);
        long first = tile % SLAB * HALF + 4 * at;
        long second = second(slab, tile) + 16 * at;
        return new PdqHash(
                pair(slab.get(INT, first), slab.get(INT, first + 4L * TILE)),
                pair(slab.get(INT, first + 8L * TILE), slab.get(INT, first + 12L * TILE)),
                slab.get(LONG, second),
                slab.get(LONG, second + 8));
    }

    static long pair(int upper, int lower) {
        return (long) upper << 32 | lower & 0xffffffffL;
    }

    long tiles() {
        return tiles(size);
    }

    private static long tiles(long count) {
        return (count + TILE - 1) / TILE;
    }

    /// How many hashes a tile holds.
    int inTile(long tile) {
        return (int) Math.min(TILE, size - tile * TILE);
    }

    /// Copies the four planes of a tile.
    void first(long tile, int[] planes) {
        MemorySegment.copy(slab(tile), INT, tile % SLAB * HALF, planes, 0, 4 * TILE);
    }

    /// Copies the second halves of a tile.
    void second(long tile, long[] words) {
        MemorySegment slab = slab(tile);
        MemorySegment.copy(slab, LONG, second(slab, tile), words, 0, 2 * TILE);
    }

    /// Word 2 or 3 of a hash.
    long second(long tile, int at, int word) {
        MemorySegment slab = slab(tile);
        return slab.get(LONG, second(slab, tile) + 16L * at + 8L * word);
    }

    private MemorySegment slab(long tile) {
        return slabs.get((int) (tile / SLAB));
    }

    private static long second(MemorySegment slab, long tile) {
        return slab.byteSize() / 2 + tile % SLAB * HALF;
    }

    /// Makes a column, hash by hash.
    public static final class Builder {
        private final Arena arena;
        private final List<MemorySegment> slabs = new ArrayList<>();
        private long size;
        private MemorySegment slab = MemorySegment.NULL;

        /// An empty one.
        ///
        /// @param arena where the bytes come from; the column ends with it
        public Builder(Arena arena) {
            this.arena = arena;
        }

        /// Adds a hash.
        public void add(PdqHash hash) {
            long tile = size / TILE;
            long at = size % TILE;
            if (tile % SLAB == 0 && at == 0) {
                slab = arena.allocate(SLAB * 2 * HALF, 64);
                slabs.add(slab);
            }
            long first = tile % SLAB * HALF + 4 * at;
            slab.set(INT, first, (int) (hash.w0() >>> 32));
            slab.set(INT, first + 4L * TILE, (int) hash.w0());
            slab.set(INT, first + 8L * TILE, (int) (hash.w1() >>> 32));
            slab.set(INT, first + 12L * TILE, (int) hash.w1());
            long second = HashColumn.second(slab, tile) + 16 * at;
            slab.set(LONG, second, hash.w2());
            slab.set(LONG, second + 8, hash.w3());
            size++;
        }

        /// The column of what was added; the builder is done with.
        public HashColumn build() {
            long last = tiles(size) % SLAB;
            if (last != 0) {
                MemorySegment cut = arena.allocate(last * 2 * HALF, 64);
                MemorySegment.copy(slab, 0, cut, 0, last * HALF);
                MemorySegment.copy(slab, slab.byteSize() / 2, cut, last * HALF, last * HALF);
                slabs.set(slabs.size() - 1, cut);
            }
            return new HashColumn(slabs, size);
        }
    }
}
