package vigie.evidence.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.evidence.json.NotCanonical;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.Checkpoints;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.VerifierKey;
import vigie.evidence.ledger.tree.Frontier;
import vigie.evidence.ledger.tree.Tile;
import vigie.evidence.ledger.tree.TileWriter;
import vigie.evidence.ledger.tree.TileWriter.Mode;
import vigie.evidence.ledger.tree.Tiles;
import vigie.evidence.ledger.tree.TreeHash;
import vigie.model.material.Sha256;

/// What a process knows of a ledger's entries: how many, up to which byte, and the edge of their
/// tree. Used under the folder's lock.
///
/// Tiles and offsets that a checkpoint covers were made durable before it was signed and are taken
/// as they are, if they lead to its root; what lies beyond is computed again from the entries. If
/// they do not lead there, all entries are read: then either every checkpoint holds, and the tiles
/// are mended, or the ledger is refused.
final class Replay {
    private final Origin origin;
    private final EntryFile entries;
    private final SortedMap<Long, Checkpoint> signed;
    private final Frontier frontier;
    private final TileWriter tiles;
    private long end;

    private Replay(
            Origin origin,
            EntryFile entries,
            SortedMap<Long, Checkpoint> signed,
            Frontier frontier,
            TileWriter tiles,
            long end) {
        this.origin = origin;
        this.entries = entries;
        this.signed = signed;
        this.frontier = frontier;
        this.tiles = tiles;
        this.end = end;
    }

    static Replay open(
            Path folder, Origin origin, EntryFile entries, Checkpoints checkpoints, VerifierKey key)
            throws IOException {
        var signed = new TreeMap<Long, Checkpoint>();
        var latest = checkpoints.latest(key);
        if (latest.isPresent()) {
            long size = latest.get().size();
            signed.put(size, latest.get());
            try {
                return from(size - size % Tile.WIDTH, folder, origin, entries, signed);
            } catch (IOException _) {
                // What is kept beside the entries does not lead to the root: they are asked below.
            }
        }
        for (long size : checkpoints.sizes().toArray()) {
            signed.put(size, checkpoints.read(size, key));
        }
        return mended(folder, origin, entries, signed);
    }

    private static Replay from(
            long start,
            Path folder,
            Origin origin,
            EntryFile entries,
            SortedMap<Long, Checkpoint> signed)
            throws IOException {
        var replay =
                new Replay(
                        origin,
                        entries,
                        signed,
                        Frontier.at(start, new Tiles(folder)),
                        TileWriter.at(folder, start),
                        entries.offset(start));
        replay.walk(Mode.EXTEND);
        replay.requireNoDifference();
        replay.cutIncomplete();
        return replay;
    }

    private static Replay mended(
            Path folder, Origin origin, EntryFile entries, SortedMap<Long, Checkpoint> signed)
            throws IOException {
        var replay = fresh(folder, origin, entries, signed);
        replay.walk(Mode.COMPARE);
        OptionalLong last = replay.tiles.lastDifference();
        if (last.isPresent() && last.getAsLong() >= replay.covered()) {
            replay.requireNoDifference();
        }
        var mended = fresh(folder, origin, entries, signed);
        mended.walk(Mode.MEND);
        mended.cutIncomplete();
        return mended;
    }

    private static Replay fresh(
            Path folder, Origin origin, EntryFile entries, SortedMap<Long, Checkpoint> signed)
            throws IOException {
        return new Replay(origin, entries, signed, new Frontier(), TileWriter.at(folder, 0), 0);
    }

    long size() {
        return frontier.size();
    }

    Sha256 root() {
        return Sha256.ofDigest(frontier.root());
    }

    /// The byte after the last entry.
    long end() {
        return end;
    }

    /// Learns what another process appended.
    void read() throws IOException {
        if (entries.length() < end) {
            throw new LedgerCorrupt(size(), "the file of entries became shorter");
        }
        walk(Mode.EXTEND);
        requireNoDifference();
        cutIncomplete();
    }

    /// Takes over entries that were just made durable at the end.
    void appended(List<byte[]> lines) throws IOException {
        for (byte[] line : lines) {
            add(line, end + line.length + 1, Mode.EXTEND);
        }
        tiles.flush(Mode.EXTEND);
    }

    void flush() throws IOException {
        tiles.flush(Mode.EXTEND);
        requireNoDifference();
    }

    /// Makes durable what can be computed from the entries.
    void sync() throws IOException {
        flush();
        tiles.sync();
        entries.syncOffsets();
    }

    void signed(Checkpoint checkpoint) {
        signed.clear();
        signed.put(checkpoint.size(), checkpoint);
    }

    /// The entry that a line holds.
    ///
    /// @throws LedgerCorrupt if it does not hold entry `seq`
    static Entry parse(long seq, byte[] line) throws LedgerCorrupt {
        try {
            Entry entry = Entry.parse(line);
            if (entry.seq() != seq) {
                throw new LedgerCorrupt(seq, "its line holds number " + entry.seq());
            }
            return entry;
        } catch (NotCanonical malformed) {
            throw new LedgerCorrupt(seq, malformed.reason());
        }
    }

    private void walk(Mode mode) throws IOException {
        Lines lines = entries.lines(end, entries.length());
        for (byte[] line; (line = lines.next()) != null; ) {
            Entry entry = parse(size(), line);
            if (!entry.name().equals(origin.name())) {
                throw new LedgerCorrupt(size(), "an entry of case " + entry.name());
            }
            add(line, lines.position(), mode);
            tiles.relieve(mode);
            requireRoot();
        }
        if (size() < covered()) {
            throw new LedgerCorrupt(
                    size(), "missing, though a checkpoint covers " + covered() + " entries");
        }
        tiles.flush(mode);
    }

    private void add(byte[] line, long next, Mode mode) throws IOException {
        if (mode != Mode.COMPARE && size() % EntryFile.STRIDE == 0) {
            entries.note(size(), end);
        }
        frontier.add(TreeHash.leaf(line), tiles);
        end = next;
    }

    private void requireRoot() throws IOException {
        Checkpoint here = signed.get(size());
        if (here != null && !here.root().equals(root())) {
            tiles.flush(Mode.COMPARE);
            requireNoDifference();
            long from = signed.headMap(size()).isEmpty() ? 0 : signed.headMap(size()).lastKey();
            throw new LedgerCorrupt(
                    from, "it or a later one below " + size() + " is not what was signed");
        }
    }

    private void requireNoDifference() throws LedgerCorrupt {
        OptionalLong first = tiles.difference();
        if (first.isPresent()) {
            throw new LedgerCorrupt(
                    first.getAsLong(),
                    "it and its tile differ, or it is missing: verify says more");
        }
    }

    /// What a killed process left after the last newline was never acknowledged.
    private void cutIncomplete() throws IOException {
        if (entries.length() > end) {
            entries.cut(end);
        }
    }

    private long covered() {
        return signed.isEmpty() ? 0 : signed.lastKey();
    }
}
