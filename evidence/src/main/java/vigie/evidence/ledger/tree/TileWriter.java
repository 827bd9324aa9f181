package vigie.evidence.ledger.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import vigie.evidence.disk.Durable;

/// Writes the tiles of a growing tree: a full tile once, the edge of each level as a partial tile
/// that a wider one replaces. Used by one thread at a time, under the ledger's lock.
///
/// Nothing here is made durable before [#sync]: until then a tile can be computed again from the
/// entries. A tile that holds other hashes than the entries give is never overwritten unasked.
public final class TileWriter implements Frontier.Sink {
    /// What is done about the tiles on disk.
    public enum Mode {
        /// Nothing is written: tiles that hold other hashes are noted as a [#difference].
        COMPARE,
        /// Absent tiles are written; those that hold other hashes are noted and left alone.
        EXTEND,
        /// Tiles that hold other hashes are replaced.
        MEND
    }

    private static final byte[] NEVER_WRITTEN = new byte[TreeHash.BYTES];

    /// Two megabytes of full tiles.
    private static final int MANY = 256;

    private static final class Edge {
        private long tile;
        private int width;
        private int written;
        private byte[] hashes = new byte[Tile.BYTES];
    }

    private final Path folder;
    private final Tiles tiles;
    private final List<Edge> edges = new ArrayList<>();
    private final Map<Tile, byte[]> pending = new LinkedHashMap<>();
    private final Set<Path> unsynced = new LinkedHashSet<>();
    private long first = Long.MAX_VALUE;
    private long last = -1;

    private TileWriter(Path folder) {
        this.folder = folder;
        this.tiles = new Tiles(folder);
    }

    /// A writer that continues the tree of the first `size` leaves, a multiple of 256.
    public static TileWriter at(Path folder, long size) throws IOException {
        if (size % Tile.WIDTH != 0) {
            throw new IllegalArgumentException("not at the edge of a tile: " + size);
        }
        var writer = new TileWriter(folder);
        int level = 0;
        for (long count = size; count > 0; count /= Tile.WIDTH) {
            Edge edge = writer.edge(level);
            edge.tile = count / Tile.WIDTH;
            edge.width = (int) (count % Tile.WIDTH);
            byte[] hashes = writer.tiles.read(new Tile(level, edge.tile));
            int bytes = edge.width * TreeHash.BYTES;
            if (hashes.length < bytes) {
                throw new IOException("tile " + new Tile(level, edge.tile).file() + " is missing");
            }
            edge.hashes = Arrays.copyOf(Arrays.copyOf(hashes, bytes), Tile.BYTES);
            level++;
        }
        return writer;
    }

    @Override
    public void complete(int level, long index, byte[] hash) {
        Edge edge = edge(level);
        System.arraycopy(hash, 0, edge.hashes, edge.width * TreeHash.BYTES, TreeHash.BYTES);
        edge.width++;
        if (edge.width == Tile.WIDTH) {
            pending.put(new Tile(level, edge.tile), edge.hashes);
            edge.hashes = new byte[Tile.BYTES];
            edge.tile++;
            edge.width = 0;
            edge.written = 0;
        }
    }

    /// Writes the full tiles if many wait, so that a long walk over entries stays within memory.
    public void relieve(Mode mode) throws IOException {
        if (pending.size() >= MANY) {
            flushFull(mode);
        }
    }

    /// Writes what is complete and the edge of each level. What cannot be written waits for the
    /// next call.
    ///
    public void flush(Mode mode) throws IOException {
        flushFull(mode);
        for (int level = 0; level < edges.size(); level++) {
            Edge edge = edges.get(level);
            if (edge.width > 0 && edge.width != edge.written) {
                byte[] hashes = Arrays.copyOf(edge.hashes, edge.width * TreeHash.BYTES);
                put(new Tile(level, edge.tile), edge.width, hashes, mode);
                edge.written = mode == Mode.COMPARE ? edge.written : edge.width;
            }
        }
    }

    private void flushFull(Mode mode) throws IOException {
        tiles.forget();
        for (var full = pending.entrySet().iterator(); full.hasNext(); ) {
            var next = full.next();
            put(next.getKey(), Tile.WIDTH, next.getValue(), mode);
            full.remove();
        }
    }

    /// The first leaf at or under a hash that a tile on disk holds differently, if one was met.
    public OptionalLong difference() {
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /// The last such leaf.
    public OptionalLong lastDifference() {
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /// Makes every tile durable that was written or met since the last call.
    public void sync() throws IOException {
        var folders = new LinkedHashSet<Path>();
        for (Path file : unsynced) {
            if (Files.exists(file)) {
                Durable.syncFile(file);
                for (Path up = file.getParent(); up != null && !up.equals(folder); ) {
                    folders.add(up);
                    up = up.getParent();
                }
            }
        }
        for (Path each : folders) {
            Durable.syncFolder(each);
        }
        unsynced.clear();
    }

    private void put(Tile tile, int width, byte[] hashes, Mode mode) throws IOException {
        Path file = folder.resolve(tile.file(width));
        byte[] there = tiles.read(tile);
        unsynced.add(file);
        boolean differs = mode != Mode.MEND && differs(tile, there, hashes);
        if (differs || mode == Mode.COMPARE) {
            return;
        }
        if (!Arrays.equals(there, hashes) || !Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Path fresh = folder.resolve("tile").resolve(".new");
            Files.write(fresh, hashes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            tiles.forget();
        }
        dropOtherPartials(tile, width);
    }

    private boolean differs(Tile tile, byte[] there, byte[] hashes) {
        boolean differs = false;
        for (int at = 0; at + TreeHash.BYTES <= there.length; at += TreeHash.BYTES) {
            int end = at + TreeHash.BYTES;
            boolean same = end <= hashes.length && Arrays.equals(there, at, end, hashes, at, end);
            if (!same && !Arrays.equals(there, at, end, NEVER_WRITTEN, 0, TreeHash.BYTES)) {
                long hash = tile.index() * Tile.WIDTH + at / TreeHash.BYTES;
                first = Math.min(first, hash << 8 * tile.level());
                last = Math.max(last, hash << 8 * tile.level());
                differs = true;
            }
        }
        return differs;
    }

    private void dropOtherPartials(Tile tile, int width) throws IOException {
        Path partials = folder.resolve(tile.partials());
        if (!Files.isDirectory(partials)) {
            return;
        }
        List<Path> narrower;
        try (var files = Files.list(partials)) {
            narrower = files.filter(file -> !file.endsWith(Integer.toString(width))).toList();
        }
        for (Path file : narrower) {
            Files.deleteIfExists(file);
        }
        if (width == Tile.WIDTH) {
            Files.deleteIfExists(partials);
        }
    }

    private Edge edge(int level) {
        while (edges.size() <= level) {
            edges.add(new Edge());
        }
        return edges.get(level);
    }
}
