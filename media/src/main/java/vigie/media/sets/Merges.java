package vigie.media.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Merges the segments of sets in the background, on a thread that keeps no process alive. Whoever
/// reads or imports meanwhile goes on.
public final class Merges implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("vigie-merge").factory());

    /// The end of the only one; null where there are many.
    private final @Nullable Future<?> only;

    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

    private Merges(Path folder, boolean once, Duration every) {
        Runnable merging =
                () -> {
                    try {
                        new Merging(folder).run(false);
                    } catch (IOException failed) {
                        failure.set(failed);
                    }
                };
        if (once) {
            only = thread.submit(merging);
        } else {
            only = null;
            var _ =
                    thread.scheduleWithFixedDelay(
                            merging, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Merges once, beside what the caller does; closing waits for it.
    public static Merges once(Path folder) {
        return new Merges(folder, true, EVERY);
    }

    /// Merges as long as this is open, whatever others import; closing breaks one off, which
    /// leaves the sets as they were.
    public static Merges whileOpen(Path folder) {
        return new Merges(folder, false, EVERY);
    }

    static Merges whileOpen(Path folder, Duration every) {
        return new Merges(folder, false, every);
    }

    /// Why the last one that failed did; look-ups in what is damaged fail for the same reason.
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        try {
            if (only != null) {
                only.get();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            thread.shutdownNow();
        }
    }
}
