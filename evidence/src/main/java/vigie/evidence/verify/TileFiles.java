package vigie.evidence.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.evidence.ledger.tree.Tile;
import vigie.evidence.ledger.tree.TreeHash;

/// The tile files as they lie there, read in order, none trusted.
final class TileFiles {
    private static final Pattern NAME =
            Pattern.compile("tile/([0-7])/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final byte[] NEVER_WRITTEN = new byte[TreeHash.BYTES];

    private final Path folder;
    private final Findings findings;
    private final Map<Tile, TreeSet<Integer>> widths = new TreeMap<>(TileFiles::inOrder);
    private final Map<Integer, Tile> current = new HashMap<>();
    private final Map<Integer, byte[]> hashes = new HashMap<>();

    TileFiles(Path folder, Findings findings) throws IOException {
        this.folder = folder;
        this.findings = findings;
        Path all = folder.resolve("tile");
        if (!Files.isDirectory(all)) {
            return;
        }
        List<Path> files;
        try (var walk = Files.walk(all)) {
            files = walk.filter(file -> !Files.isDirectory(file)).toList();
        }
        files.forEach(this::name);
    }

    /// The stored hash, or null where none was ever written.
    byte @Nullable [] hash(int level, long index) throws IOException {
        Tile tile = Tile.of(level, index);
        if (!tile.equals(current.get(level))) {
            hashes.put(level, read(tile));
            current.put(level, tile);
        }
        byte[] stored = hashes.getOrDefault(level, NEVER_WRITTEN);
        int from = (int) (index % Tile.WIDTH) * TreeHash.BYTES;
        if (from + TreeHash.BYTES > stored.length) {
            return null;
        }
        byte[] hash = Arrays.copyOfRange(stored, from, from + TreeHash.BYTES);
        return Arrays.equals(hash, NEVER_WRITTEN) ? null : hash;
    }

    /// Finds tiles that a tree of `size` leaves does not have.
    void requireNoneBeyond(long size) {
        for (var tile : widths.entrySet()) {
            int level = tile.getKey().level();
            long count = size >> 8 * level;
            long first = tile.getKey().index() * Tile.WIDTH;
            if (first + tile.getValue().last() > count) {
                String file = tile.getKey().file(tile.getValue().last()).toString();
                long entry = Math.max(first, count) << 8 * level;
                findings.add(
                        Finding.Kind.TILE_ALTERED, entry, file, "holds more than the ledger has");
            }
        }
    }

    private byte[] read(Tile tile) throws IOException {
        TreeSet<Integer> there = widths.getOrDefault(tile, new TreeSet<>());
        byte[] widest = new byte[0];
        for (int width : there.descendingSet()) {
            byte[] bytes = Files.readAllBytes(folder.resolve(tile.file(width)));
            String file = tile.file(width).toString();
            long entry = tile.index() * Tile.WIDTH << 8 * tile.level();
            if (bytes.length != width * TreeHash.BYTES && bytes.length > 0) {
                findings.add(
                        Finding.Kind.TILE_ALTERED, entry, file, "is not " + width + " hashes long");
            }
            if (widest.length == 0) {
                widest = bytes;
            } else if (!startsWith(widest, bytes)) {
                findings.add(Finding.Kind.TILE_ALTERED, entry, file, "contradicts its wider form");
            }
        }
        return widest;
    }

    private static boolean startsWith(byte[] whole, byte[] start) {
        return start.length <= whole.length
                && Arrays.equals(whole, 0, start.length, start, 0, start.length);
    }

    private void name(Path file) {
        String name = folder.relativize(file).toString();
        if (name.equals("tile/.new")) {
            return;
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches() || parts.group(2).length() > 19) {
            findings.add(Finding.Kind.TILE_ALTERED, -1, name, "is not a tile");
            return;
        }
        String digits = parts.group(2).replace("x", "").replace("/", "");
        var tile = new Tile(Integer.parseInt(parts.group(1)), Long.parseLong(digits));
        String partial = parts.group(3);
        int width = partial == null ? Tile.WIDTH : Integer.parseInt(partial);
        if (!tile.file(width).toString().equals(name) || partial != null && width >= Tile.WIDTH) {
            findings.add(Finding.Kind.TILE_ALTERED, -1, name, "is not a tile");
            return;
        }
        widths.computeIfAbsent(tile, _ -> new TreeSet<>()).add(width);
    }

    private static int inOrder(Tile one, Tile other) {
        int levels = Integer.compare(one.level(), other.level());
        return levels != 0 ? levels : Long.compare(one.index(), other.index());
    }
}
