package vigie.casework.operation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Claim;
import vigie.model.material.Span;
import vigie.readers.ClaimSink;

/// Hands the claims of one exhibit to its consumers, each on a thread of its own, so that reading,
/// filling rows and indexing go on at once. Each consumer sees every claim, in the order of the
/// bytes.
///
/// What is under way is bounded, in claims and in bytes of evidence, so that the slowest consumer
/// sets the pace and memory stays constant. The first failure of a consumer ends the reading.
final class ClaimPipeline implements ClaimSink, AutoCloseable {
    /// What is done with a batch of claims.
    interface Consumer {
        void accept(List<Claim> batch) throws IOException;
    }

    /// Told how many claims were handed over, and where in the exhibit the last of them ends.
    interface Reached {
        void at(long claims, long offset);
    }

    /// Large enough that handing over costs nothing beside the work, small enough to stay in cache.
    private static final int CLAIMS = 2048;

    /// A batch of messages that are all of the largest size is handed over one by one.
    private static final long BYTES = 4L << 20;

    /// Batches waiting for one consumer: enough to ride out a pause of another.
    private static final int WAITING = 4;

    /// No batch is empty but this one.
    private static final List<Claim> END = List.of();

    private final List<BlockingQueue<List<Claim>>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Reached progress;

    private List<Claim> batch = new ArrayList<>(CLAIMS);
    private long bytes;
    private long offset;
    private long claims;
    private long repaired;
    private long skipped;
    private boolean ownerStated;

    ClaimPipeline(List<Consumer> consumers, Reached progress) {
        this.progress = progress;
        for (Consumer consumer : consumers) {
            BlockingQueue<List<Claim>> queue = new ArrayBlockingQueue<>(WAITING);
            queues.add(queue);
            threads.add(
                    Thread.ofPlatform()
                            .name("claims-" + threads.size())
                            .start(drain(queue, consumer)));
        }
    }

    private Runnable drain(BlockingQueue<List<Claim>> queue, Consumer consumer) {
        return () -> {
            try {
                for (List<Claim> next = queue.take(); !next.isEmpty(); next = queue.take()) {
                    consumer.accept(next);
                }
            } catch (InterruptedException | IOException | RuntimeException | Error broken) {
                failure.compareAndSet(null, broken);
            }
        };
    }

    @Override
    public void claim(Claim claim) throws IOException {
        batch.add(claim);
        claims++;
        bytes += claim.at().length();
        offset = claim.at().offset() + claim.at().length();
        if (claim instanceof Claim.Owner owner && owner.account() != null) {
            ownerStated = true;
        }
        if (batch.size() == CLAIMS || bytes >= BYTES) {
            handOver();
        }
    }

    @Override
    public void repaired(Span at, String what) {
        repaired++;
    }

    @Override
    public void skipped(Span at, String why) {
        skipped++;
    }

    /// How many claims were handed in.
    long claims() {
        return claims;
    }

    /// Whether a claim named the account that made the export.
    boolean ownerStated() {
        return ownerStated;
    }

    /// How many repairs the reader declared.
    long repaired() {
        return repaired;
    }

    /// How many passages the reader passed over.
    long skipped() {
        return skipped;
    }

    /// Waits until every consumer has had every claim.
    ///
    /// @throws IOException or the unchecked failure of the first consumer that failed
    void finish() throws IOException {
        if (!batch.isEmpty()) {
            handOver();
        }
        for (BlockingQueue<List<Claim>> queue : queues) {
            put(queue, END);
        }
        join();
        rethrow();
    }

    private void handOver() throws IOException {
        List<Claim> full = batch;
        batch = new ArrayList<>(CLAIMS);
        bytes = 0;
        for (BlockingQueue<List<Claim>> queue : queues) {
            put(queue, full);
        }
        progress.at(claims, offset);
    }

    private void put(BlockingQueue<List<Claim>> queue, List<Claim> full) throws IOException {
        try {
            while (!queue.offer(full, 100, TimeUnit.MILLISECONDS)) {
                rethrow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        }
        rethrow();
    }

    private void join() throws IOException {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        }
    }

    private void rethrow() throws IOException {
        Throwable broken = failure.get();
        if (broken == null) {
            return;
        }
        switch (broken) {
            case UncheckedIOException unchecked ->
                    throw new IOException(unchecked.getMessage(), unchecked);
            case IOException io -> throw new IOException(io.getMessage(), io);
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IOException(broken);
        }
    }

    /// Ends the consumers; claims that they have not had are dropped.
    @Override
    public void close() throws IOException {
        for (Thread thread : threads) {
            thread.interrupt();
        }
        join();
    }
}
