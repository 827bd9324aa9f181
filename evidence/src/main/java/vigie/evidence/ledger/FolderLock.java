package vigie.evidence.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/// One writer at a time for a folder, among the threads of this process and among processes. A
/// killed process lets go.
public final class FolderLock implements Closeable {
    /// A file lock holds for the whole process, so threads need one of their own for each folder.
    private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private static final String NAME = "lock";

    private final ReentrantLock threads;
    private final FileChannel file;

    FolderLock(Path folder) throws IOException {
        threads = THREADS.computeIfAbsent(folder.toRealPath(), _ -> new ReentrantLock());
        file =
                FileChannel.open(
                        folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /// Waits for the lock of a folder, where it has one that may be taken; a folder that cannot be
    /// written changes under nobody.
    public static Held hold(Path folder) throws IOException {
        if (!Files.isWritable(folder.resolve(NAME))) {
            return () -> {};
        }
        var lock = new FolderLock(folder);
        try {
            Held held = lock.take();
            return () -> {
                try (lock) {
                    held.close();
                }
            };
        } catch (IOException | RuntimeException failed) {
            try (lock) {
                throw failed;
            }
        }
    }

    Held take() throws IOException {
        threads.lock();
        try {
            if (threads.getHoldCount() > 1) {
                return threads::unlock;
            }
            FileLock lock = file.lock();
            return () -> {
                try {
                    lock.release();
                } finally {
                    threads.unlock();
                }
            };
        } catch (IOException | RuntimeException failed) {
            threads.unlock();
            throw failed;
        }
    }

    /// Closes the file while no thread of this process holds the lock: closing it would let go for
    /// all of them.
    @Override
    public void close() throws IOException {
        threads.lock();
        try {
            file.close();
        } finally {
            threads.unlock();
        }
    }

    /// The lock while it is held.
    @FunctionalInterface
    public interface Held extends Closeable {}
}
