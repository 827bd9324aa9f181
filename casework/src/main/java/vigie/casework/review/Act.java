package vigie.casework.review;

import java.time.Instant;
import vigie.model.casefile.Actor;

/// One decision as it concerns one message.
///
/// @param entry the number of its entry in the ledger, which orders decisions
/// @param row   the message
/// @param by    who decided
/// @param at    when, by the ledger's clock
public record Act(long entry, long row, Actor by, Instant at, Decision decision) {}
