package vigie.casework.media;

import java.time.Instant;
import vigie.model.casefile.Actor;

/// A decision about a stack, as its entry of the ledger has it.
///
/// @param entry     the number of its entry: what undoes it names this
/// @param items     how many items it is about
/// @param withdrawn whether it holds no longer
public record StackAct(
        long entry, Actor by, Instant at, StackDecision decision, int items, boolean withdrawn) {}
