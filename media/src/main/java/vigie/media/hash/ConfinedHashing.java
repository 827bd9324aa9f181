package vigie.media.hash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.media.digest.Algorithm;
import vigie.media.digest.Digests;
import vigie.media.examine.Examined;
import vigie.media.video.Container;
import vigie.media.worker.Answer;
import vigie.media.worker.Item;
import vigie.media.worker.Workers;

/// Hashes files whose pictures are decoded in confined workers, and tells of them in the order they
/// came. Each is read once, unless a worker dies of it. Clips are digested and not looked into.
public final class ConfinedHashing {
    private static final int HEAD = 1024;
    private static final Set<Algorithm> EVERY = EnumSet.allOf(Algorithm.class);

    private final Iterator<Path> files;
    private final long largest;
    private final Consumer<HashedFile> done;
    private final Map<Long, Path> asked = new ConcurrentHashMap<>();
    private final Map<Long, Read> read = new ConcurrentHashMap<>();
    private final Map<Long, HashedFile> early = new ConcurrentHashMap<>();
    private long next;
    private long told;

    /// What reading a file gave; what a worker says of it counts unless there is something here.
    private record Read(@Nullable Digests digests, @Nullable Examined found, String why) {}

    private ConfinedHashing(Iterator<Path> files, long largest, Consumer<HashedFile> done) {
        this.files = files;
        this.largest = largest;
        this.done = done;
    }

    /// Hashes files; one that cannot be read or decoded costs its own line.
    ///
    /// @param largest the bytes of a file above which it is digested and not looked at
    /// @throws IOException where no worker can be started
    public static void all(
            Workers workers, Iterator<Path> files, long largest, Consumer<HashedFile> done)
            throws IOException {
        ConfinedHashing hashing = new ConfinedHashing(files, largest, done);
        workers.examine(hashing.items(), hashing::tell);
    }

    private Iterator<Item> items() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return files.hasNext();
            }

            @Override
            public Item next() {
                return item(files.next());
            }
        };
    }

    private Item item(Path file) {
        long id = next++;
        asked.put(id, file);
        try {
            long size = Files.size(file);
            boolean clip = clip(file);
            if (size <= largest && !clip) {
                return new Item(id, size, () -> whole(id, file, (int) size));
            }
            Examined why =
                    clip
                            ? unreadable(Examined.Reason.UNSUPPORTED, "a clip")
                            : unreadable(
                                    Examined.Reason.TOO_LARGE, "it is too large to be looked at");
            return new Item(id, 0, () -> digested(id, file, why));
        } catch (IOException failed) {
            read.put(id, unread(failed));
            return new Item(id, 0, InputStream::nullInputStream);
        }
    }

    private static Examined unreadable(Examined.Reason reason, String why) {
        return new Examined.Unreadable(reason, why, List.of());
    }

    private static Read unread(IOException failed) {
        return new Read(null, null, "it cannot be read: " + failed.getMessage());
    }

    private static boolean clip(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return Container.of(stream.readNBytes(HEAD)).isPresent();
        }
    }

    /// A file that cannot be read after all is sent as zeros, which no worker sees anything in.
    private InputStream whole(long id, Path file, int size) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == size) {
                read.put(id, new Read(Digests.of(bytes, EVERY), null, ""));
                return new ByteArrayInputStream(bytes);
            }
            read.put(id, unread(new IOException("it changes")));
        } catch (IOException failed) {
            read.put(id, unread(failed));
        }
        return new ByteArrayInputStream(new byte[size]);
    }

    private InputStream digested(long id, Path file, Examined why) {
        try (InputStream stream = Files.newInputStream(file)) {
            read.put(id, new Read(Digests.of(stream, EVERY), why, ""));
        } catch (IOException failed) {
            read.put(id, unread(failed));
        }
        return InputStream.nullInputStream();
    }

    private void tell(Answer answer) {
        long id = answer.id();
        early.put(id, file(asked.remove(id), read.remove(id), answer.examined()));
        for (HashedFile file; (file = early.remove(told)) != null; told++) {
            done.accept(file);
        }
    }

    private static HashedFile file(@Nullable Path file, @Nullable Read read, Examined examined) {
        if (file == null || read == null) {
            throw new IllegalStateException("an answer to nothing");
        }
        Digests digests = read.digests();
        Examined found = read.found();
        return digests == null
                ? HashedFile.unread(file, read.why())
                : HashedFile.of(file, digests, found == null ? examined : found);
    }
}
