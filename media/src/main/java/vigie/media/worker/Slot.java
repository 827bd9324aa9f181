package vigie.media.worker;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vigie.media.examine.Examined;
import vigie.media.wire.Checking;

/// The place of one worker: hands it items, takes its answers, and puts another in its place when
/// it dies or has done its share.
///
/// An item is blamed only if it ends two workers, the second of which had nothing else to do: so
/// what is found in an item does not depend on what came before it, nor on who else kills workers.
final class Slot {
    /// Small pictures take less time than a message to and fro.
    private static final int IN_FLIGHT = 16;

    private static final long SECOND_WORKER = 1;

    /// Where a slot gets its worker, its items, and takes what it learns.
    interface Surroundings {
        Connection connect() throws IOException;

        @Nullable Item next();

        void answer(Answer answer) throws InterruptedException;
    }

    private static final class Pending {
        private final long number;
        private final Item item;
        private int deaths;

        Pending(long number, Item item) {
            this.number = number;
            this.item = item;
        }
    }

    private final Limits limits;
    private final AtomicLong deaths;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private @Nullable Connection connection;
    private boolean dead;
    private @Nullable Surroundings around;
    private long numbers;
    private long served;
    private long watched = -1;
    private long watchedSince;
    private long watchedCpu;

    Slot(Limits limits, AtomicLong deaths) {
        this.limits = limits;
        this.deaths = deaths;
    }

    /// Works until there is nothing more to do and all was answered.
    void run(Surroundings now) throws IOException, InterruptedException {
        synchronized (this) {
            around = now;
        }
        for (Item item; (item = now.next()) != null; ) {
            while (!await(IN_FLIGHT)) {
                recover();
            }
            if (connection == null || served >= limits.items()) {
                settle();
                restart();
            }
            var next = new Pending(numbers++, item);
            synchronized (this) {
                pending.add(next);
            }
            if (!send(next)) {
                recover();
            }
        }
        settle();
    }

    private void settle() throws IOException, InterruptedException {
        while (!await(1)) {
            recover();
        }
    }

    /// Waits until fewer items than some are unanswered; false if the worker died before.
    private synchronized boolean await(int fewer) throws InterruptedException {
        while (pending.size() >= fewer && !dead) {
            wait();
        }
        return pending.size() < fewer;
    }

    private boolean send(Pending next) throws IOException {
        try {
            connected().send(next.number, next.item);
            return true;
        } catch (Died died) {
            return false;
        }
    }

    private void recover() throws IOException, InterruptedException {
        do {
            deaths.incrementAndGet();
            blame(end());
            restart();
        } while (!resend());
    }

    private void blame(@Nullable Connection ended) throws InterruptedException {
        Pending suspect = first();
        if (suspect == null || ended == null) {
            return;
        }
        if (!ended.wasOverdue() && suspect.deaths++ < SECOND_WORKER) {
            return;
        }
        synchronized (this) {
            pending.remove();
        }
        around().answer(new Answer(suspect.item.id(), reason(ended)));
    }

    private Examined reason(Connection ended) {
        if (ended.wasOverdue()) {
            String why = "took more than %d s to decode".formatted(limits.cpu().toSeconds());
            return new Examined.Unreadable(Examined.Reason.TOO_LARGE, why, List.of());
        }
        if (ended.wasOutOfMemory()) {
            String why = "needs more than %d MB to decode".formatted(limits.memory());
            return new Examined.Unreadable(Examined.Reason.TOO_LARGE, why, List.of());
        }
        return new Examined.Unreadable(
                Examined.Reason.CRASHED, "ended the process that decoded it, twice", List.of());
    }

    /// The suspect goes first and alone.
    private boolean resend() throws IOException, InterruptedException {
        List<Pending> again;
        synchronized (this) {
            again = new ArrayList<>(pending);
        }
        for (Pending each : again) {
            if (!send(each) || each.deaths > 0 && !answered(each)) {
                return false;
            }
        }
        return true;
    }

    private synchronized boolean answered(Pending each) throws InterruptedException {
        while (pending.contains(each) && !dead) {
            wait();
        }
        return !pending.contains(each);
    }

    private synchronized Surroundings around() {
        Surroundings now = around;
        if (now == null) {
            throw new IllegalStateException("nothing to do");
        }
        return now;
    }

    private synchronized @Nullable Pending first() {
        return pending.peek();
    }

    private Connection connected() {
        Connection now = connection;
        if (now == null) {
            throw new IllegalStateException("no worker");
        }
        return now;
    }

    private void restart() throws IOException {
        end();
        Connection next = around().connect();
        synchronized (this) {
            connection = next;
            dead = false;
            served = 0;
        }
        Thread.ofPlatform().daemon().name("vigie-worker-answers").start(() -> take(next));
    }

    /// Takes answers until the worker is gone.
    private void take(Connection from) {
        try {
            while (true) {
                Checking.Answer answer = from.receive();
                Pending answered;
                synchronized (this) {
                    answered = connection == from ? pending.peek() : null;
                    if (answered == null || answered.number != answer.number()) {
                        throw new Died(new IOException("an answer to nothing"));
                    }
                }
                // Counted as answered only once it was handed over.
                around().answer(new Answer(answered.item.id(), answer.examined()));
                synchronized (this) {
                    pending.remove();
                    served++;
                    notifyAll();
                }
            }
        } catch (Died died) {
            bury(from);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            bury(from);
        }
    }

    private synchronized void bury(Connection from) {
        from.kill();
        if (connection == from) {
            dead = true;
            notifyAll();
        }
    }

    /// Ends the worker, if it had too long for its item. Called again and again by one watch.
    void watch() {
        Connection now;
        long number;
        synchronized (this) {
            now = connection;
            number = pending.isEmpty() ? -1 : pending.peek().number;
        }
        if (now == null || number < 0) {
            watched = -1;
            return;
        }
        long clock = System.nanoTime();
        if (number != watched) {
            watched = number;
            watchedSince = clock;
            watchedCpu = now.cpu();
        } else if (now.cpu() - watchedCpu > limits.cpu().toMillis()
                || clock - watchedSince > limits.patience().toNanos()) {
            now.overdue();
        }
    }

    /// Ends the worker; what was unanswered is forgotten.
    void close() {
        end();
        synchronized (this) {
            pending.clear();
            connection = null;
        }
    }

    /// The process that now works here; 0 if none does.
    synchronized long pid() {
        return connection == null ? 0 : connection.pid();
    }

    private @Nullable Connection end() {
        Connection ended;
        synchronized (this) {
            ended = connection;
        }
        if (ended != null) {
            ended.end();
        }
        return ended;
    }
}
