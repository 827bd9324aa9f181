package vigie.evidence.ledger.tree;

import java.nio.file.Path;
import java.util.Locale;

/// The place of 256 neighbouring hashes of one level, named as C2SP tlog-tiles names it.
///
/// @param level 0 for leaves; a hash of level `n` stands above 256 of level `n - 1`
/// @param index its number within the level
public record Tile(int level, long index) {
    /// Hashes of a full tile.
    public static final int WIDTH = 256;

    /// Bytes of a full tile.
    public static final int BYTES = WIDTH * TreeHash.BYTES;

    /// The tile that holds hash `index` of a level.
    public static Tile of(int level, long index) {
        return new Tile(level, index / WIDTH);
    }

    /// The file of the full tile within the ledger's folder: `tile/0/x001/234`.
    public Path file() {
        String name = String.format(Locale.ROOT, "%03d", index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            name = String.format(Locale.ROOT, "x%03d/%s", rest % 1000, name);
        }
        return Path.of("tile", Integer.toString(level), name);
    }

    /// The folder of the tile's partial forms, each named for the number of its hashes.
    public Path partials() {
        Path file = file();
        return file.resolveSibling(file.getFileName() + ".p");
    }

    /// The file of the tile while it holds `width` hashes.
    public Path file(int width) {
        return width == WIDTH ? file() : partials().resolve(Integer.toString(width));
    }
}
