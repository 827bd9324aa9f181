package vigie.readers.telegram;

import java.util.Optional;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// Where a message states both ids of a basic group that became a supergroup.
///
/// The exporter writes neither the new id into the old group nor the old into the new. Both are
/// known only where the group itself is the author on one side of the change: the supergroup, of
/// `migrate_from_group` among messages of the group; the group, of a message that the exporter
/// merged into the supergroup, which has a negative id.
final class Migrations {
    /// What the exporter adds to the id of a message that it merges.
    private static final long MERGED = -1_000_000_000;

    private Migrations() {}

    /// That the two are one group, where the message says so.
    static Optional<Claim.Migration> of(Claim.Message message) {
        Long id = message.id();
        boolean merged = id != null && id < 0 && id > MERGED;
        boolean born = "migrate_from_group".equals(message.action());
        if (!merged && !born) {
            return Optional.empty();
        }
        Author author = message.author();
        AccountId account = author == null ? null : author.account();
        ConversationId here = message.conversation();
        if (account == null || !identified(here)) {
            return Optional.empty();
        }
        ConversationId other =
                new ConversationId(account.platform(), account.type(), account.id(), null);
        if (born && isGroup(here) && isSupergroup(other)) {
            return Optional.of(new Claim.Migration(message.at(), here, other));
        }
        if (merged && isSupergroup(here) && isGroup(other)) {
            return Optional.of(new Claim.Migration(message.at(), other, here));
        }
        return Optional.empty();
    }

    private static boolean isGroup(ConversationId conversation) {
        return conversation.type().equals(Accounts.CHAT);
    }

    private static boolean isSupergroup(ConversationId conversation) {
        return conversation.type().equals(Accounts.CHANNEL);
    }

    /// Whether the export gives the conversation an id that a group can have.
    private static boolean identified(ConversationId conversation) {
        return conversation.scope() == null
                && conversation.id().charAt(0) != '-'
                && !conversation.id().equals("0");
    }
}
