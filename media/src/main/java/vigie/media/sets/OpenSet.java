package vigie.media.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.record.Entry;
import vigie.media.sets.record.RecordFile;
import vigie.media.sets.segment.DigestKind;
import vigie.media.sets.segment.Reference;
import vigie.media.sets.segment.Segment;

/// One set with its files open.
final class OpenSet implements AutoCloseable {
    private final SetInfo info;
    private final List<Segment> segments = new ArrayList<>();
    private final List<RecordFile> records = new ArrayList<>();
    private final boolean videos;

    private OpenSet(SetInfo info) {
        this.info = info;
        videos = info.files().stream().anyMatch(file -> file.format().equals("vpdq"));
    }

    static OpenSet open(Path folder, Manifest.Held held) throws IOException {
        OpenSet set = new OpenSet(held.info());
        try {
            for (Manifest.Part part : held.parts()) {
                set.segments.add(Segment.open(folder.resolve(part.file()), part.seal()));
            }
            for (int i = 0; i < held.records().size(); i++) {
                Path file = SetFolder.records(folder, held.info().id(), i);
                set.records.add(RecordFile.open(file, held.records().get(i)));
            }
            return set;
        } catch (IOException | RuntimeException failed) {
            set.close();
            throw failed;
        }
    }

    SetInfo info() {
        return info;
    }

    List<Segment> segments(DigestKind kind) {
        return segments.stream().filter(segment -> segment.kind() == kind).toList();
    }

    List<Segment> segments() {
        return segments;
    }

    /// Whether a look-up by this kind of digest says more than one by a stronger kind would: a weak
    /// digest can be made to equal a listed one, which must not make a file known.
    boolean asks(DigestKind kind) {
        if (info.label().kind() != SetKind.KNOWN || info.records() > 0) {
            return true;
        }
        long rows = info.rows().getOrDefault(kind, 0L);
        for (DigestKind stronger : DigestKind.values()) {
            if (stronger != DigestKind.PDQ
                    && stronger.compareTo(kind) > 0
                    && info.rows().getOrDefault(stronger, 0L) >= rows) {
                return false;
            }
        }
        return true;
    }

    @Nullable Entry entry(long packed) throws IOException {
        Reference reference = Reference.of(packed);
        if (reference.offset() == 0) {
            return null;
        }
        if (reference.file() >= records.size()) {
            throw new IOException("a row of the set " + info.label().name() + " refers to no file");
        }
        return records.get(reference.file()).read(reference.offset());
    }

    /// What names the video of which an entry is a frame; null where it is none. Records are read
    /// of sets alone that were made from frames of videos.
    @Nullable String video(long packed) throws IOException {
        if (!videos) {
            return null;
        }
        Entry entry = entry(packed);
        return entry == null ? null : entry.properties().get(Entry.VIDEO);
    }

    @Override
    public void close() throws IOException {
        for (RecordFile file : records) {
            file.close();
        }
    }
}
