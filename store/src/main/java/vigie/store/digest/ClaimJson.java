package vigie.store.digest;

import static vigie.store.digest.CanonicalJson.name;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.claim.Reaction;
import vigie.model.claim.Reply;
import vigie.model.claim.TextEntity;
import vigie.model.material.Span;

/// The canonical JSON of each type of claim, from its parts: a claim and the row that it fills are
/// written by the same lines.
public final class ClaimJson {
    private static final byte[] ACCOUNT = name("account");
    private static final byte[] ACTION = name("action");
    private static final byte[] ATTACHMENTS = name("attachments");
    private static final byte[] AT = name("at");
    private static final byte[] AUTHOR = name("author");
    private static final byte[] BIO = name("bio");
    private static final byte[] CONVERSATION = name("conversation");
    private static final byte[] COUNT = name("count");
    private static final byte[] COUNTRY = name("country");
    private static final byte[] CREATED = name("created");
    private static final byte[] DATE = name("date");
    private static final byte[] DETAILS = name("details");
    private static final byte[] EDITED = name("edited");
    private static final byte[] ENTITIES = name("entities");
    private static final byte[] FIRST_NAME = name("firstName");
    private static final byte[] FORWARDED_FROM = name("forwardedFrom");
    private static final byte[] FROM = name("from");
    private static final byte[] ID = name("id");
    private static final byte[] IP = name("ip");
    private static final byte[] JSON = name("json");
    private static final byte[] KIND = name("kind");
    private static final byte[] LAST_ACTIVE = name("lastActive");
    private static final byte[] LAST_NAME = name("lastName");
    private static final byte[] LEFT = name("left");
    private static final byte[] LENGTH = name("length");
    private static final byte[] LIST = name("list");
    private static final byte[] LOCAL = name("local");
    private static final byte[] MESSAGE_ID = name("messageId");
    private static final byte[] NAME = name("name");
    private static final byte[] OFFSET = name("offset");
    private static final byte[] PATH = name("path");
    private static final byte[] PEER = name("peer");
    private static final byte[] PHONE = name("phone");
    private static final byte[] REACTIONS = name("reactions");
    private static final byte[] RECENT = name("recent");
    private static final byte[] REPLY = name("reply");
    private static final byte[] SAVED_FROM = name("savedFrom");
    private static final byte[] SENT = name("sent");
    private static final byte[] TARGET = name("target");
    private static final byte[] TEXT = name("text");
    private static final byte[] TO = name("to");
    private static final byte[] TYPE = name("type");
    private static final byte[] UNIX = name("unix");
    private static final byte[] USERNAME = name("username");
    private static final byte[] VALUE = name("value");

    private ClaimJson() {}

    /// A message, event or unsupported element.
    ///
    /// @param conversation its key, as canonical JSON
    /// @param author       as [#author] writes it
    /// @param text         the bytes of [Utf8#of]
    /// @param details      as [#details] writes them
    public static void message(
            CanonicalJson out,
            Span at,
            Claim.Message.Kind kind,
            byte[] conversation,
            @Nullable Long id,
            Moment sent,
            Moment edited,
            byte @Nullable [] author,
            @Nullable String action,
            byte[] text,
            @Nullable CanonicalJson details) {
        out.open('{').text(ACTION, action);
        at(out, at);
        out.json(AUTHOR, author).json(CONVERSATION, conversation);
        if (details != null) {
            out.member(DETAILS).raw(details.bytes(), 0, details.length());
        }
        moment(out, EDITED, edited);
        if (id != null) {
            out.integer(ID, id);
        }
        out.text(KIND, word(kind));
        moment(out, SENT, sent);
        out.member(TEXT).string(text);
        out.text(TYPE, "message").close('}');
    }

    /// That a conversation exists.
    public static void conversation(
            CanonicalJson out,
            Span at,
            byte[] conversation,
            String type,
            @Nullable String name,
            boolean left) {
        out.open('{');
        at(out, at);
        out.json(CONVERSATION, conversation)
                .text(KIND, type)
                .truth(LEFT, left)
                .text(NAME, name)
                .text(TYPE, "conversation")
                .close('}');
    }

    /// That a group was given another id.
    ///
    /// @param from the key of the conversation before, as canonical JSON
    /// @param to   the key of the conversation after, as canonical JSON
    public static void migration(CanonicalJson out, Span at, byte[] from, byte[] to) {
        out.open('{');
        at(out, at);
        out.json(FROM, from).json(TO, to).text(TYPE, "migration").close('}');
    }

    /// Whose account made the export.
    public static void owner(
            CanonicalJson out,
            Span at,
            @Nullable String account,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable String username,
            @Nullable String bio) {
        out.open('{').text(ACCOUNT, account);
        at(out, at);
        out.text(BIO, bio)
                .text(FIRST_NAME, firstName)
                .text(LAST_NAME, lastName)
                .text(PHONE, phone)
                .text(TYPE, "owner")
                .text(USERNAME, username)
                .close('}');
    }

    /// An entry of the exporter's contacts.
    ///
    /// @param details as [#attachments] writes them
    public static void contact(
            CanonicalJson out,
            Span at,
            String list,
            @Nullable String account,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            Moment date,
            byte @Nullable [] details) {
        out.open('{').text(ACCOUNT, account);
        at(out, at);
        moment(out, DATE, date);
        out.json(DETAILS, details)
                .text(FIRST_NAME, firstName)
                .text(LAST_NAME, lastName)
                .text(LIST, list)
                .text(PHONE, phone)
                .text(TYPE, "contact")
                .close('}');
    }

    /// A session of the exporter's own account.
    ///
    /// @param details as [#attachments] writes them
    public static void session(
            CanonicalJson out,
            Span at,
            String list,
            @Nullable String ip,
            @Nullable String country,
            Moment created,
            Moment lastActive,
            byte @Nullable [] details) {
        out.open('{');
        at(out, at);
        out.text(COUNTRY, country);
        moment(out, CREATED, created);
        out.json(DETAILS, details).text(IP, ip);
        moment(out, LAST_ACTIVE, lastActive);
        out.text(LIST, list).text(TYPE, "session").close('}');
    }

    /// A file of the exporter's own account.
    ///
    /// @param attachments as [#attachments] writes them
    public static void ownMedia(
            CanonicalJson out, Span at, String list, Moment date, byte @Nullable [] attachments) {
        out.open('{');
        at(out, at);
        out.json(ATTACHMENTS, attachments);
        moment(out, DATE, date);
        out.text(LIST, list).text(TYPE, "ownMedia").close('}');
    }

    /// A value that the reader does not know.
    public static void unknown(CanonicalJson out, Span at, String path, String json) {
        out.open('{');
        at(out, at);
        out.text(JSON, json).text(PATH, path).text(TYPE, "unknown").close('}');
    }

    /// Who wrote something: the account's key and the name, either of which may be absent.
    public static void author(CanonicalJson out, @Nullable String account, @Nullable String name) {
        out.open('{').text(ACCOUNT, account).text(NAME, name).close('}');
    }

    /// What a message claims beside the columns of its row; false, with nothing written, where that
    /// is nothing.
    public static boolean details(CanonicalJson out, Claim.Message message) {
        if (message.attachments().isEmpty()
                && message.entities().isEmpty()
                && message.forwardedFrom() == null
                && message.reactions().isEmpty()
                && message.reply() == null
                && message.savedFrom() == null) {
            return false;
        }
        out.open('{');
        if (!message.attachments().isEmpty()) {
            attachments(out.member(ATTACHMENTS), message.attachments());
        }
        if (!message.entities().isEmpty()) {
            entities(out.member(ENTITIES), message.entities());
        }
        author(out, FORWARDED_FROM, message.forwardedFrom());
        if (!message.reactions().isEmpty()) {
            reactions(out.member(REACTIONS), message.reactions());
        }
        Reply reply = message.reply();
        if (reply != null) {
            out.member(REPLY).open('{').integer(MESSAGE_ID, reply.messageId());
            out.text(PEER, reply.peer() == null ? null : reply.peer().key()).close('}');
        }
        author(out, SAVED_FROM, message.savedFrom());
        out.close('}');
        return true;
    }

    /// A list of attachments.
    public static void attachments(CanonicalJson out, List<? extends Attachment> attachments) {
        out.open('[');
        for (Attachment attachment : attachments) {
            AttachmentJson.write(out, attachment);
        }
        out.close(']');
    }

    /// The word by which rows and digests name a kind of message.
    public static String word(Claim.Message.Kind kind) {
        return switch (kind) {
            case MESSAGE -> "message";
            case EVENT -> "event";
            case UNSUPPORTED -> "unsupported";
        };
    }

    private static void entities(CanonicalJson out, List<TextEntity> entities) {
        out.open('[');
        for (TextEntity entity : entities) {
            out.open('{')
                    .integer(LENGTH, entity.length())
                    .integer(OFFSET, entity.offset())
                    .text(TARGET, entity.target())
                    .text(TYPE, entity.type())
                    .close('}');
        }
        out.close(']');
    }

    private static void reactions(CanonicalJson out, List<Reaction> reactions) {
        out.open('[');
        for (Reaction reaction : reactions) {
            out.open('{').integer(COUNT, reaction.count());
            if (!reaction.recent().isEmpty()) {
                out.member(RECENT).open('[');
                for (Reaction.Reactor reactor : reaction.recent()) {
                    out.open('{');
                    moment(out, AT, reactor.at());
                    author(out, AUTHOR, reactor.author());
                    out.close('}');
                }
                out.close(']');
            }
            out.text(TYPE, reaction.type()).text(VALUE, reaction.value()).close('}');
        }
        out.close(']');
    }

    private static void author(CanonicalJson out, byte[] name, @Nullable Author author) {
        if (author != null) {
            author(
                    out.member(name),
                    author.account() == null ? null : author.account().key(),
                    author.name());
        }
    }

    private static void at(CanonicalJson out, Span at) {
        out.member(AT)
                .open('{')
                .integer(LENGTH, at.length())
                .integer(OFFSET, at.offset())
                .close('}');
    }

    private static void moment(CanonicalJson out, byte[] name, Moment moment) {
        if (moment.known()) {
            out.member(name)
                    .open('{')
                    .integer(LOCAL, moment.local(), Moment.ABSENT)
                    .integer(UNIX, moment.unix(), Moment.ABSENT)
                    .close('}');
        }
    }
}
