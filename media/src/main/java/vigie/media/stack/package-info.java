/// Stacks: what shows the same is looked at once. Files of the same bytes first, then pictures that
/// are near copies, then clips that share frames; one of each stack stands for all, and every other
/// says why it is there.
///
/// That two pictures are in a stack is a proposal for looking: never proof that they show the same.
@NullMarked
package vigie.media.stack;

import org.jspecify.annotations.NullMarked;
