package vigie.casework.media;

import java.util.Optional;

/// Which stacks are listed, unseen and widely shared ones first, known ones last.
///
/// @param finding only those that stand so; all where absent
/// @param open    only those without the decisions that the case requires
public record StackFilter(Optional<Finding> finding, boolean open) {
    /// All of them.
    public static final StackFilter ALL = new StackFilter(Optional.empty(), false);
}
