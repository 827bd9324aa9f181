package vigie.casework.media;

import java.util.List;
import java.util.Optional;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// What the Media screen reads: findings, never a picture. Every method sees what the actor may
/// see of the cases that they are on; other cases, and cases that do not exist, are refused alike.
public interface MediaReads {
    /// Counts over the case.
    MediaCounts counts(CaseName name, Actor actor);

    /// Stacks in the order of looking.
    Page<StackLine> stacks(CaseName name, Actor actor, StackFilter filter, Slice slice);

    /// One stack; nothing where there is no such stack.
    Optional<StackView> stack(CaseName name, Actor actor, int stack);

    /// The posts of a stack in the order of time, page by page.
    Page<Post> posts(CaseName name, Actor actor, int stack, Slice slice);

    /// The stack that follows in the order of looking, of those that a filter lists.
    Optional<Integer> next(CaseName name, Actor actor, StackFilter filter, int stack);

    /// The stack that an item is in now.
    Optional<Integer> stackOf(CaseName name, Actor actor, int item);

    /// Serial numbers that different files state, the most shared first.
    Page<SharedSerial> sharedSerials(CaseName name, Actor actor, Slice slice);

    /// How the case's media are decided.
    CaseRules rules(CaseName name, Actor actor);

    /// Every item that a category was decided for by as many people as the case requires, none
    /// differing, with that category, for export; none for whoever does not decide about evidence.
    List<Decided> decided(CaseName name, Actor actor);

    /// An item, what was decided about it, and the decisions that say so: of each person the
    /// newest, in the order of their entries.
    record Decided(StackMember member, StackDecision.Category category, List<StackAct> acts) {
        public Decided {
            acts = List.copyOf(acts);
        }
    }
}
