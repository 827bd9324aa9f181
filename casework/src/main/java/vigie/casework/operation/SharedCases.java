package vigie.casework.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// The cases that a process with many users has open: each once, its vault, ledger and index shared
/// by all who are on it. Whether somebody is on a case, the database is asked at every use.
///
/// Safe for several threads.
public final class SharedCases implements AutoCloseable {
    /// How soon an open case learns what another process entered and, being killed, made no rows
    /// of.
    private static final Duration REPLAYED = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(SharedCases.class.getName());

    private final Workplace workplace;
    private final Duration idle;
    private final Map<CaseName, SharedCase> cases = new ConcurrentHashMap<>();
    private final Thread sweeper;
    private boolean closed;

    /// @param idle how long a case stays open that nobody uses
    public SharedCases(Workplace workplace, Duration idle) {
        this.workplace = workplace;
        this.idle = idle;
        this.sweeper = Thread.ofVirtual().name("idle cases").start(this::sweep);
    }

    /// The home and its cases.
    public Workplace workplace() {
        return workplace;
    }

    /// A case as `actor` sees it, for one request: closing it costs nothing and keeps it open for
    /// the next.
    ///
    /// @throws Refusal where the actor is not on such a case now
    public OpenCase open(CaseName name, Actor actor) throws IOException {
        while (true) {
            if (!workplace.member(name, actor) && cases.containsKey(name)) {
                throw new Refusal(
                        Refusal.Kind.PERMISSION,
                        "there is no case " + name + " that " + actor + " is on");
            }
            SharedCase shared = cases.computeIfAbsent(name, _ -> new SharedCase(workplace, name));
            try {
                requireOpen();
                OpenCase leased = shared.lease(actor, REPLAYED);
                if (leased != null) {
                    return leased;
                }
                cases.remove(name, shared);
            } catch (IOException | RuntimeException failed) {
                if (shared.end(Duration.ZERO)) {
                    cases.remove(name, shared);
                }
                throw failed;
            }
        }
    }

    /// The cases that are open now.
    public List<CaseName> open() {
        return cases.keySet().stream()
                .sorted(java.util.Comparator.comparing(CaseName::value))
                .toList();
    }

    /// Closes the cases that nobody used for long enough.
    public void closeIdle() throws IOException {
        end(idle);
    }

    private void end(Duration unused) throws IOException {
        IOException failed = null;
        for (Map.Entry<CaseName, SharedCase> each : new ArrayList<>(cases.entrySet())) {
            try {
                if (each.getValue().end(unused)) {
                    cases.remove(each.getKey(), each.getValue());
                }
            } catch (IOException failure) {
                cases.remove(each.getKey(), each.getValue());
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the process is ending");
        }
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(idle.dividedBy(2).plusMillis(1));
                try {
                    closeIdle();
                } catch (IOException failed) {
                    LOG.log(Level.WARNING, "a case that was not used did not close", failed);
                }
            }
        } catch (InterruptedException _) {
            // The process ends.
        }
    }

    /// Closes every case, those in use as soon as their last user lets go of them.
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        sweeper.interrupt();
        end(Duration.ZERO);
    }
}
