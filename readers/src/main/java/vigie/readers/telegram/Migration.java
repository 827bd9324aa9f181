package vigie.readers.telegram;

import java.util.Optional;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// That a basic group became a supergroup, which gave it a second id: `chat` and `channel` are the
/// same group, before and after.
public record Migration(AccountId chat, AccountId channel) {

    /// The two ids, where a message states both.
    ///
    /// The exporter writes neither the new id into the old group nor the old into the new. Both
    /// are known only where the group itself is the author on one side of the change: the
    /// supergroup, of `migrate_from_group` among messages of the group; the group, of a message
    /// that the exporter merged into the supergroup, which has a negative id.
    public static Optional<Migration> of(Claim.Message message) {
        ConversationId conversation = message.conversation();
        Author author = message.author();
        if (author == null || author.account() == null) {
            return Optional.empty();
        }
        AccountId account = author.account();
        AccountId own =
                new AccountId(conversation.platform(), conversation.type(), conversation.id());
        boolean born = "migrate_from_group".equals(message.action());
        boolean merged = message.id() != null && message.id() < 0;
        if (born
                && conversation.type().equals(Accounts.CHAT)
                && account.type().equals(Accounts.CHANNEL)) {
            return Optional.of(new Migration(own, account));
        }
        if (merged
                && conversation.type().equals(Accounts.CHANNEL)
                && account.type().equals(Accounts.CHAT)) {
            return Optional.of(new Migration(account, own));
        }
        return Optional.empty();
    }
}
