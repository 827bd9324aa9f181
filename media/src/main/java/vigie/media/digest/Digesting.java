package vigie.media.digest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/// Digests files, one on each core, the largest first so that no core is left alone with it.
public final class Digesting implements AutoCloseable {
    /// Large enough that a read costs nothing beside it, small enough to stay in a core's cache.
    private static final int PART = 1 << 17;

    /// What all digests see before the next such block, while it is near.
    private static final int BLOCK = 1 << 14;

    private final Set<Algorithm> algorithms;
    private final int workers;
    private final ExecutorService threads;

    /// A file and its size when it was looked at.
    private record Sized(Path file, long bytes) {
        /// One that cannot be looked at counts as empty: what is wrong is said when it is read.
        static Sized of(Path file) {
            try {
                return new Sized(file, Files.size(file));
            } catch (IOException _) {
                return new Sized(file, 0);
            }
        }
    }

    public Digesting(Set<Algorithm> algorithms, int workers) {
        this.algorithms = Set.copyOf(algorithms);
        this.workers = workers;
        this.threads =
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("vigie-digest-", 0).factory());
    }

    /// Digests files and hands over each in its turn, in any order, one at a time.
    ///
    /// @throws IOException if one cannot be read; others may have been handed over, none is later
    public void all(List<Path> files, BiConsumer<Path, Digests> done) throws IOException {
        Iterator<Path> next =
                files.stream()
                        .map(Sized::of)
                        .sorted(Comparator.comparingLong(Sized::bytes).reversed())
                        .map(Sized::file)
                        .toList()
                        .iterator();
        Callable<Void> work = () -> work(next, done);
        try {
            for (Future<Void> worker : threads.invokeAll(Collections.nCopies(workers, work))) {
                worker.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while files were digested", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IOException(failed);
            }
        }
    }

    private Void work(Iterator<Path> next, BiConsumer<Path, Digests> done) throws IOException {
        var part = new byte[PART];
        while (true) {
            Path file;
            synchronized (next) {
                if (!next.hasNext()) {
                    return null;
                }
                file = next.next();
            }
            Digests digests = of(file, part);
            synchronized (done) {
                done.accept(file, digests);
            }
        }
    }

    /// Digests one file.
    public Digests of(Path file) throws IOException {
        return of(file, new byte[PART]);
    }

    private Digests of(Path file, byte[] part) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(part);
        var running = new Digests.Running(algorithms);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer.clear()) >= 0) {
                int length = buffer.position();
                for (int at = 0; at < length; at += BLOCK) {
                    running.update(part, at, Math.min(BLOCK, length - at));
                }
            }
        }
        return running.finish();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
