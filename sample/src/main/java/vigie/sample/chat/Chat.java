package vigie.sample.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation with all that was ever kept of it.
///
/// @param id      the platform's number within the kind of peer
/// @param name    null where exports write none
/// @param topics  what it is about
/// @param entries in order
public record Chat(
        Kind kind, long id, @Nullable String name, List<String> topics, List<Entry> entries) {
    /// What the platform calls it.
    public enum Kind {
        SAVED("saved_messages", "user"),
        PERSONAL("personal_chat", "user"),
        BOT("bot_chat", "user"),
        GROUP("private_group", "chat"),
        PRIVATE_SUPERGROUP("private_supergroup", "channel"),
        PUBLIC_SUPERGROUP("public_supergroup", "channel"),
        PRIVATE_CHANNEL("private_channel", "channel"),
        PUBLIC_CHANNEL("public_channel", "channel");

        private final String word;
        private final String peer;

        Kind(String word, String peer) {
            this.word = word;
            this.peer = peer;
        }

        /// As an export writes it.
        public String word() {
            return word;
        }

        /// The kind of peer whose number it has: `user`, `chat` or `channel`.
        public String peer() {
            return peer;
        }

        /// Whether the platform numbers its messages by itself, so that a missing number says
        /// something.
        public boolean numbered() {
            return peer.equals("channel");
        }

        /// Whether it is a channel, in which only the channel writes.
        public boolean broadcasts() {
            return this == PRIVATE_CHANNEL || this == PUBLIC_CHANNEL;
        }
    }

    public Chat {
        topics = List.copyOf(topics);
        entries = List.copyOf(entries);
    }

    /// As Vigie writes it, without the scope of private chats: `telegram:channel:123`.
    public String key() {
        return "telegram:" + kind.peer() + ":" + id;
    }
}
