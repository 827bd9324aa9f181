package vigie.media.sets;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vigie.evidence.disk.Durable;
import vigie.evidence.ledger.FolderLock;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Merge;
import vigie.media.sets.segment.Segment;
import vigie.media.sets.segment.SegmentSeal;

/// Makes one segment of the several of a kind that a set has, in one pass, while others read, and
/// import too.
///
/// It is written in a folder of its own and then takes the place of what it holds by one
/// replacement of the list; where the set changed meanwhile it is thrown away. Whoever is killed
/// leaves the sets as they were. What the sets list stays the same, so no case is matched again.
final class Merging {
    private static final String ASIDE = "merging";

    /// As many segments of one kind are merged whatever they weigh: each costs every look-up.
    private static final int MANY = 8;

    /// Fewer are, unless the largest has more than so many times the rows of the others: a small
    /// delta does not have a large set written anew.
    private static final int SMALL = 8;

    private final Path folder;
    private final Path aside;

    Merging(Path folder) {
        this.folder = folder;
        this.aside = folder.resolve(ASIDE);
    }

    /// What a merge makes one of.
    private record Kind(DigestKind kind, boolean references) implements Comparable<Kind> {
        String name() {
            return kind.word() + (references ? "-rows-" : "-bare-");
        }

        @Override
        public int compareTo(Kind other) {
            return name().compareTo(other.name());
        }
    }

    private record Open(Manifest.Part part, Segment segment) {}

    /// Merges what is worth it, or all that can be; one at a time, among processes too.
    ///
    /// @return how many segments there are fewer
    int run(boolean all) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        Durable.folders(aside);
        if (!Files.exists(aside.resolve("lock"))) {
            Durable.replace(aside.resolve("lock"), new byte[0]);
        }
        try (FolderLock.Held _ = FolderLock.hold(aside)) {
            clear();
            int fewer = 0;
            for (Manifest.Held held : Manifest.read(folder).sets()) {
                for (Map.Entry<Kind, List<Open>> one : open(held).entrySet()) {
                    if (worth(one.getValue(), all)) {
                        fewer += merge(held.info().id(), one.getKey(), one.getValue());
                    }
                }
            }
            return fewer;
        }
    }

    /// Leftovers of a merge that was killed.
    private void clear() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(aside, "*.seg")) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    /// Its segments; none where the set goes while they are opened.
    private Map<Kind, List<Open>> open(Manifest.Held held) throws IOException {
        Map<Kind, List<Open>> segments = new TreeMap<>();
        try {
            for (Manifest.Part part : held.parts()) {
                Segment segment = Segment.open(folder.resolve(part.file()), part.seal());
                segments.computeIfAbsent(
                                new Kind(part.kind(), segment.references()), _ -> new ArrayList<>())
                        .add(new Open(part, segment));
            }
            return segments;
        } catch (NoSuchFileException gone) {
            if (Manifest.read(folder).sets().contains(held)) {
                throw gone;
            }
            return Map.of();
        }
    }

    private static boolean worth(List<Open> segments, boolean all) {
        long sum = 0;
        long largest = 0;
        for (Open one : segments) {
            sum += one.segment().size();
            largest = Math.max(largest, one.segment().size());
        }
        return segments.size() > 1
                && (all || segments.size() > MANY || largest <= SMALL * (sum - largest));
    }

    private int merge(int set, Kind kind, List<Open> segments) throws IOException {
        Path merged = aside.resolve(set + "-" + kind.name() + "new.seg");
        SegmentSeal seal = Merge.segments(segments.stream().map(Open::segment).toList(), merged);
        List<Manifest.Part> parts = segments.stream().map(Open::part).toList();
        try (FolderLock.Held _ = FolderLock.hold(folder)) {
            Manifest manifest = Manifest.read(folder);
            Optional<Manifest.Held> held =
                    manifest.sets().stream()
                            .filter(one -> one.info().id() == set)
                            .filter(one -> one.parts().containsAll(parts))
                            .findFirst();
            if (held.isEmpty()) {
                Files.delete(merged);
                return 0;
            }
            long merges = manifest.merges() + 1;
            String name = set + "/" + kind.name() + manifest.generation() + "-" + merges + ".seg";
            Files.move(
                    merged,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Durable.syncFolder(SetFolder.set(folder, set));
            Manifest now =
                    manifest.merged(held.get(), parts, new Manifest.Part(name, kind.kind(), seal));
            now.write(folder);
            SetFolder.sweep(folder, now);
            return parts.size() - 1;
        }
    }
}
