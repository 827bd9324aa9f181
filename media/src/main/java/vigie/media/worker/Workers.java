package vigie.media.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.media.confine.Confinement;

/// Confined processes that examine files.
///
/// What a file does costs that file. It does not cost the run, and it does not reach the network or
/// a file, as far as the layers of [#confinement] hold. A file that takes over a worker can
/// misstate what is found in itself, and in files after it until the worker is replaced.
public final class Workers implements AutoCloseable {
    /// Answers that wait for whoever asked: enough that workers do not, small beside the items.
    private static final int WAITING = 64;

    private static final long WATCH_MILLIS = 100;

    private final Launch launch;

    /// A worker is ended when the thread that started it ends, so one thread starts them all.
    private final ExecutorService starter =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("vigie-workers").factory());

    private final AtomicLong deaths = new AtomicLong();
    private final List<Slot> slots = new ArrayList<>();
    private final Confinement confinement;
    private @Nullable Connection first;
    private volatile boolean closed;

    private Workers(Settings settings) throws IOException {
        this.launch = new Launch(settings);
        for (int i = 0; i < settings.workers(); i++) {
            slots.add(new Slot(settings.limits(), deaths));
        }
        Connection connection = spawn();
        this.confinement = connection.greet();
        this.first = connection;
        Thread.ofPlatform().daemon().name("vigie-workers-watch").start(this::watch);
    }

    /// Starts the first worker; the others follow when there is work for them.
    public static Workers start(Settings settings) throws IOException {
        return new Workers(settings);
    }

    /// Which layers hold on this machine, as the first worker found by trying.
    public Confinement confinement() {
        return confinement;
    }

    /// Examines items, several at once, and hands over each answer on this thread, in any order;
    /// what is found in an item does not depend on the order. Memory is bounded, however many they
    /// are.
    ///
    /// @param items asked for one at a time, by several threads
    /// @throws IOException if an item cannot be opened, or no worker can be started; the rest is
    ///     then not examined
    public Tally examine(Iterator<Item> items, Consumer<Answer> answers) throws IOException {
        var run = new Run(items);
        boolean whole = false;
        long before = deaths.get();
        List<Thread> threads = new ArrayList<>();
        try {
            for (Slot slot : slots) {
                threads.add(
                        Thread.ofPlatform()
                                .daemon()
                                .name("vigie-worker-items")
                                .start(() -> run.work(slot)));
            }
            var count = new Tally.Count();
            run.hand(
                    answer -> {
                        count.add(answer.examined());
                        answers.accept(answer);
                    });
            whole = true;
            return count.tally(deaths.get() - before);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while files were examined", interrupted);
        } finally {
            if (!whole) {
                run.stop(threads);
            }
        }
    }

    /// The processes that work now.
    public List<Long> pids() {
        return slots.stream().map(Slot::pid).filter(pid -> pid != 0).toList();
    }

    /// Ends the workers.
    @Override
    public void close() {
        closed = true;
        slots.forEach(Slot::close);
        Connection unused = taken();
        if (unused != null) {
            unused.end();
        }
        starter.shutdownNow();
    }

    private Connection connect() throws IOException {
        Connection ready = taken();
        if (ready == null) {
            ready = spawn();
            ready.greet();
        }
        return ready;
    }

    private synchronized @Nullable Connection taken() {
        Connection taken = first;
        first = null;
        return taken;
    }

    private Connection spawn() throws IOException {
        Callable<Process> start = () -> launch.builder().start();
        try {
            return new Connection(starter.submit(start).get());
        } catch (ExecutionException failed) {
            throw new IOException("no worker could be started", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a worker was started", interrupted);
        }
    }

    private void watch() {
        while (!closed) {
            slots.forEach(Slot::watch);
            try {
                Thread.sleep(WATCH_MILLIS);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    /// What threads of one run tell the one that asked.
    private sealed interface Event {
        record Found(Answer answer) implements Event {}

        record Done() implements Event {}

        record Failed(Throwable how) implements Event {}
    }

    private final class Run implements Slot.Surroundings {
        private final Iterator<Item> items;
        private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(WAITING);
        private volatile boolean stopped;

        Run(Iterator<Item> items) {
            this.items = items;
        }

        void work(Slot slot) {
            try {
                slot.run(this);
                events.put(new Event.Done());
            } catch (IOException | RuntimeException | Error failed) {
                fail(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void fail(Throwable failed) {
            try {
                events.put(new Event.Failed(failed));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void hand(Consumer<Answer> answers) throws IOException, InterruptedException {
            for (int working = slots.size(); working > 0; ) {
                switch (events.take()) {
                    case Event.Found(Answer answer) -> answers.accept(answer);
                    case Event.Done() -> working--;
                    case Event.Failed(IOException failed) ->
                            throw new IOException(failed.getMessage(), failed);
                    case Event.Failed(Throwable failed) ->
                            throw new IllegalStateException("items could not be read", failed);
                }
            }
        }

        /// After a run that did not end by itself, its workers still have items: they end too.
        void stop(List<Thread> threads) {
            stopped = true;
            threads.forEach(Thread::interrupt);
            slots.forEach(Slot::close);
            events.clear();
        }

        @Override
        public Connection connect() throws IOException {
            return Workers.this.connect();
        }

        @Override
        public synchronized @Nullable Item next() {
            return !stopped && items.hasNext() ? items.next() : null;
        }

        @Override
        public void answer(Answer answer) throws InterruptedException {
            if (!stopped) {
                events.put(new Event.Found(answer));
            }
        }
    }
}
