package vigie.readers.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.CompactJson;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.claim.Reaction;
import vigie.model.claim.Reply;
import vigie.model.claim.TextEntity;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;
import vigie.readers.telegram.Key.Types;

/// Reads one element of `messages[]` after the other; what it returns depends on the bytes of the
/// element and on its conversation, on nothing else.
final class MessageReader {
    private static final String WHERE = "messages[].";
    private static final String ENTITIES = "messages[].text_entities[].";

    private final Strangers strangers = new Strangers();
    private final Accounts accounts = new Accounts();
    private final Times times = new Times();
    private final TextReader texts = new TextReader(strangers, accounts);
    private final PartReader parts = new PartReader(strangers, accounts, texts, times);
    private final MediaFields media = new MediaFields();
    private final Peer from = new Peer();
    private final Peer actor = new Peer();
    private final Peer forwarded = new Peer();
    private final Peer saved = new Peer();
    private final Peer replyPeer = new Peer();
    private final List<Attachment> kept = new ArrayList<>();
    private final List<Attachment> found = new ArrayList<>();

    private @Nullable Long id;
    private @Nullable String type;
    private long date;
    private long dateUnix;
    private long edited;
    private long editedUnix;
    private @Nullable String action;
    private @Nullable Long replyTo;
    private List<Reaction> reactions = List.of();
    private TextReader.@Nullable Rich text;
    private TextReader.@Nullable Before before;
    private TextReader.@Nullable Rich marked;
    private long textFrom;
    private long textEnd;
    private @Nullable Span repeated;
    private boolean placed;
    private Attachment.@Nullable Place coordinates;
    private int livePeriod;
    private @Nullable String placeName;
    private @Nullable String address;
    private Attachment.@Nullable SharedContact contact;

    /// Where `text` and `text_entities` of the last element contradict each other, if they do.
    private @Nullable Span contradiction;

    /// The element that is next, with the mark set on it.
    Claim.Message read(JsonCursor in, ConversationId conversation) throws IOException {
        clear();
        long start = in.valueOffset();
        in.mark();
        in.object();
        for (int key; (key = in.key()) != JsonCursor.END; ) {
            field(Key.of(key), in, conversation);
        }
        Claim.Message message = message(new Span(start, in.offset() - start), in, conversation);
        in.unmark();
        return message;
    }

    /// What the last element held that the format does not define.
    List<Claim.Unknown> unknown() {
        return strangers.held();
    }

    /// Where the last element's two texts contradict each other.
    @Nullable Span contradiction() {
        return contradiction;
    }

    /// Where the last element's text stands a second time.
    @Nullable Span repeated() {
        return repeated;
    }

    private void clear() {
        strangers.clear();
        media.clear();
        from.clear();
        actor.clear();
        forwarded.clear();
        saved.clear();
        replyPeer.clear();
        kept.clear();
        found.clear();
        id = null;
        type = null;
        date = Moment.ABSENT;
        dateUnix = Moment.ABSENT;
        edited = Moment.ABSENT;
        editedUnix = Moment.ABSENT;
        action = null;
        replyTo = null;
        reactions = List.of();
        text = null;
        before = null;
        marked = null;
        repeated = null;
        placed = false;
        coordinates = null;
        livePeriod = Fields.ABSENT;
        placeName = null;
        address = null;
        contact = null;
        contradiction = null;
    }

    private void field(Key key, JsonCursor in, ConversationId conversation) throws IOException {
        switch (key) {
            case ID, REPLY_TO_MESSAGE_ID -> number(key, in.passNull() ? null : in.integer());
            case TYPE -> type(in);
            case DATE, EDITED -> local(key, times.local(in));
            case DATE_UNIXTIME, EDITED_UNIXTIME -> unix(key, Times.unix(in));
            case FROM, ACTOR, FORWARDED_FROM, SAVED_FROM -> peer(key).name(in);
            case FROM_ID, ACTOR_ID, FORWARDED_FROM_ID, SAVED_FROM_ID, REPLY_TO_PEER_ID ->
                    peer(key).id(in, accounts);
            case TEXT -> text(in);
            case TEXT_ENTITIES -> marked = texts.entities(in, ENTITIES, before);
            default -> {
                if (!media.read(key, in, strangers)) {
                    rare(key, in, conversation);
                }
            }
        }
    }

    private void number(Key key, @Nullable Long number) {
        if (key == Key.ID) {
            id = number;
        } else {
            replyTo = number;
        }
    }

    private void local(Key key, long time) {
        if (key == Key.DATE) {
            date = time;
        } else {
            edited = time;
        }
    }

    private void unix(Key key, long time) {
        if (key == Key.DATE_UNIXTIME) {
            dateUnix = time;
        } else {
            editedUnix = time;
        }
    }

    private Peer peer(Key key) {
        return switch (key) {
            case FROM, FROM_ID -> from;
            case ACTOR, ACTOR_ID -> actor;
            case FORWARDED_FROM, FORWARDED_FROM_ID -> forwarded;
            case SAVED_FROM, SAVED_FROM_ID -> saved;
            default -> replyPeer;
        };
    }

    private void rare(Key key, JsonCursor in, ConversationId conversation) throws IOException {
        switch (key) {
            case ACTION -> {
                action = Fields.shared(in);
                strangers.word(in, action, Words.ACTIONS, "messages[].action");
            }
            case REACTIONS -> reactions = parts.reactions(in, conversation);
            case POLL -> parts.poll(in, found, kept);
            case CONTACT_INFORMATION -> contact = parts.contact(in);
            case LOCATION_INFORMATION -> {
                placed = true;
                coordinates = parts.place(in);
            }
            case LIVE_LOCATION_PERIOD_SECONDS -> livePeriod = Fields.count(in);
            case PLACE_NAME -> placeName = Fields.string(in);
            case ADDRESS -> address = Fields.string(in);
            default -> keep(key, in);
        }
    }

    private void type(JsonCursor in) throws IOException {
        type = Fields.shared(in);
        if (type != null && !type.equals("message") && kind() == null) {
            strangers.word(in, type, Words.NAMELESS, "messages[].type");
        }
    }

    /// The kind that the type states; null where it states none that is known.
    private Claim.Message.@Nullable Kind kind() {
        String stated = type;
        if (stated == null) {
            return action == null ? Claim.Message.Kind.MESSAGE : Claim.Message.Kind.EVENT;
        }
        return switch (stated) {
            case "message" -> Claim.Message.Kind.MESSAGE;
            case "service" -> Claim.Message.Kind.EVENT;
            case "unsupported" -> Claim.Message.Kind.UNSUPPORTED;
            default -> null;
        };
    }

    /// Keeps a value under its own key, if it has a type that the exporter gives it.
    private void keep(Key key, JsonCursor in) throws IOException {
        if (key.kept() == 0) {
            strangers.key(in, WHERE);
            return;
        }
        int first = in.peek();
        if (first != 'n' && (key.kept() & Types.of(first)) == 0) {
            throw in.malformed(in.offset(), "a value of another type than " + key.text() + " has");
        }
        kept.add(new Attachment.Other(key.text(), CompactJson.of(in)));
    }

    private void text(JsonCursor in) throws IOException {
        long start = in.valueOffset();
        if (text != null) {
            // The first was the action's.
            kept.add(new Attachment.Other("text", CompactJson.of(in.again(textFrom, textEnd))));
            repeated = new Span(textFrom, textEnd - textFrom);
        } else if (action != null && Words.TEXT_TWICE.contains(action)) {
            in.allowAgain();
        }
        textFrom = start;
        if (in.peek() == '"') {
            int repairs = in.repairCount();
            String plain = in.string();
            text = new TextReader.Rich(plain, List.of());
            before =
                    repairs == in.repairCount()
                            ? new TextReader.Before(plain, in.stringOffset(), in.stringLength())
                            : null;
        } else {
            text = texts.mixed(in, "messages[].text[].");
            before = null;
        }
        textEnd = in.offset();
    }

    private Claim.Message message(Span at, JsonCursor in, ConversationId conversation)
            throws IOException {
        Claim.Message.Kind kind = kind();
        if (kind == null) {
            kind = Claim.Message.Kind.UNSUPPORTED;
        }
        // Times in seconds came a year after numbers ceased to be shifted.
        boolean shifted = dateUnix == Moment.ABSENT;
        Peer main = kind == Claim.Message.Kind.EVENT && actor.present() ? actor : from;
        other(main == from ? actor : from, main == from ? "actor" : "from", shifted, conversation);
        TextReader.Rich rich = chosenText(in);
        Reply reply = reply(shifted, conversation);
        strange(from, "from_id");
        strange(actor, "actor_id");
        strange(forwarded, "forwarded_from_id");
        strange(saved, "saved_from_id");
        strange(replyPeer, "reply_to_peer_id");
        return new Claim.Message(
                at,
                kind,
                conversation,
                id,
                Times.moment(dateUnix, date),
                edited(),
                main.author(accounts, shifted, conversation),
                action,
                rich.text(),
                rich.entities(),
                reply,
                origin(forwarded, shifted, conversation),
                origin(saved, shifted, conversation),
                reactions,
                attachments());
    }

    /// Until June 2020 the exporter wrote its zone's reading of second 0 where a message was never
    /// edited.
    private Moment edited() {
        boolean never = editedUnix == Moment.ABSENT && Math.abs(edited) < 2 * 86_400;
        return never ? Moment.NONE : Times.moment(editedUnix, edited);
    }

    /// Keeps a second party under its own keys.
    private void other(Peer peer, String key, boolean shifted, ConversationId conversation) {
        Author author = peer.author(accounts, shifted, conversation);
        if (author == null) {
            return;
        }
        if (author.name() != null) {
            kept.add(new Attachment.Other(key, CompactJson.quoted(author.name())));
        }
        if (author.account() != null) {
            String account = author.account().type() + author.account().id();
            kept.add(new Attachment.Other(key + "_id", CompactJson.quoted(account)));
        }
    }

    private void strange(Peer peer, String key) {
        String json = peer.strange();
        if (json != null) {
            kept.add(new Attachment.Other(key, json));
        }
    }

    /// Where a message came from; present without a name where the source says `null`.
    private @Nullable Author origin(Peer peer, boolean shifted, ConversationId conversation) {
        if (!peer.present()) {
            return null;
        }
        Author author = peer.author(accounts, shifted, conversation);
        return author == null ? new Author(null, null) : author;
    }

    private @Nullable Reply reply(boolean shifted, ConversationId conversation) {
        AccountId peer = replyPeer.account(shifted, conversation);
        if (replyTo != null) {
            return new Reply(replyTo, peer);
        }
        if (peer != null) {
            String account = CompactJson.quoted(peer.type() + peer.id());
            kept.add(new Attachment.Other("reply_to_peer_id", account));
        }
        return null;
    }

    /// The typed text where it says something, else the mixed one; both where they differ.
    private TextReader.Rich chosenText(JsonCursor in) throws IOException {
        TextReader.Rich mixed = text;
        TextReader.Rich typed = marked;
        if (mixed == null || typed == null) {
            return typed != null ? typed : mixed != null ? mixed : TextReader.Rich.EMPTY;
        }
        if (agree(mixed, typed)) {
            return typed;
        }
        contradiction = new Span(textFrom, textEnd - textFrom);
        if (typed.text().isEmpty()) {
            return mixed;
        }
        kept.add(new Attachment.Other("text", CompactJson.of(in.again(textFrom, textEnd))));
        return typed;
    }

    private static boolean agree(TextReader.Rich mixed, TextReader.Rich typed) {
        List<TextEntity> marks = mixed.entities();
        return mixed.text().equals(typed.text())
                && (marks.isEmpty() || marks.equals(typed.entities()));
    }

    private List<Attachment> attachments() {
        media.addTo(found);
        if (contact != null) {
            found.add(contact);
        }
        Attachment.Place place = coordinates;
        if (placed || livePeriod >= 0 || placeName != null || address != null) {
            found.add(
                    new Attachment.Place(
                            place == null ? null : place.latitude(),
                            place == null ? null : place.longitude(),
                            livePeriod,
                            placeName,
                            address));
        }
        found.addAll(kept);
        return found.isEmpty() ? List.of() : List.copyOf(found);
    }
}
