package vigie.media.sets.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.record.Entry;
import vigie.media.sets.record.RecordWriter;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Merge;
import vigie.media.sets.segment.Reference;
import vigie.media.sets.segment.Runs;
import vigie.media.sets.segment.Segment;
import vigie.media.sets.segment.SegmentSeal;
import vigie.model.material.Sha256;

/// Collects what sources say and writes it as segments and records into a folder aside. Closed
/// without [#finish], it leaves nothing that counts.
public final class SetBuilder implements AutoCloseable {
    static final String PHOTO_DNA = "PhotoDNA";

    private final Path folder;
    private final int recordFile;
    private final Map<DigestKind, List<Runs>> bare = new EnumMap<>(DigestKind.class);
    private final Map<DigestKind, Runs> referring = new EnumMap<>(DigestKind.class);
    private final Map<String, Long> counted = new TreeMap<>();
    private final PhotoDnaValues photoDna;
    private @Nullable RecordWriter records;
    private boolean finished;

    /// @param folder     empty, on the disk of the sets
    /// @param recordFile the number that the file of records will have in its set
    public SetBuilder(Path folder, int recordFile) {
        this.folder = folder;
        this.recordFile = recordFile;
        photoDna = new PhotoDnaValues(folder);
    }

    /// A segment that was written.
    public record Part(Path file, DigestKind kind, SegmentSeal seal) {}

    /// Everything that was written.
    ///
    /// @param records the file of records, where there is one, of this length
    public record Built(
            List<Part> parts,
            @Nullable Path records,
            long length,
            long entries,
            List<String> warnings) {}

    /// Adds an entry.
    public void entry(Entry entry) throws IOException {
        DigestKind only = entry.digests().size() == 1 ? entry.digests().firstKey() : null;
        if (entry.properties().isEmpty() && only != null) {
            byte[] key = HexFormat.of().parseHex(entry.digests().get(only));
            if (only == DigestKind.PDQ) {
                referring(only).add(key, 0, new Reference(entry.quality(), 0, 0).packed());
            } else {
                bare(only).add(key, 0, Reference.NONE);
            }
            return;
        }
        if (records == null) {
            records = new RecordWriter(folder.resolve("records"));
        }
        long offset = records.add(entry);
        for (var digest : entry.digests().entrySet()) {
            int quality = digest.getKey() == DigestKind.PDQ ? entry.quality() : 0;
            referring(digest.getKey())
                    .add(
                            HexFormat.of().parseHex(digest.getValue()),
                            0,
                            new Reference(quality, recordFile, offset).packed());
        }
        photoDna.add(entry, offset);
    }

    /// Where digests go of which nothing else is said.
    public Runs bare(DigestKind kind) {
        List<Runs> runs = bare.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (runs.isEmpty()) {
            runs.add(new Runs(kind, false, folder));
        }
        return runs.getFirst();
    }

    /// The same, for one more thread.
    synchronized Runs another(DigestKind kind) {
        Runs runs = new Runs(kind, false, folder);
        bare.computeIfAbsent(kind, _ -> new ArrayList<>()).add(runs);
        return runs;
    }

    private Runs referring(DigestKind kind) {
        return referring.computeIfAbsent(kind, _ -> new Runs(kind, true, folder));
    }

    /// Counts something that the source has and the set has not, or that is doubtful.
    public void count(String what) {
        count(what, 1);
    }

    /// Counts several.
    public void count(String what, long several) {
        counted.merge(what, several, Long::sum);
    }

    /// Writes everything, durably.
    public Built finish() throws IOException {
        if (records != null) {
            photoDna.dropRepeated(records, counted);
        }
        List<Part> parts = new ArrayList<>();
        for (DigestKind kind : DigestKind.values()) {
            write(kind, bare.getOrDefault(kind, List.of()), "bare", parts);
            Runs runs = referring.get(kind);
            write(kind, runs == null ? List.of() : List.of(runs), "rows", parts);
        }
        long length = records == null ? 0 : records.finish();
        long entries = records == null ? 0 : records.count();
        List<String> warnings = new ArrayList<>();
        counted.forEach((what, count) -> warnings.add("%,d %s".formatted(count, what)));
        finished = true;
        Path file = records == null ? null : folder.resolve("records");
        return new Built(parts, file, length, entries, warnings);
    }

    private void write(DigestKind kind, List<Runs> runs, String name, List<Part> parts)
            throws IOException {
        long rows = 0;
        for (Runs one : runs) {
            rows += one.count();
        }
        if (rows > 0) {
            Path file = folder.resolve(kind.word() + "-" + name);
            parts.add(new Part(file, kind, Merge.runs(kind, runs, file)));
        }
    }

    @Override
    public void close() throws IOException {
        for (List<Runs> runs : bare.values()) {
            for (Runs one : runs) {
                one.close();
            }
        }
        for (Runs one : referring.values()) {
            one.close();
        }
        photoDna.close();
        if (records != null) {
            if (finished) {
                records.close();
            } else {
                records.discard();
            }
        }
    }

    /// The PhotoDNA values of a set, which are stored and never compared with a file. One that
    /// stands with different MD5s is a writer's fault and is dropped.
    private static final class PhotoDnaValues implements AutoCloseable {
        /// 144 bytes in base64 or in hexadecimal.
        private static final List<Integer> LENGTHS = List.of(192, 288);

        private static final int HALF = 16;

        private final Path folder;
        private final Runs runs;
        private long count;
        private long odd;

        PhotoDnaValues(Path folder) {
            this.folder = folder;
            runs = new Runs(DigestKind.PDQ, true, folder);
        }

        void add(Entry entry, long offset) throws IOException {
            String value = entry.properties().get(PHOTO_DNA);
            String md5 = entry.digests().get(DigestKind.MD5);
            if (value == null) {
                return;
            }
            count++;
            odd += LENGTHS.contains(value.length()) ? 0 : 1;
            if (md5 != null) {
                // Half a digest of the value, then the MD5: 32 bytes, as many as PDQ has.
                byte[] key =
                        Arrays.copyOf(
                                Sha256.of(value.getBytes(StandardCharsets.UTF_8)).bytes(),
                                2 * HALF);
                System.arraycopy(HexFormat.of().parseHex(md5), 0, key, HALF, HALF);
                runs.add(key, 0, offset);
            }
        }

        void dropRepeated(RecordWriter records, Map<String, Long> counted) throws IOException {
            if (count == 0) {
                return;
            }
            Path file = folder.resolve("photodna");
            Segment all = Segment.open(file, Merge.runs(DigestKind.PDQ, List.of(runs), file));
            long dropped = 0;
            int first = 0;
            for (int row = 1; row <= all.size(); row++) {
                if (row == all.size() || !sameValue(all, first, row)) {
                    if (differs(all, first, row - 1)) {
                        dropped += row - first;
                        for (int i = first; i < row; i++) {
                            records.drop(all.reference(i), PHOTO_DNA);
                        }
                    }
                    first = row;
                }
            }
            Files.delete(file);
            counted.put("PhotoDNA values, stored and never compared", count - dropped);
            if (odd > 0) {
                counted.put("PhotoDNA values of an unusual length", odd);
            }
            if (dropped > 0) {
                counted.put(
                        "PhotoDNA values dropped: one value stands with different files", dropped);
            }
        }

        private static boolean sameValue(Segment all, int a, int b) throws IOException {
            return all.word(a, 0) == all.word(b, 0) && all.word(a, 1) == all.word(b, 1);
        }

        private static boolean differs(Segment all, int a, int b) throws IOException {
            return all.word(a, 2) != all.word(b, 2) || all.word(a, 3) != all.word(b, 3);
        }

        @Override
        public void close() throws IOException {
            runs.close();
        }
    }
}
