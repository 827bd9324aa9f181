package vigie.readers.telegram;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.ByteCache;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Author;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// Ids of accounts in all forms that the exporter has written: `user1`, `chat1`, `channel1` since
/// April 2021; before, bare numbers, to which it added 2^32 for users and 2^33 for groups and
/// channels where the field could hold either.
final class Accounts {
    static final String PLATFORM = "telegram";
    static final String USER = "user";
    static final String CHAT = "chat";
    static final String CHANNEL = "channel";

    private static final long USERS = 1L << 32;
    private static final long CHATS = 2L << 32;
    private static final long CHATS_END = 3L << 32;

    /// Longest id: no number of 64 bits has more digits.
    private static final int DIGITS = 19;

    private static final int AUTHORS = 4096;

    private final ByteCache<AccountId> ids = new ByteCache<>();
    private final @Nullable Author[] authors = new Author[AUTHORS];

    /// The account that the string at the cursor names, or null where it has no known form; it is
    /// then the last string.
    @Nullable AccountId read(JsonCursor in) throws IOException {
        in.readString();
        AccountId known = in.find(ids);
        if (known == null && !in.stringEscaped()) {
            known = parse(in.lastString());
            if (known != null) {
                in.remember(ids, known);
            }
        }
        return known;
    }

    private static @Nullable AccountId parse(String text) {
        for (String type : new String[] {USER, CHAT, CHANNEL}) {
            if (text.startsWith(type) && isNumber(text, type.length())) {
                return new AccountId(PLATFORM, type, text.substring(type.length()));
            }
        }
        return null;
    }

    private static boolean isNumber(String text, int from) {
        int digits = text.length() - from;
        if (digits < 1 || digits > DIGITS || text.charAt(from) == '0') {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// A user, or null for 0, which stands for nobody.
    static @Nullable AccountId user(long id) {
        return id <= 0 ? null : new AccountId(PLATFORM, USER, Long.toString(id));
    }

    /// The account that a bare number names in a message.
    ///
    /// @param shifted whether the message is of the time when numbers were shifted
    static @Nullable AccountId bare(long number, boolean shifted, ConversationId conversation) {
        if (!shifted || number < USERS || number >= CHATS_END) {
            return user(number);
        }
        if (number < CHATS) {
            return user(number - USERS);
        }
        String id = Long.toString(number - CHATS);
        // A basic group speaks in itself only; whatever else is not a user is a channel.
        boolean own = conversation.type().equals(CHAT) && conversation.id().equals(id);
        return new AccountId(PLATFORM, own ? CHAT : CHANNEL, id);
    }

    /// The bare number of a peer of this type, which was written shifted.
    static long unshifted(long id, String type) {
        long shift = type.equals(USER) ? USERS : CHATS;
        return isShifted(id, type) ? id - shift : id;
    }

    /// Whether the number could be one that the exporter shifted.
    static boolean isShifted(long id, String type) {
        return switch (type) {
            case USER -> id > USERS && id < CHATS;
            case CHAT, CHANNEL -> id > CHATS && id < CHATS_END;
            default -> false;
        };
    }

    /// An author, shared with earlier messages where possible.
    Author author(@Nullable AccountId account, @Nullable String name) {
        int hash = (account == null ? 0 : account.id().hashCode()) * 31;
        hash += name == null ? 0 : name.hashCode();
        int slot = (hash ^ hash >>> 15) & AUTHORS - 1;
        Author last = authors[slot];
        if (last == null
                || !Objects.equals(last.account(), account)
                || !Objects.equals(last.name(), name)) {
            last = new Author(account, name);
            authors[slot] = last;
        }
        return last;
    }
}
