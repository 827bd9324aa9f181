package vigie.casework.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The right to change what one case holds, one holder at a time among all processes of this
/// machine. A killed process lets go.
public final class WorkLock implements AutoCloseable {
    /// Closing any channel to a locked file lets go of the lock, so a file in here is not touched.
    private static final Map<Path, Thread> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final @Nullable FileChannel channel;

    private WorkLock(Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// The same, where the thread that asks may have it already.
    public static Optional<WorkLock> takeOrHeld(Path file) throws IOException {
        return Thread.currentThread().equals(HELD.get(file))
                ? Optional.of(new WorkLock(file, null))
                : tryTake(file);
    }

    /// The lock of a file, unless somebody has it.
    public static Optional<WorkLock> tryTake(Path file) throws IOException {
        if (HELD.putIfAbsent(file, Thread.currentThread()) != null) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel =
                    FileChannel.open(
                            file,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            locked = channel.tryLock() != null;
            return locked ? Optional.of(new WorkLock(file, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                HELD.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
