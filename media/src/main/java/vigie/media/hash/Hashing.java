package vigie.media.hash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import vigie.media.digest.Algorithm;
import vigie.media.digest.Digests;
import vigie.media.examine.Examined;

/// Hashes files, each in one read, several at once, and tells of them in the order they came.
public final class Hashing {
    /// Files in hand for each thread, so that a large one holds up no other.
    private static final int AHEAD = 8;

    private static final Examined TOO_LARGE =
            new Examined.Unreadable(
                    Examined.Reason.TOO_LARGE, "it is too large to be looked at", List.of());

    private final Looking looking;
    private final long largest;
    private final int threads;

    /// Looks at a picture; it may be done in another process.
    @FunctionalInterface
    public interface Looking {
        Examined at(byte[] file);
    }

    /// @param largest the bytes of a file above which it is digested and not looked at
    public Hashing(Looking looking, long largest, int threads) {
        this.looking = looking;
        this.largest = largest;
        this.threads = threads;
    }

    /// Hashes files; one that cannot be read costs its own line.
    ///
    /// @throws InterruptedException if this thread is; the rest is then not hashed
    public void all(Iterator<Path> files, Consumer<HashedFile> done) throws InterruptedException {
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().daemon().name("vigie-hash-", 0).factory());
        try {
            Queue<Future<HashedFile>> waiting = new ArrayDeque<>();
            while (files.hasNext() || !waiting.isEmpty()) {
                while (files.hasNext() && waiting.size() < AHEAD * threads) {
                    Path file = files.next();
                    waiting.add(pool.submit(() -> of(file)));
                }
                done.accept(waiting.remove().get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a file was not hashed", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private HashedFile of(Path file) {
        try {
            EnumSet<Algorithm> every = EnumSet.allOf(Algorithm.class);
            if (Files.size(file) > largest) {
                try (InputStream stream = Files.newInputStream(file)) {
                    Digests digests = Digests.of(stream, every);
                    return HashedFile.of(file, digests, TOO_LARGE);
                }
            }
            byte[] bytes = Files.readAllBytes(file);
            return HashedFile.of(file, Digests.of(bytes, every), seen(bytes));
        } catch (IOException failed) {
            return HashedFile.unread(file, "it cannot be read: " + failed.getMessage());
        }
    }

    private Examined seen(byte[] bytes) {
        try {
            return looking.at(bytes);
        } catch (OutOfMemoryError _) {
            return TOO_LARGE;
        }
    }
}
