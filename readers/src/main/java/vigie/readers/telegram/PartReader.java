package vigie.readers.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.CompactJson;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Moment;
import vigie.model.claim.Reaction;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// The objects within a message: reactions, polls, contacts, places.
final class PartReader {
    private final Strangers strangers;
    private final Accounts accounts;
    private final TextReader texts;
    private final Times times;
    private final Peer peer = new Peer();

    PartReader(Strangers strangers, Accounts accounts, TextReader texts, Times times) {
        this.strangers = strangers;
        this.accounts = accounts;
        this.texts = texts;
        this.times = times;
    }

    List<Reaction> reactions(JsonCursor in, ConversationId conversation) throws IOException {
        if (in.passNull()) {
            return List.of();
        }
        List<Reaction> found = new ArrayList<>(2);
        in.array();
        while (in.element()) {
            found.add(reaction(in, conversation));
        }
        return List.copyOf(found);
    }

    private Reaction reaction(JsonCursor in, ConversationId conversation) throws IOException {
        String type = null;
        String value = null;
        int count = Fields.ABSENT;
        List<Reaction.Reactor> recent = List.of();
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            switch (Key.of(id)) {
                case TYPE -> {
                    type = Fields.shared(in);
                    strangers.word(in, type, Words.REACTIONS, "messages[].reactions[].type");
                }
                case EMOJI -> value = Fields.shared(in);
                case DOCUMENT_ID -> value = TextReader.document(in);
                case COUNT -> count = Fields.count(in);
                case RECENT -> recent = recent(in, conversation);
                default -> strangers.key(in, "messages[].reactions[].");
            }
        }
        return new Reaction(type == null ? "unknown" : type, value, count, recent);
    }

    private List<Reaction.Reactor> recent(JsonCursor in, ConversationId conversation)
            throws IOException {
        if (in.passNull()) {
            return List.of();
        }
        List<Reaction.Reactor> found = new ArrayList<>();
        in.array();
        while (in.element()) {
            found.add(reactor(in, conversation));
        }
        return found;
    }

    private Reaction.Reactor reactor(JsonCursor in, ConversationId conversation)
            throws IOException {
        peer.clear();
        long unix = Moment.ABSENT;
        long local = Moment.ABSENT;
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            switch (Key.of(id)) {
                case FROM -> peer.name(in);
                case FROM_ID -> peer.id(in, accounts);
                case DATE -> local = times.local(in);
                case DATE_UNIXTIME -> unix = Times.unix(in);
                default -> strangers.key(in, "messages[].reactions[].recent[].");
            }
        }
        Author author = peer.author(accounts, false, conversation);
        return new Reaction.Reactor(
                author == null ? new Author(null, peer.strange()) : author,
                Times.moment(unix, local));
    }

    Attachment.@Nullable SharedContact contact(JsonCursor in) throws IOException {
        if (in.passNull()) {
            return null;
        }
        String first = null;
        String last = null;
        String phone = null;
        AccountId account = null;
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            switch (Key.of(id)) {
                case FIRST_NAME -> first = Fields.string(in);
                case LAST_NAME -> last = Fields.string(in);
                case PHONE_NUMBER -> phone = Fields.string(in);
                case USER_ID -> account = in.passNull() ? null : Accounts.user(in.integer());
                default -> strangers.key(in, "messages[].contact_information.");
            }
        }
        return new Attachment.SharedContact(
                first, last, phone, account == null ? null : account.id());
    }

    /// Coordinates, with nothing else about the place.
    Attachment.Place place(JsonCursor in) throws IOException {
        String latitude = null;
        String longitude = null;
        if (!in.passNull()) {
            in.object();
            for (int id; (id = in.key()) != JsonCursor.END; ) {
                switch (Key.of(id)) {
                    case LATITUDE -> latitude = in.passNull() ? null : in.number();
                    case LONGITUDE -> longitude = in.passNull() ? null : in.number();
                    default -> strangers.key(in, "messages[].location_information.");
                }
            }
        }
        return new Attachment.Place(latitude, longitude, Fields.ABSENT, null, null);
    }

    /// Adds a poll, and the poll as it stands where its texts are marked, which a poll cannot hold.
    void poll(JsonCursor in, List<Attachment> out, List<Attachment> kept) throws IOException {
        if (in.passNull()) {
            return;
        }
        long from = in.offset();
        boolean marked = false;
        String question = "";
        boolean closed = false;
        int voters = Fields.ABSENT;
        List<Attachment.Poll.Answer> answers = new ArrayList<>();
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            switch (Key.of(id)) {
                case QUESTION -> {
                    var text = texts.mixed(in, "messages[].poll.question[].");
                    question = text.text();
                    marked |= !text.entities().isEmpty();
                }
                case CLOSED -> closed = Fields.bool(in);
                case TOTAL_VOTERS -> voters = Fields.count(in);
                case ANSWERS -> marked |= answers(in, answers);
                default -> strangers.key(in, "messages[].poll.");
            }
        }
        out.add(new Attachment.Poll(question, closed, voters, answers));
        if (marked) {
            kept.add(new Attachment.Other("poll", CompactJson.of(in.again(from, in.offset()))));
        }
    }

    private boolean answers(JsonCursor in, List<Attachment.Poll.Answer> answers)
            throws IOException {
        boolean marked = false;
        if (in.passNull()) {
            return false;
        }
        in.array();
        while (in.element()) {
            var text = TextReader.Rich.EMPTY;
            int voters = Fields.ABSENT;
            boolean chosen = false;
            in.object();
            for (int id; (id = in.key()) != JsonCursor.END; ) {
                switch (Key.of(id)) {
                    case TEXT -> text = texts.mixed(in, "messages[].poll.answers[].text[].");
                    case VOTERS -> voters = Fields.count(in);
                    case CHOSEN -> chosen = Fields.bool(in);
                    default -> strangers.key(in, "messages[].poll.answers[].");
                }
            }
            marked |= !text.entities().isEmpty();
            answers.add(new Attachment.Poll.Answer(text.text(), voters, chosen));
        }
        return marked;
    }
}
