package vigie.evidence.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import vigie.evidence.json.NotCanonical;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Lines;
import vigie.evidence.ledger.tree.Tile;
import vigie.evidence.ledger.tree.TreeHash;
import vigie.evidence.verify.Finding.Kind;
import vigie.model.material.Sha256;

/// Says what happened where entries, tiles and known roots disagree.
final class LogDiagnosis {
    /// Lines compared from the first break on: a few hundred megabytes at most.
    private static final int COMPARED = 200_000;

    private final Findings findings;
    private final TileFiles tiles;
    private final List<KnownRoot> known;
    private final List<KnownRoot> fileHolds;
    private final List<KnownRoot> storedHolds;

    LogDiagnosis(
            Findings findings,
            TileFiles tiles,
            List<KnownRoot> known,
            List<KnownRoot> fileHolds,
            List<KnownRoot> storedHolds) {
        this.findings = findings;
        this.tiles = tiles;
        this.known = known;
        this.fileHolds = fileHolds;
        this.storedHolds = storedHolds;
    }

    void say(FileChannel entries, LogCheck log) throws IOException {
        boolean fileRight = fileHolds.size() == known.size();
        boolean storedRight = storedHolds.size() == known.size();
        long proven = fileRight ? log.covered() : 0;
        log.differing().stream().filter(entry -> entry < proven).forEach(this::tileAltered);
        boolean differs =
                log.storedSize() > log.size()
                        || log.differing().stream().anyMatch(entry -> entry >= proven);
        if (differs) {
            long from = log.differing().isEmpty() ? log.size() : log.differing().getFirst();
            compare(entries, log, from, proven);
        }
        if (!fileRight && !(storedRight && differs)) {
            rootsFail(log);
        }
    }

    private void tileAltered(long entry) {
        findings.add(
                Kind.TILE_ALTERED,
                entry,
                Tile.of(0, entry).file().toString(),
                "the stored hash is not that of the entry, which the checkpoints prove right");
    }

    private void compare(FileChannel entries, LogCheck log, long from, long proven)
            throws IOException {
        var lines = new ArrayList<Difference.Line>();
        var reader = new Lines(entries, log.breakOffset(), entries.size());
        for (byte[] line; lines.size() < COMPARED && (line = reader.next()) != null; ) {
            lines.add(line(line));
        }
        if (lines.size() < COMPARED && reader.rest().length > 0) {
            lines.add(line(reader.rest()));
        }
        var expected = new ArrayList<Sha256>();
        byte[] hash;
        while (expected.size() < COMPARED
                && (hash = tiles.hash(0, from + expected.size())) != null) {
            expected.add(Sha256.ofDigest(hash));
        }
        boolean cut = lines.size() == COMPARED || expected.size() == COMPARED;
        if (cut) {
            findings.note("What follows entry " + (from + COMPARED) + " was not compared.");
        }
        boolean signed = storedHolds.size() == known.size();
        for (var change : new Difference(from, expected, lines).changes()) {
            say(change, proven, signed ? log.covered() : 0, cut ? from + COMPARED / 2 : -1);
        }
    }

    private static Difference.Line line(byte[] line) {
        long seq = -1;
        try {
            seq = Entry.parse(line).seq();
        } catch (NotCanonical _) {
            // A line that holds no entry states no number.
        }
        return new Difference.Line(Sha256.ofDigest(TreeHash.leaf(line)), seq);
    }

    private void say(Difference.Change change, long proven, long signed, long limit) {
        switch (change) {
            case Difference.Change.Altered(long entry) ->
                    add(Kind.ENTRY_ALTERED, entry, "reads otherwise now", proven, signed, limit);
            case Difference.Change.Removed(long entry) ->
                    add(Kind.ENTRY_REMOVED, entry, "is gone", proven, signed, limit);
            case Difference.Change.Truncated(long entry, long end) ->
                    add(
                            Kind.ENTRIES_TRUNCATED,
                            entry,
                            "and all up to " + (end - 1) + " are gone",
                            proven,
                            signed,
                            limit);
            case Difference.Change.Inserted(long line) ->
                    add(
                            Kind.ENTRY_INSERTED,
                            line,
                            "line " + (line + 1) + " was never entered here",
                            proven,
                            signed,
                            limit);
            case Difference.Change.Moved(long entry, long line) ->
                    add(
                            Kind.ENTRY_REORDERED,
                            Math.min(entry, line),
                            "entry " + entry + " stands in line " + (line + 1),
                            proven,
                            signed,
                            limit);
        }
    }

    private void add(Kind kind, long entry, String says, long proven, long signed, long limit) {
        if (entry < proven || limit >= 0 && entry >= limit) {
            return;
        }
        String held =
                entry < signed
                        ? "; the hashes that the checkpoints signed tell"
                        : "; no checkpoint that holds covers it, so its stored hash may be what changed";
        findings.add(kind, entry, "entries", says + held);
    }

    /// Where the hashes do not tell which entry it was, the roots tell between which two sizes.
    private void rootsFail(LogCheck log) {
        boolean held = true;
        long from = 0;
        for (KnownRoot root : known) {
            if (fileHolds.contains(root)) {
                held = true;
                from = root.size();
            } else if (root.size() > log.size()) {
                findings.add(
                        Kind.ENTRIES_TRUNCATED,
                        log.size(),
                        "entries",
                        "and all up to "
                                + (root.size() - 1)
                                + " are gone: "
                                + root.from()
                                + " covers them");
                return;
            } else if (held) {
                held = false;
                findings.add(
                        Kind.ENTRIES_REWRITTEN,
                        from,
                        "entries",
                        "it or a later one below "
                                + root.size()
                                + " is not what "
                                + root.from()
                                + " covers");
            }
        }
    }
}
