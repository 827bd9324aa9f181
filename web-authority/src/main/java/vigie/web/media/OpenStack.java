package vigie.web.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.CaseRules;
import vigie.casework.media.StackAct;
import vigie.casework.media.StackDecision;
import vigie.casework.media.StackLine;
import vigie.casework.media.StackMember;
import vigie.casework.media.StackView;
import vigie.media.sets.scheme.Category;
import vigie.media.sets.scheme.Scheme;
import vigie.model.casefile.Actor;

/// An opened stack as its page shows it.
///
/// @param view    what is known of it
/// @param rules   how the case's media are decided
/// @param scheme  in which categories; null where the home lacks the case's scheme
/// @param visitor who looks
/// @param people  names of those who decided, by who they are
public record OpenStack(
        StackView view,
        CaseRules rules,
        @Nullable Scheme scheme,
        Actor visitor,
        Map<String, String> people) {
    /// A category to decide, and the digit that decides it, or "".
    public record Choice(Category category, String key) {}

    /// What the list says of it.
    public StackLine line() {
        return view.line();
    }

    /// The item that stands for it.
    public StackMember representative() {
        return view.members().getFirst();
    }

    /// The categories, each meaning once: lists write some of them in several ways.
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        if (scheme == null) {
            return choices;
        }
        List<String> said = new ArrayList<>();
        for (Category category : scheme.categories().values()) {
            String meaning = category.label() + category.calls();
            if (!said.contains(meaning)) {
                said.add(meaning);
                choices.add(new Choice(category, ""));
            }
        }
        boolean digits = choices.stream().allMatch(one -> one.category().code().matches("[0-9]"));
        List<Choice> keyed = new ArrayList<>();
        for (Choice choice : choices) {
            int place = keyed.size() + 1;
            String key = place <= 9 ? Integer.toString(place) : "";
            keyed.add(new Choice(choice.category(), digits ? choice.category().code() : key));
        }
        return keyed;
    }

    /// The category that this visitor decided and that holds, or "".
    public String mine() {
        return view.decided().stream()
                .filter(act -> !act.withdrawn() && act.by().equals(visitor))
                .map(StackAct::decision)
                .filter(StackDecision.Category.class::isInstance)
                .map(this::words)
                .findFirst()
                .orElse("");
    }

    /// The latest decision of this visitor that can be undone, or null.
    public @Nullable StackAct latest() {
        return view.decided().stream()
                .filter(act -> !act.withdrawn() && act.by().equals(visitor))
                .filter(act -> !(act.decision() instanceof StackDecision.Withdrawal))
                .findFirst()
                .orElse(null);
    }

    /// The highest entry among the decisions on the page.
    public long seen() {
        return view.decided().stream().mapToLong(StackAct::entry).max().orElse(-1);
    }

    /// How many more people must decide alike.
    public int missing() {
        return line().category().isPresent() ? 0 : Math.max(0, rules.opinions() - line().decided());
    }

    /// The kind of a decision, as a key.
    public String kind(StackDecision decision) {
        return switch (decision) {
            case StackDecision.Category _ -> "category";
            case StackDecision.Note _ -> "note";
            case StackDecision.Withdrawal _ -> "withdrawal";
        };
    }

    /// The words of a decision, or "".
    public String words(StackDecision decision) {
        return switch (decision) {
            case StackDecision.Category category -> category.text();
            case StackDecision.Note(String words) -> words;
            case StackDecision.Withdrawal _ -> "";
        };
    }

    /// How somebody is called.
    public String person(Actor actor) {
        return people.getOrDefault(actor.id(), actor.id());
    }

    /// A member by its number.
    Optional<StackMember> member(int item) {
        return view.members().stream().filter(one -> one.item() == item).findFirst();
    }
}
