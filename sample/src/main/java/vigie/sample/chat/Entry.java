package vigie.sample.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.sample.talk.Part;
import vigie.sample.talk.Statement;

/// One element of a conversation.
public sealed interface Entry {
    /// Its number in the conversation or, where the platform does not number the conversation, in
    /// the exporter's account.
    long id();

    /// Seconds since 1970 in UTC.
    long at();

    /// A message.
    ///
    /// @param author     the signature under a channel's message
    /// @param replyTo    the number that it answers, or 0
    /// @param replyPeer  the conversation of `replyTo` where it is another
    /// @param edited     when it was touched, or 0
    record Post(
            long id,
            long at,
            Peer from,
            @Nullable String author,
            List<Part> text,
            @Nullable Media media,
            long replyTo,
            @Nullable String replyPeer,
            @Nullable Peer forwarded,
            @Nullable Peer saved,
            long edited,
            List<Reaction> reactions,
            @Nullable String viaBot,
            boolean buttons,
            List<Statement> statements)
            implements Entry {
        public Post {
            text = List.copyOf(text);
            reactions = List.copyOf(reactions);
            statements = List.copyOf(statements);
        }
    }

    /// Something that happened.
    ///
    /// @param fields what the action adds, in order
    /// @param photo  the picture that it sets
    record Event(
            long id,
            long at,
            @Nullable Peer actor,
            String action,
            List<Field> fields,
            Media.@Nullable Photo photo)
            implements Entry {
        public Event {
            fields = List.copyOf(fields);
        }
    }

    /// Something that the exporter could not write.
    record Unsupported(long id, long at) implements Entry {}

    /// A key with its value: a string, a whole number, a truth value, null, or a list of strings
    /// and nulls.
    record Field(String key, @Nullable Object value) {}
}
