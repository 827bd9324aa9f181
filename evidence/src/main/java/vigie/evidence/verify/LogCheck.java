package vigie.evidence.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.evidence.json.NotCanonical;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Lines;
import vigie.evidence.ledger.tree.Frontier;
import vigie.evidence.ledger.tree.TreeHash;
import vigie.evidence.verify.Finding.Kind;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;

/// Compares the file of entries, the tiles and all known roots with each other, in one walk.
///
/// Two trees grow side by side: one from the lines of the file, one from the leaf hashes that the
/// tiles hold. Which of them leads to the signed roots is right; where both differ from each other,
/// the right one tells what happened to the other ([LogDiagnosis]).
final class LogCheck {
    /// Receives the entry of each line that holds one.
    @FunctionalInterface
    interface Visitor {
        /// Receives one entry.
        ///
        /// @param sound whether it and all before it are where they were
        void entry(Entry entry, boolean sound) throws IOException;
    }

    /// Differing hashes that are named one by one.
    private static final int NAMED = 1000;

    private final Path folder;
    private final @Nullable CaseName name;
    private final List<KnownRoot> known;
    private final Findings findings;
    private final TileFiles tiles;
    private final Visitor visitor;

    private final Frontier file = new Frontier();
    private final Frontier stored = new Frontier();
    private final Map<Integer, List<byte[]>> fileLevels = new HashMap<>();
    private final Map<Integer, List<byte[]>> storedLevels = new HashMap<>();
    private final List<Long> differing = new ArrayList<>();
    private final List<KnownRoot> fileHolds = new ArrayList<>();
    private final List<KnownRoot> storedHolds = new ArrayList<>();
    private long missingFrom = -1;
    private long breakOffset;
    private int nextKnown;
    private int nextKnownStored;

    LogCheck(
            Path folder,
            @Nullable CaseName name,
            List<KnownRoot> known,
            Findings findings,
            Visitor visitor)
            throws IOException {
        this.folder = folder;
        this.name = name;
        this.known = known.stream().sorted(Comparator.comparingLong(KnownRoot::size)).toList();
        this.findings = findings;
        this.visitor = visitor;
        this.tiles = new TileFiles(folder, findings);
    }

    void run() throws IOException {
        try (var entries = FileChannel.open(folder.resolve("entries"), StandardOpenOption.READ)) {
            walk(entries);
            checkLevels();
            tiles.requireNoneBeyond(Math.max(size(), stored.size()));
            new LogDiagnosis(findings, tiles, known, fileHolds, storedHolds).say(entries, this);
        }
    }

    /// How many entries the file holds.
    long size() {
        return file.size();
    }

    /// The root of the tree over the lines of the file.
    Sha256 root() {
        return Sha256.ofDigest(file.root());
    }

    /// Whether every line is the entry whose hash is stored for it.
    boolean sound() {
        return differing.isEmpty() && stored.size() == size();
    }

    /// How many leaf hashes are known from tiles.
    long storedSize() {
        return stored.size();
    }

    /// The entries whose stored hash differs, at most 1,000.
    List<Long> differing() {
        return differing;
    }

    /// Where the line of the first of them starts, or the end of the file.
    long breakOffset() {
        return breakOffset;
    }

    /// The largest size that a known root covers.
    long covered() {
        return known.isEmpty() ? 0 : known.getLast().size();
    }

    private void walk(FileChannel entries) throws IOException {
        compareRoots();
        var lines = new Lines(entries, 0, entries.size());
        long start = 0;
        for (byte[] line; (line = lines.next()) != null; ) {
            step(line, start);
            start = lines.position();
        }
        byte[] rest = lines.rest();
        if (rest.length > 0 && (size() < covered() || tiles.hash(0, size()) != null)) {
            step(rest, start);
        } else if (rest.length > 0) {
            findings.note(
                    "The last line is incomplete: a process was stopped before the entry was"
                            + " acknowledged. It is cut at the next opening.");
        }
        if (differing.isEmpty()) {
            breakOffset = entries.size();
        }
        for (byte[] leaf; (leaf = tiles.hash(0, stored.size())) != null; ) {
            stored.add(leaf, (level, _, hash) -> keep(storedLevels, level, hash));
            compareStoredRoots();
        }
    }

    private void step(byte[] line, long start) throws IOException {
        byte[] leaf = TreeHash.leaf(line);
        byte[] there = tiles.hash(0, size());
        boolean differs = there != null && !Arrays.equals(there, leaf);
        if (there == null) {
            missing();
        }
        if (differs) {
            if (differing.isEmpty()) {
                breakOffset = start;
            }
            if (differing.size() < NAMED) {
                differing.add(size());
            }
        }
        parse(line, differs);
        file.add(leaf, (level, _, hash) -> keep(fileLevels, level, hash));
        stored.add(
                there == null ? leaf : there, (level, _, hash) -> keep(storedLevels, level, hash));
        compareRoots();
    }

    private void missing() {
        long tile = size() / 256;
        if (size() < covered() && tile != missingFrom) {
            missingFrom = tile;
            findings.add(Kind.TILE_MISSING, size(), "tile/0", "the hash of this entry is missing");
        }
    }

    private void parse(byte[] line, boolean differs) throws IOException {
        try {
            Entry entry = Entry.parse(line);
            if (differing.isEmpty() && entry.seq() != size()) {
                malformed("its line holds number " + entry.seq());
            }
            if (!differs && name != null && !entry.name().equals(name)) {
                malformed("it is an entry of case " + entry.name());
            }
            visitor.entry(entry, differing.isEmpty() && entry.seq() == size());
        } catch (NotCanonical malformed) {
            if (!differs) {
                malformed(malformed.reason());
            }
        }
    }

    private void malformed(String says) {
        findings.add(Kind.ENTRY_MALFORMED, size(), "entries", says);
    }

    private void compareRoots() {
        for (; nextKnown < known.size() && known.get(nextKnown).size() == size(); nextKnown++) {
            if (known.get(nextKnown).root().equals(root())) {
                fileHolds.add(known.get(nextKnown));
            }
        }
        compareStoredRoots();
    }

    private void compareStoredRoots() {
        for (;
                nextKnownStored < known.size()
                        && known.get(nextKnownStored).size() == stored.size();
                nextKnownStored++) {
            if (known.get(nextKnownStored).root().equals(Sha256.ofDigest(stored.root()))) {
                storedHolds.add(known.get(nextKnownStored));
            }
        }
    }

    private void checkLevels() throws IOException {
        for (var each : storedLevels.entrySet()) {
            int level = each.getKey();
            List<byte[]> expected = each.getValue();
            List<byte[]> alternative = fileLevels.getOrDefault(level, List.of());
            for (int i = 0; i < expected.size(); i++) {
                byte[] there = tiles.hash(level, i);
                long entry = (long) i << 8 * level;
                boolean asFile = i < alternative.size() && Arrays.equals(there, alternative.get(i));
                if (there == null && entry + (1L << 8 * level) <= covered()) {
                    findings.add(Kind.TILE_MISSING, entry, "tile/" + level, "hash " + i);
                } else if (there != null && !asFile && !Arrays.equals(there, expected.get(i))) {
                    findings.add(
                            Kind.TILE_ALTERED,
                            entry,
                            "tile/" + level,
                            "hash " + i + " is not that of the level below");
                }
            }
        }
    }

    /// Level 0 is compared line by line and need not be kept.
    private static void keep(Map<Integer, List<byte[]>> levels, int level, byte[] hash) {
        if (level > 0) {
            levels.computeIfAbsent(level, _ -> new ArrayList<>()).add(hash);
        }
    }
}
