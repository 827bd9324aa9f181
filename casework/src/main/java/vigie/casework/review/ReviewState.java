package vigie.casework.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What was decided about one message, and what of it holds.
///
/// @param history every decision on it, the oldest first, withdrawals apart
public record ReviewState(List<Past> history) {
    /// The state of a message that nobody decided about.
    public static final ReviewState NONE = new ReviewState(List.of());

    /// What [#seen] gives where nothing was decided about relevance.
    public static final long UNSEEN = -1;

    /// A decision, and what took it back.
    ///
    /// @param withdrawn the first withdrawal of it, or null while it holds
    public record Past(Act act, @Nullable Act withdrawn) {
        /// Whether nothing took it back.
        public boolean holds() {
            return withdrawn == null;
        }
    }

    public ReviewState {
        history = List.copyOf(history);
    }

    /// The state that acts on one message make, in whatever order they come.
    public static ReviewState of(Collection<Act> acts) {
        List<Act> ordered = new ArrayList<>(acts);
        ordered.sort(Comparator.comparingLong(Act::entry));
        Map<Long, Act> withdrawn = new HashMap<>();
        for (Act act : ordered) {
            if (act.decision() instanceof Decision.Withdrawal(long entry)) {
                withdrawn.putIfAbsent(entry, act);
            }
        }
        List<Past> history = new ArrayList<>();
        for (Act act : ordered) {
            if (!(act.decision() instanceof Decision.Withdrawal)) {
                history.add(new Past(act, withdrawn.get(act.entry())));
            }
        }
        return new ReviewState(history);
    }

    /// The decision on relevance that holds: the latest that was not withdrawn.
    public Optional<Act> relevance() {
        return holding(Decision.Relevance.class::isInstance).reduce((_, later) -> later);
    }

    /// The verdict that holds; empty where the message is undecided.
    public Optional<Verdict> verdict() {
        return relevance()
                .map(Act::decision)
                .filter(Decision.Relevance.class::isInstance)
                .map(decision -> ((Decision.Relevance) decision).verdict());
    }

    /// The tags that hold, each with the first act that still carries it.
    public List<Act> tags() {
        Set<Decision> words = new HashSet<>();
        return holding(Decision.Tag.class::isInstance)
                .filter(act -> words.add(act.decision()))
                .toList();
    }

    /// The notes that hold, the oldest first.
    public List<Act> notes() {
        return holding(Decision.Note.class::isInstance).toList();
    }

    /// The translations that hold, the oldest first.
    public List<Act> translations() {
        return holding(Decision.Translation.class::isInstance).toList();
    }

    /// The highest entry that set or took back a relevance, or [#UNSEEN]: what a screen that shows
    /// this state has seen.
    public long seen() {
        long seen = UNSEEN;
        for (Past past : history) {
            if (past.act().decision() instanceof Decision.Relevance) {
                Act withdrawn = past.withdrawn();
                seen = Math.max(seen, past.act().entry());
                seen = withdrawn == null ? seen : Math.max(seen, withdrawn.entry());
            }
        }
        return seen;
    }

    private java.util.stream.Stream<Act> holding(Predicate<Decision> kind) {
        return history.stream()
                .filter(Past::holds)
                .map(Past::act)
                .filter(act -> kind.test(act.decision()));
    }
}
