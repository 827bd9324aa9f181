package vigie.casework.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigie.model.casefile.Actor;

/// A decision that somebody is about to take, with what they saw.
///
/// @param rows the messages it is about: one for a note or translation, else up to [#MOST]
/// @param seen the highest [ReviewState#seen] of the messages on the screen; [#WHATEVER] to decide
///     whatever others decided
public record Proposal(List<Long> rows, Decision decision, long seen) {
    /// The most messages of one decision: a few screens, and an entry far below its longest.
    public static final int MOST = 500;

    /// Decides whatever others decided since.
    public static final long WHATEVER = Long.MAX_VALUE;

    public Proposal {
        rows = rows.stream().distinct().sorted().toList();
        if (rows.isEmpty() || rows.size() > MOST) {
            throw new IllegalArgumentException("a decision is about 1 to " + MOST + " messages");
        }
        boolean single =
                switch (decision) {
                    case Decision.Note _, Decision.Translation _ -> true;
                    case Decision.Relevance _, Decision.Tag _, Decision.Withdrawal _ -> false;
                };
        if (single && rows.size() > 1) {
            throw new IllegalArgumentException("a note or translation is about one message");
        }
    }

    /// Why nothing is to be entered, if so. A verdict is outdated only where another person decided
    /// since, and otherwise than is proposed: agreement never interrupts.
    public Optional<Decided> obstacle(Map<Long, ReviewState> now, Actor actor) {
        if (decision instanceof Decision.Relevance(Verdict verdict)) {
            for (long row : rows) {
                ReviewState state = now.getOrDefault(row, ReviewState.NONE);
                boolean agreed = state.verdict().filter(verdict::equals).isPresent();
                if (!agreed && overtaken(state, actor)) {
                    return Optional.of(new Decided.Outdated(now));
                }
            }
        }
        return changed(now, actor).isEmpty()
                ? Optional.of(new Decided.Unchanged())
                : Optional.empty();
    }

    private boolean overtaken(ReviewState state, Actor actor) {
        for (ReviewState.Past past : state.history()) {
            if (past.act().decision() instanceof Decision.Relevance) {
                Act withdrawn = past.withdrawn();
                if (overtakes(past.act(), actor)
                        || withdrawn != null && overtakes(withdrawn, actor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean overtakes(Act act, Actor actor) {
        return act.entry() > seen && !act.by().equals(actor);
    }

    /// The messages that it would change.
    public List<Long> changed(Map<Long, ReviewState> now, Actor actor) {
        return rows.stream()
                .filter(row -> changes(now.getOrDefault(row, ReviewState.NONE), actor))
                .toList();
    }

    private boolean changes(ReviewState state, Actor actor) {
        return switch (decision) {
            case Decision.Relevance _ ->
                    state.relevance()
                            .filter(act -> act.by().equals(actor))
                            .filter(act -> act.decision().equals(decision))
                            .isEmpty();
            case Decision.Tag _ ->
                    state.tags().stream().noneMatch(act -> act.decision().equals(decision));
            case Decision.Note _, Decision.Translation _ -> true;
            case Decision.Withdrawal(long entry) ->
                    state.history().stream()
                            .anyMatch(past -> past.act().entry() == entry && past.holds());
        };
    }
}
