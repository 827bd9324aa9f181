package vigie.model.claim;

import org.jspecify.annotations.Nullable;
import vigie.model.subject.AccountId;

/// That a message answers another: its id in the same conversation, or in that of `peer`.
public record Reply(long messageId, @Nullable AccountId peer) {}
