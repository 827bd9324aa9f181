package vigie.casework.operation;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Thread follower;
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

    /// Makes the rows of every case of the home follow its ledger, one case after the other, beside
    /// whatever else is done: after a loss of the database the members of a case find it on their
    /// desk before anybody opened it. What fails is logged, and done when somebody opens the case.
    ///
    /// @return what does it, and ends when it is done
    public synchronized Thread followAll() {
        requireOpen();
        Thread following = Thread.ofVirtual().name("following cases").start(this::follow);
        follower = following;
        return following;
    }

    private void follow() {
        try {
            for (CaseName name : workplace.all()) {
                if (ending()) {
                    return;
                }
                try {
                    workplace.follow(name);
                } catch (IOException | RuntimeException failed) {
                    LOG.log(Level.WARNING, "the case " + name + " was not followed", failed);
                }
            }
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "the cases of the home cannot be listed", failed);
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

    private synchronized boolean ending() {
        return closed;
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
        Thread following;
        synchronized (this) {
            closed = true;
            following = follower;
        }
        sweeper.interrupt();
        if (following != null) {
            awaited(following);
        }
        end(Duration.ZERO);
    }

    /// The case that it is at is finished first: the rows must not close under it.
    private static void awaited(Thread following) {
        try {
            following.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
