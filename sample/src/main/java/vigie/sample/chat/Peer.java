package vigie.sample.chat;

import org.jspecify.annotations.Nullable;
import vigie.sample.people.Account;

/// Who is said to have written or done something.
///
/// @param key  as an export writes it: `user123`, `channel123`
/// @param name the display name; null for a deleted account
public record Peer(String key, @Nullable String name) {
    /// An account as a peer.
    public static Peer of(Account account) {
        return new Peer(account.peer(), account.name());
    }
}
