package vigie.readers.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.CompactJson;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Attachment;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.readers.telegram.Key.Types;

/// Reads the lists of the exporter's own account: contacts, sessions, pictures, stories.
final class OwnLists {
    private final Output out;
    private final Times times = new Times();
    private final Strangers strangers = new Strangers();

    OwnLists(Output out) {
        this.out = out;
    }

    /// Reads one entry of a list.
    interface Entry {
        Claim read(JsonCursor in, String list) throws IOException;
    }

    /// The list at the cursor, bare or as the `list` of an object with an `about`.
    void read(JsonCursor in, Key key, Entry entry) throws IOException {
        String list = key.text();
        if (in.passNull()) {
            return;
        }
        if (in.peek() == '[') {
            entries(in, list, entry);
            return;
        }
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            switch (Key.of(id)) {
                case ABOUT -> Fields.string(in);
                case LIST -> entries(in, list, entry);
                default -> {
                    strangers.key(in, list + ".");
                    out.unknown(strangers.held());
                    strangers.clear();
                }
            }
        }
    }

    private void entries(JsonCursor in, String list, Entry entry) throws IOException {
        if (in.passNull()) {
            return;
        }
        in.array();
        while (in.element()) {
            strangers.clear();
            in.valueOffset();
            in.mark();
            Claim claim = entry.read(in, list);
            in.unmark();
            out.claim(claim, strangers.held());
        }
        strangers.clear();
    }

    Claim contact(JsonCursor in, String list, boolean shifted) throws IOException {
        long from = in.valueOffset();
        AccountId account = null;
        Long number = null;
        String type = null;
        String first = null;
        String last = null;
        String phone = null;
        long local = Moment.ABSENT;
        long unix = Moment.ABSENT;
        List<Attachment.Other> details = new ArrayList<>();
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            Key key = Key.of(id);
            switch (key) {
                case USER_ID -> account = in.passNull() ? null : Accounts.user(in.integer());
                case ID -> number = in.passNull() ? null : in.integer();
                case TYPE -> {
                    type = Fields.shared(in);
                    if (type != null && Words.peer(type).equals("unknown")) {
                        strangers.word(in, type, Words.CHATS, list + ".list[].type");
                    }
                    detail(details, key, type);
                }
                case FIRST_NAME -> first = Fields.string(in);
                case LAST_NAME -> last = Fields.string(in);
                case PHONE_NUMBER -> phone = Fields.string(in);
                case DATE -> local = times.local(in);
                case DATE_UNIXTIME -> unix = Times.unix(in);
                case NAME, CATEGORY -> detail(details, key, Fields.string(in));
                case RATING -> number(details, key, in);
                default -> strangers.key(in, list + ".list[].");
            }
        }
        if (number != null) {
            account = frequent(number, type, shifted, details);
        }
        return new Claim.Contact(
                new Span(from, in.offset() - from),
                list,
                account,
                first,
                last,
                phone,
                Times.moment(unix, local),
                List.copyOf(details));
    }

    /// The account of a frequent contact; its number stays a detail where its type is not known.
    private static @Nullable AccountId frequent(
            long number, @Nullable String type, boolean shifted, List<Attachment.Other> details) {
        String peer = type == null ? "unknown" : Words.peer(type);
        long id = shifted ? Accounts.unshifted(number, peer) : number;
        if (peer.equals("unknown") || id <= 0) {
            details.add(new Attachment.Other("id", Long.toString(number)));
            return null;
        }
        return new AccountId(Accounts.PLATFORM, peer, Long.toString(id));
    }

    Claim session(JsonCursor in, String list) throws IOException {
        long from = in.valueOffset();
        String ip = null;
        String country = null;
        long created = Moment.ABSENT;
        long createdUnix = Moment.ABSENT;
        long active = Moment.ABSENT;
        long activeUnix = Moment.ABSENT;
        List<Attachment.Other> details = new ArrayList<>();
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            Key key = Key.of(id);
            switch (key) {
                case LAST_IP -> ip = Fields.string(in);
                case LAST_COUNTRY -> country = Fields.string(in);
                case CREATED -> created = times.local(in);
                case CREATED_UNIXTIME -> createdUnix = Times.unix(in);
                case LAST_ACTIVE -> active = times.local(in);
                case LAST_ACTIVE_UNIXTIME -> activeUnix = Times.unix(in);
                case LAST_REGION,
                        APPLICATION_NAME,
                        APPLICATION_VERSION,
                        DEVICE_MODEL,
                        PLATFORM,
                        SYSTEM_VERSION,
                        BOT_USERNAME,
                        DOMAIN_NAME,
                        BROWSER ->
                        detail(details, key, Fields.string(in));
                default -> strangers.key(in, list + ".list[].");
            }
        }
        return new Claim.Session(
                new Span(from, in.offset() - from),
                list,
                ip,
                country,
                Times.moment(createdUnix, created),
                Times.moment(activeUnix, active),
                List.copyOf(details));
    }

    Claim media(JsonCursor in, String list) throws IOException {
        long from = in.valueOffset();
        long local = Moment.ABSENT;
        long unix = Moment.ABSENT;
        List<Attachment> found = new ArrayList<>();
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            Key key = Key.of(id);
            switch (key) {
                case DATE -> local = times.local(in);
                case DATE_UNIXTIME -> unix = Times.unix(in);
                case PHOTO -> file(found, "photo", Fields.path(in));
                case MEDIA -> file(found, "file", Fields.path(in));
                case EXPIRES, EXPIRES_UNIXTIME, PINNED -> keep(found, key, in);
                default -> strangers.key(in, list + "[].");
            }
        }
        Span at = new Span(from, in.offset() - from);
        return new Claim.OwnMedia(at, list, Times.moment(unix, local), List.copyOf(found));
    }

    private static void file(List<Attachment> found, String role, @Nullable String path) {
        if (path != null && !path.isEmpty()) {
            int none = Fields.ABSENT;
            found.add(MediaFields.media(role, path, null, null, null, none, none, none, none));
        }
    }

    private static void keep(List<Attachment> found, Key key, JsonCursor in) throws IOException {
        int first = in.peek();
        int expected = key == Key.PINNED ? Types.BOOL : Types.STRING;
        if (first != 'n' && Types.of(first) != expected) {
            throw in.malformed(in.offset(), "a value of another type than " + key.text() + " has");
        }
        found.add(new Attachment.Other(key.text(), CompactJson.of(in)));
    }

    private static void detail(List<Attachment.Other> details, Key key, @Nullable String value) {
        if (value != null) {
            details.add(new Attachment.Other(key.text(), CompactJson.quoted(value)));
        }
    }

    private static void number(List<Attachment.Other> details, Key key, JsonCursor in)
            throws IOException {
        if (!in.passNull()) {
            details.add(new Attachment.Other(key.text(), in.number()));
        }
    }
}
