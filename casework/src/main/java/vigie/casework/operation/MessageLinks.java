package vigie.casework.operation;

import org.jspecify.annotations.Nullable;

/// What a message says that it answers, and where it says that it comes from.
///
/// @param replyTo     the id of the message that it answers
/// @param replyPeer   in which other conversation, where not in its own
/// @param originKey   the account that is said to have written it first; `operator:N` where that is
///     an investigator
/// @param originName  the name of that account, as the source gives it
public record MessageLinks(
        @Nullable Long replyTo,
        @Nullable String replyPeer,
        @Nullable String originKey,
        @Nullable String originName) {
    /// Whether it is a forward.
    public boolean forwarded() {
        return originKey != null || originName != null;
    }
}
