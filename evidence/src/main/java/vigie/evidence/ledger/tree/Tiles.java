package vigie.evidence.ledger.tree;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the tiles of a folder, keeping the last few it read. Used by one thread at a time.
public final class Tiles implements Nodes {
    /// As many tiles as a proof touches in a tree of 2^40 leaves, and some more.
    private static final int KEPT = 16;

    private final Path folder;
    private final Map<Tile, byte[]> read = new LinkedHashMap<>();

    /// @param folder the folder of the ledger
    public Tiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte[] node(int height, long index) throws IOException {
        int level = height / 8;
        int count = 1 << height % 8;
        long first = index * count;
        byte[] hashes = read(Tile.of(level, first));
        int from = (int) (first % Tile.WIDTH) * TreeHash.BYTES;
        if (from + count * TreeHash.BYTES > hashes.length) {
            throw new EOFException("tile " + Tile.of(level, first).file() + " is too short");
        }
        return fold(hashes, from, count);
    }

    /// The hashes of a tile as far as they are written: those of the full one, else those of its
    /// widest partial form, else none.
    public byte[] read(Tile tile) throws IOException {
        byte[] kept = read.get(tile);
        if (kept != null) {
            return kept;
        }
        byte[] fresh = readFile(tile);
        keep(tile, fresh);
        return fresh;
    }

    private byte[] readFile(Tile tile) throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(tile.file()));
        } catch (NoSuchFileException absent) {
            int width = widest(tile);
            return width == 0 ? new byte[0] : Files.readAllBytes(folder.resolve(tile.file(width)));
        }
    }

    /// Forgets what was read, so that what changed since is seen.
    public void forget() {
        read.clear();
    }

    private int widest(Tile tile) throws IOException {
        Path partials = folder.resolve(tile.partials());
        if (!Files.isDirectory(partials)) {
            return 0;
        }
        try (var files = Files.list(partials)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,2}"))
                    .mapToInt(Integer::parseInt)
                    .filter(width -> width < Tile.WIDTH)
                    .max()
                    .orElse(0);
        }
    }

    private void keep(Tile tile, byte[] hashes) {
        if (read.size() >= KEPT) {
            read.remove(read.keySet().iterator().next());
        }
        read.put(tile, hashes);
    }

    private static byte[] fold(byte[] hashes, int from, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, from, from + TreeHash.BYTES);
        }
        int half = count / 2;
        return TreeHash.node(
                fold(hashes, from, half), fold(hashes, from + half * TreeHash.BYTES, half));
    }
}
