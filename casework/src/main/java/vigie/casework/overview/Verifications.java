package vigie.casework.overview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Progress;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Verifying;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// Verifications that run in this process, one at a time for each case. What the last one gave is
/// kept while the process runs; that it was done, and with which result, stays in the ledger.
public final class Verifications {
    private final SharedCases cases;
    private final Map<CaseName, State> states = new ConcurrentHashMap<>();

    public Verifications(SharedCases cases) {
        this.cases = cases;
    }

    /// Where the verification of a case is.
    public sealed interface State {
        /// Who asked for it.
        Actor by();

        /// It runs.
        ///
        /// @param done  files read
        /// @param whole files that there are; 0 while the ledger is read
        record Running(Actor by, Instant since, long done, long whole) implements State {}

        /// It came to its end.
        record Ended(Actor by, Instant at, Verifying.Verified verified) implements State {}

        /// It could not come to its end; nothing is known by it.
        ///
        /// @param why one sentence
        record Failed(Actor by, Instant at, String why) implements State {}
    }

    /// Starts to verify a case, unless that is under way.
    ///
    /// @throws Refusal where the actor is not on such a case
    public State start(CaseName name, Actor actor, String purpose) throws IOException {
        OpenCase opened = cases.open(name, actor);
        State.Running fresh = new State.Running(actor, Instant.now(), 0, 0);
        AtomicBoolean free = new AtomicBoolean();
        State now =
                states.compute(
                        name,
                        (_, before) -> {
                            free.set(!(before instanceof State.Running));
                            return before instanceof State.Running ? before : fresh;
                        });
        if (free.get()) {
            Thread.ofPlatform()
                    .daemon()
                    .name("verify-" + name)
                    .start(() -> states.put(name, run(opened, fresh, purpose)));
        }
        return now;
    }

    /// Where the last verification of this process is, if there was one.
    ///
    /// @throws Refusal where the actor is not on such a case
    public Optional<State> of(CaseName name, Actor actor) throws IOException {
        try (OpenCase opened = cases.open(name, actor)) {
            return Optional.ofNullable(states.get(opened.name()));
        }
    }

    private State run(OpenCase opened, State.Running started, String purpose) {
        try (opened) {
            Verifying.Verified verified =
                    Verifying.verify(opened, purpose, progress(opened.name(), started));
            return new State.Ended(started.by(), Instant.now(), verified);
        } catch (IOException | UncheckedIOException | IllegalStateException | Refusal failed) {
            String why = failed.getMessage();
            return new State.Failed(
                    started.by(), Instant.now(), why == null ? "no reason was given" : why);
        }
    }

    private Progress progress(CaseName name, State.Running started) {
        return new Progress() {
            @Override
            public void at(String stage, long done) {
                at(stage, done, 0, 0);
            }

            @Override
            public void at(String stage, long done, long part, long whole) {
                states.put(name, new State.Running(started.by(), started.since(), part, whole));
            }
        };
    }
}
