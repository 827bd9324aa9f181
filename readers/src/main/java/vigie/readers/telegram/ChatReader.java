package vigie.readers.telegram;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Claim;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// Reads chats: what they say about themselves, then their messages one by one.
final class ChatReader {
    private static final int DIGEST_PART = 16;

    private final Ahead ahead;
    private final Output out;
    private final String unowned;
    private final MessageReader messages = new MessageReader();
    private final Strangers strangers = new Strangers();

    ChatReader(EvidenceBytes bytes, Ahead ahead, Output out) {
        this.ahead = ahead;
        this.out = out;
        unowned = "export:" + bytes.exhibit().digest().hex().substring(0, DIGEST_PART);
    }

    /// One chat whose object was entered, or is the root.
    final class Chat {
        private final long from;
        private final String where;
        private final boolean left;
        private final Head head = new Head();
        private @Nullable ConversationId conversation;

        /// @param from  where its object starts
        /// @param where the keys down to it
        Chat(long from, String where, boolean left) {
            this.from = from;
            this.where = where;
            this.left = left;
        }

        /// Reads the value of a key; false where a chat has no such key.
        boolean read(Key key, JsonCursor in, @Nullable AccountId owner) throws IOException {
            if (key == Key.MESSAGES) {
                messages(in, owner);
                return true;
            }
            ConversationId told = conversation;
            if (told == null) {
                boolean type = key == Key.TYPE;
                boolean own = head.read(key, in);
                if (type) {
                    strangers.word(in, head.type, Words.CHATS, where + "type");
                    flushStrangers();
                }
                return own;
            }
            long start = in.valueOffset();
            Head late = new Head();
            boolean own = late.read(key, in);
            if (late.named && !head.named) {
                // A chat of a type without names that has one behind its messages.
                Span at = new Span(start, in.offset() - start);
                out.claim(new Claim.Conversation(at, told, type(), late.name, left));
            }
            return own;
        }

        /// Hands the conversation over if its messages have not.
        void end(JsonCursor in, @Nullable AccountId owner) throws IOException {
            if (conversation == null) {
                conversation(in.offset(), false, owner);
            }
        }

        private void messages(JsonCursor in, @Nullable AccountId owner) throws IOException {
            long end = in.keyOffset();
            long start = in.valueOffset();
            if (!head.complete()) {
                ahead.complete(head, start);
            }
            boolean shifted =
                    head.id != null
                            && Accounts.isShifted(head.id, Words.peer(type()))
                            && Objects.equals(ahead.shifted(start), true);
            ConversationId id = conversation(end, shifted, owner);
            if (in.passNull()) {
                return;
            }
            in.array();
            while (in.element()) {
                Claim.Message message = messages.read(in, id);
                out.claim(message);
                Optional<Claim.Migration> migration = Migrations.of(message);
                if (migration.isPresent()) {
                    out.claim(migration.get());
                }
                out.unknown(messages.unknown());
                Span contradiction = messages.contradiction();
                if (contradiction != null) {
                    out.repaired(contradiction, "text and text_entities differ");
                }
                Span repeated = messages.repeated();
                if (repeated != null) {
                    out.repaired(repeated, "text stands twice in one message");
                }
            }
        }

        private ConversationId conversation(long end, boolean shifted, @Nullable AccountId owner)
                throws IOException {
            ConversationId id = id(shifted, owner);
            conversation = id;
            Span at = new Span(from, end - from);
            out.claim(new Claim.Conversation(at, id, type(), head.name, left));
            return id;
        }

        private ConversationId id(boolean shifted, @Nullable AccountId owner) {
            String peer = Words.peer(type());
            String own = owner == null ? unowned : owner.key();
            Long number = head.id;
            if (number == null) {
                return new ConversationId(Accounts.PLATFORM, peer, "at-" + from, unowned);
            }
            long bare = shifted ? Accounts.unshifted(number, peer) : number;
            String scope =
                    switch (peer) {
                        case Accounts.CHAT, Accounts.CHANNEL -> null;
                        case Accounts.USER -> own;
                        default -> unowned;
                    };
            return new ConversationId(Accounts.PLATFORM, peer, Long.toString(bare), scope);
        }

        private String type() {
            String stated = head.type;
            return stated == null ? "unknown" : stated;
        }
    }

    /// `chats` or `left_chats`, at the cursor.
    void list(JsonCursor in, Key key, @Nullable AccountId owner) throws IOException {
        if (in.passNull()) {
            return;
        }
        String where = key.text() + ".list[].";
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            switch (Key.of(id)) {
                case ABOUT -> Fields.string(in);
                case LIST -> chats(in, where, key == Key.LEFT_CHATS, owner);
                default -> stranger(in, key.text() + ".");
            }
        }
    }

    private void chats(JsonCursor in, String where, boolean left, @Nullable AccountId owner)
            throws IOException {
        if (in.passNull()) {
            return;
        }
        in.array();
        while (in.element()) {
            Chat chat = new Chat(in.valueOffset(), where, left);
            in.object();
            for (int id; (id = in.key()) != JsonCursor.END; ) {
                if (!chat.read(Key.of(id), in, owner)) {
                    stranger(in, where);
                }
            }
            chat.end(in, owner);
        }
    }

    /// Hands over the value of a key that the format does not define.
    void stranger(JsonCursor in, String where) throws IOException {
        strangers.key(in, where);
        flushStrangers();
    }

    private void flushStrangers() throws IOException {
        out.unknown(strangers.held());
        strangers.clear();
    }
}
