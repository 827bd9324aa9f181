package vigie.store.digest;

import static vigie.store.digest.CanonicalJson.name;

import vigie.model.claim.Attachment;

/// The canonical JSON of attachments; `is` tells which.
final class AttachmentJson {
    private static final byte[] ADDRESS = name("address");
    private static final byte[] ANSWERS = name("answers");
    private static final byte[] CHOSEN = name("chosen");
    private static final byte[] CLOSED = name("closed");
    private static final byte[] FILE_NAME = name("fileName");
    private static final byte[] FIRST_NAME = name("firstName");
    private static final byte[] HEIGHT = name("height");
    private static final byte[] IS = name("is");
    private static final byte[] JSON = name("json");
    private static final byte[] KEY = name("key");
    private static final byte[] LAST_NAME = name("lastName");
    private static final byte[] LATITUDE = name("latitude");
    private static final byte[] LIVE_PERIOD = name("livePeriod");
    private static final byte[] LONGITUDE = name("longitude");
    private static final byte[] MIME = name("mime");
    private static final byte[] NAME = name("name");
    private static final byte[] PATH = name("path");
    private static final byte[] PHONE = name("phone");
    private static final byte[] PLACEHOLDER = name("placeholder");
    private static final byte[] QUESTION = name("question");
    private static final byte[] ROLE = name("role");
    private static final byte[] SECONDS = name("seconds");
    private static final byte[] SIZE = name("size");
    private static final byte[] TEXT = name("text");
    private static final byte[] TYPE = name("type");
    private static final byte[] USER_ID = name("userId");
    private static final byte[] VOTERS = name("voters");
    private static final byte[] WIDTH = name("width");

    /// Stands for a number that the source does not state.
    private static final long UNSTATED = -1;

    private AttachmentJson() {}

    static void write(CanonicalJson out, Attachment attachment) {
        switch (attachment) {
            case Attachment.Media media -> media(out, media);
            case Attachment.SharedContact contact ->
                    out.open('{')
                            .text(FIRST_NAME, contact.firstName())
                            .text(IS, "contact")
                            .text(LAST_NAME, contact.lastName())
                            .text(PHONE, contact.phone())
                            .text(USER_ID, contact.userId())
                            .close('}');
            case Attachment.Place place ->
                    out.open('{')
                            .text(ADDRESS, place.address())
                            .text(IS, "place")
                            .text(LATITUDE, place.latitude())
                            .integer(LIVE_PERIOD, place.livePeriod(), UNSTATED)
                            .text(LONGITUDE, place.longitude())
                            .text(NAME, place.name())
                            .close('}');
            case Attachment.Poll poll -> poll(out, poll);
            case Attachment.Other other ->
                    out.open('{')
                            .text(IS, "other")
                            .text(JSON, other.json())
                            .text(KEY, other.key())
                            .close('}');
        }
    }

    private static void media(CanonicalJson out, Attachment.Media media) {
        out.open('{')
                .text(FILE_NAME, media.fileName())
                .integer(HEIGHT, media.height(), UNSTATED)
                .text(IS, "media")
                .text(MIME, media.mime())
                .text(PATH, media.path())
                .text(PLACEHOLDER, media.placeholder())
                .text(ROLE, media.role())
                .integer(SECONDS, media.seconds(), UNSTATED)
                .integer(SIZE, media.size(), UNSTATED)
                .text(TYPE, media.type())
                .integer(WIDTH, media.width(), UNSTATED)
                .close('}');
    }

    private static void poll(CanonicalJson out, Attachment.Poll poll) {
        out.open('{').member(ANSWERS).open('[');
        for (Attachment.Poll.Answer answer : poll.answers()) {
            out.open('{')
                    .truth(CHOSEN, answer.chosen())
                    .text(TEXT, answer.text())
                    .integer(VOTERS, answer.voters(), UNSTATED)
                    .close('}');
        }
        out.close(']')
                .truth(CLOSED, poll.closed())
                .text(IS, "poll")
                .text(QUESTION, poll.question())
                .integer(VOTERS, poll.voters(), UNSTATED)
                .close('}');
    }
}
