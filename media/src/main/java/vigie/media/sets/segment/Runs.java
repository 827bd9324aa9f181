package vigie.media.sets.segment;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Rows on their way into a segment, in any order, in bounded memory: what does not fit is sorted
/// and put aside in a file. For one thread; several are merged together.
public final class Runs implements AutoCloseable {
    /// Memory for rows; sorting takes as much again. Two threads hold 20 million MD5 in it.
    static final long MOST = 192L << 20;

    private static final long FIRST = 1 << 20;

    private final Rows rows;
    private final Path folder;
    private final long most;
    private final List<Path> aside = new ArrayList<>();
    private Arena arena = Arena.ofShared();
    private MemorySegment buffer;
    private long count;
    private long room;
    private boolean sorted;

    /// @param folder where to put aside what does not fit
    public Runs(DigestKind kind, boolean references, Path folder) {
        this(Rows.of(kind, references), folder, MOST);
    }

    Runs(Rows rows, Path folder, long most) {
        this.rows = rows;
        this.folder = folder;
        this.most = most;
        buffer = arena.allocate(Math.min(FIRST, most));
        room = buffer.byteSize() / rows.stride();
    }

    Rows rows() {
        return rows;
    }

    /// How many rows came so far, those that come twice counted twice.
    public long count() throws IOException {
        long total = count;
        for (Path file : aside) {
            total += Files.size(file) / rows.stride();
        }
        return total;
    }

    /// Adds the key that starts at `from`, with what it refers to, which is ignored where this
    /// kind of row refers to nothing.
    public void add(byte[] key, int from, long reference) throws IOException {
        if (count == room) {
            grow();
        }
        long at = count * rows.stride();
        MemorySegment.copy(key, from, buffer, ValueLayout.JAVA_BYTE, at, rows.width());
        if (rows.references()) {
            buffer.set(Rows.REFERENCE, at + rows.width(), reference);
        }
        count++;
    }

    private void grow() throws IOException {
        long size = Math.min(most, buffer.byteSize() * 2);
        if (size == buffer.byteSize()) {
            putAside();
            return;
        }
        Arena larger = Arena.ofShared();
        MemorySegment more = larger.allocate(size);
        MemorySegment.copy(buffer, 0, more, 0, count * rows.stride());
        arena.close();
        arena = larger;
        buffer = more;
        room = size / rows.stride();
    }

    private void putAside() throws IOException {
        sort();
        Path file = folder.resolve("run-" + UUID.randomUUID());
        aside.add(file);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = count * rows.stride();
            for (long at = 0; at < size; ) {
                long length = Math.min(1 << 24, size - at);
                at += out.write(buffer.asSlice(at, length).asByteBuffer());
            }
        }
        count = 0;
        sorted = false;
    }

    /// Sorts what is in memory; called by [Merge] too, but may be called earlier, by the thread
    /// that filled it.
    public void sort() {
        if (!sorted) {
            try (Arena scratch = Arena.ofShared()) {
                long size = Math.max(1, count * rows.stride());
                new RowSort(rows).sort(buffer, scratch.allocate(size), count);
            }
            sorted = true;
        }
    }

    /// Every run, sorted.
    List<MemorySegment> sorted(Arena mapping) throws IOException {
        sort();
        List<MemorySegment> all = new ArrayList<>();
        for (Path file : aside) {
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
                all.add(in.map(FileChannel.MapMode.READ_ONLY, 0, in.size(), mapping));
            }
        }
        all.add(buffer.asSlice(0, count * rows.stride()));
        return all;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        for (Path file : aside) {
            Files.deleteIfExists(file);
        }
    }
}
