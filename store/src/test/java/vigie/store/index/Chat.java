package vigie.store.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.claim.Reply;
import vigie.model.claim.TextEntity;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// Makes the claims of a small exhibit, one message a minute.
final class Chat {
    static final long START = 1_717_200_000; // 2024-06-01T00:00:00Z

    final ConversationId conversation;
    final List<Claim> claims = new ArrayList<>();
    private long offset;
    private long time = START;

    Chat(String id) {
        conversation = new ConversationId("telegram", "channel", id, null);
    }

    /// The account of a number.
    static AccountId account(long id) {
        return new AccountId("telegram", "user", Long.toString(id));
    }

    Chat named(String name) {
        claims.add(new Claim.Conversation(span(), conversation, "private_supergroup", name, false));
        return this;
    }

    Chat owner(long id, String name, String phone, String user) {
        claims.add(new Claim.Owner(span(), account(id), name, null, phone, user, null));
        return this;
    }

    /// Adds a message and returns its offset.
    long says(long author, String name, String text) {
        return add(author, name, text, List.of(), List.of(), null, null);
    }

    long carries(long author, String name, String text, Attachment... attachments) {
        return add(author, name, text, List.of(), List.of(attachments), null, null);
    }

    long add(
            long author,
            @Nullable String name,
            String text,
            List<TextEntity> entities,
            List<Attachment> attachments,
            @Nullable Reply reply,
            @Nullable Author forwarded) {
        Span at = span();
        time += 60;
        claims.add(
                new Claim.Message(
                        at,
                        Claim.Message.Kind.MESSAGE,
                        conversation,
                        at.offset(),
                        new Moment(time, time),
                        Moment.NONE,
                        new Author(author == 0 ? null : account(author), name),
                        null,
                        text,
                        entities,
                        reply,
                        forwarded,
                        null,
                        List.of(),
                        attachments));
        return at.offset();
    }

    /// Moves the clock.
    Chat at(long unix) {
        time = unix - 60;
        return this;
    }

    private Span span() {
        offset += 100;
        return new Span(offset, 100);
    }

    static Attachment.Media media(
            String role, @Nullable String path, @Nullable String type, @Nullable String name) {
        return new Attachment.Media(role, path, null, name, type, null, -1, -1, -1, -1);
    }
}
