package vigie.media.digest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/// Digests files, one on each core, and reads the next part of each while it digests the last.
public final class Digesting implements AutoCloseable {
    /// Large enough that handing a part over costs nothing beside it, small enough for the cache.
    private static final int PART = 1 << 19;

    /// The part of a block that all digests see before the next, while it is near.
    private static final int BLOCK = 1 << 14;

    private final Set<Algorithm> algorithms;
    private final int workers;
    private final ExecutorService threads;

    public Digesting(Set<Algorithm> algorithms, int workers) {
        this.algorithms = Set.copyOf(algorithms);
        this.workers = workers;
        this.threads =
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("vigie-digest-", 0).factory());
    }

    /// Digests files and hands over each in its turn, in any order, one at a time.
    ///
    /// @throws IOException if one cannot be read; others may have been handed over
    public void all(List<Path> files, BiConsumer<Path, Digests> done) throws IOException {
        Iterator<Path> next = files.iterator();
        List<Future<Void>> running =
                java.util.stream.IntStream.range(0, Math.min(workers, files.size()))
                        .mapToObj(_ -> threads.submit(() -> work(next, done)))
                        .toList();
        for (Future<Void> worker : running) {
            await(worker);
        }
    }

    private Void work(Iterator<Path> next, BiConsumer<Path, Digests> done) throws IOException {
        var buffers = new byte[2][PART];
        while (true) {
            Path file;
            synchronized (next) {
                if (!next.hasNext()) {
                    return null;
                }
                file = next.next();
            }
            Digests digests = of(file, buffers);
            synchronized (done) {
                done.accept(file, digests);
            }
        }
    }

    /// Digests one file.
    public Digests of(Path file) throws IOException {
        return of(file, new byte[2][PART]);
    }

    private Digests of(Path file, byte[][] buffers) throws IOException {
        var running = new Digests.Running(algorithms);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int held = fill(channel, buffers[0]);
            for (int turn = 0; held > 0; turn ^= 1) {
                byte[] ahead = buffers[turn ^ 1];
                if (held < PART) {
                    digest(running, buffers[turn], held);
                    break;
                }
                Future<Integer> reading = threads.submit(() -> fill(channel, ahead));
                digest(running, buffers[turn], held);
                held = await(reading);
            }
        }
        return running.finish();
    }

    private static void digest(Digests.Running running, byte[] part, int length) {
        for (int at = 0; at < length; at += BLOCK) {
            running.update(part, at, Math.min(BLOCK, length - at));
        }
    }

    private static int fill(FileChannel channel, byte[] part) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(part);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until it is full or the file ends
        }
        return buffer.position();
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
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

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
