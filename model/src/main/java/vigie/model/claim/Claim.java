package vigie.model.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// One thing that a source says, with the bytes of the exhibit that say it.
public sealed interface Claim {
    /// The bytes that say it.
    Span at();

    /// One element of a conversation: exactly one for each element of the source, so that the
    /// three kinds add up to what the source holds.
    ///
    /// @param id     its number as the source gives it; unique in the conversation only where the
    ///     platform numbers conversations, else in the exporter's account
    /// @param edited when it was last touched; a reaction may have set it, so no proof of editing
    /// @param author who wrote it or did it
    /// @param action the platform's word for an event, null unless `kind` is `EVENT`
    /// @param forwardedFrom who is said to have written it first
    /// @param savedFrom     where it is said to have been saved from
    record Message(
            Span at,
            Kind kind,
            ConversationId conversation,
            @Nullable Long id,
            Moment sent,
            Moment edited,
            @Nullable Author author,
            @Nullable String action,
            String text,
            List<TextEntity> entities,
            @Nullable Reply reply,
            @Nullable Author forwardedFrom,
            @Nullable Author savedFrom,
            List<Reaction> reactions,
            List<Attachment> attachments)
            implements Claim {
        /// Whether a person wrote it, the platform reports it, or the exporter could not write it.
        public enum Kind {
            MESSAGE,
            EVENT,
            UNSUPPORTED
        }
    }

    /// That a conversation exists, under a name and a type of its platform; `left` where the
    /// exporter had left it.
    record Conversation(
            Span at, ConversationId conversation, String type, @Nullable String name, boolean left)
            implements Claim {}

    /// That a group was given another id: both conversations are the same group, before and after.
    /// It links them and merges nothing.
    ///
    /// @param from the conversation under the id that the group had
    /// @param to   the conversation under the id that it was given
    record Migration(Span at, ConversationId from, ConversationId to) implements Claim {
        public Migration {
            if (from.equals(to)) {
                throw new IllegalArgumentException("a group that becomes itself: " + from);
            }
        }
    }

    /// Whose account made the export, as the export states it.
    record Owner(
            Span at,
            @Nullable AccountId account,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable String username,
            @Nullable String bio)
            implements Claim {}

    /// An entry of the exporter's contacts.
    ///
    /// @param list the list of the source that holds it: `contacts`, `frequent_contacts`
    /// @param details further fields, each under the source's key
    record Contact(
            Span at,
            String list,
            @Nullable AccountId account,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            Moment date,
            List<Attachment.Other> details)
            implements Claim {}

    /// A session of the exporter's own account: address and device of the exporter, never of
    /// anybody else.
    ///
    /// @param list the list of the source that holds it: `sessions`, `web_sessions`
    /// @param details application, device, region and so on, each under the source's key
    record Session(
            Span at,
            String list,
            @Nullable String ip,
            @Nullable String country,
            Moment created,
            Moment lastActive,
            List<Attachment.Other> details)
            implements Claim {}

    /// A file of the exporter's own account outside any conversation: a profile picture, a story.
    record OwnMedia(Span at, String list, Moment date, List<Attachment> attachments)
            implements Claim {}

    /// A value that the reader does not know: preserved, counted, never interpreted.
    ///
    /// @param path where it stands, in keys: `messages[].new_key`
    /// @param json the value as compact JSON, cut after 4,096 characters; the whole stands at `at`
    record Unknown(Span at, String path, String json) implements Claim {}
}
