package vigie.casework.operation;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;

/// What investigators did under a pseudonym, exported whole for the court, still without the
/// pseudonym.
public final class OperatorActs {
    private OperatorActs() {}

    /// Hands each message and event of `operator N` to `each`, and enters the consultation.
    ///
    /// @return how many there are
    public static long export(
            OpenCase opened, int operator, String purpose, Consumer<StoredMessage> each)
            throws IOException {
        AtomicLong acts = new AtomicLong();
        opened.store()
                .forEachOperatorMessage(
                        opened.name(),
                        opened.actor(),
                        operator,
                        act -> {
                            acts.incrementAndGet();
                            each.accept(act);
                        });
        opened.ledger()
                .append(
                        Draft.of(Verb.CONSULTATION, "acts", opened.actor(), purpose)
                                .with("operator", operator)
                                .with("total", acts.get()));
        return acts.get();
    }
}
