package vigie.media.stack;

import java.util.List;

/// Files that one look serves.
///
/// @param members the one that stands for all comes first
public record Stack(List<Member> members) {
    public Stack {
        members = List.copyOf(members);
        if (members.isEmpty() || !(members.getFirst().because() instanceof Because.Stands)) {
            throw new IllegalArgumentException("one file stands for a stack, and comes first");
        }
    }

    /// The one that is shown for all.
    public Item representative() {
        return members.getFirst().item();
    }

    /// A file with the reason why it is here.
    public record Member(Item item, Because because) {}
}
