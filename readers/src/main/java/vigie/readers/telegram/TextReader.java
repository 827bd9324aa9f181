package vigie.readers.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.TextEntity;
import vigie.readers.MediaPath;

/// Texts, which the exporter writes twice: as a string or a mixed array, and as an array of typed
/// parts.
final class TextReader {
    private static final String PLAIN = "plain";

    private final Strangers strangers;
    private final Accounts accounts;
    private final StringBuilder joined = new StringBuilder();

    /// A text and what is marked in it.
    record Rich(String text, List<TextEntity> entities) {
        static final Rich EMPTY = new Rich("", List.of());
    }

    /// One part: its words, and how they are marked.
    private record Part(String type, String text, @Nullable String target) {}

    TextReader(Strangers strangers, Accounts accounts) {
        this.strangers = strangers;
        this.accounts = accounts;
    }

    /// A string, or an array that mixes strings and parts.
    Rich mixed(JsonCursor in, String where) throws IOException {
        int first = in.peek();
        if (first == '"') {
            return new Rich(in.string(), List.of());
        }
        if (first == '[') {
            return parts(in, where, true, null);
        }
        if (in.passNull()) {
            return Rich.EMPTY;
        }
        throw in.malformed(in.offset(), "expected a string or an array");
    }

    /// An array of parts. Where it is one plain part with the bytes of a string read before, that
    /// string is the text and is not decoded again.
    @Nullable Rich entities(JsonCursor in, String where, @Nullable Before before)
            throws IOException {
        return in.passNull() ? null : parts(in, where, false, before);
    }

    /// A string read since the mark, and where its content stands.
    record Before(String text, long offset, int length) {}

    private Rich parts(JsonCursor in, String where, boolean strings, @Nullable Before before)
            throws IOException {
        in.array();
        if (!in.element()) {
            return Rich.EMPTY;
        }
        Part one = part(in, where, strings, before);
        if (!in.element()) {
            return one.type.equals(PLAIN)
                    ? new Rich(one.text, List.of())
                    : new Rich(one.text, List.of(entity(one, 0)));
        }
        List<TextEntity> entities = new ArrayList<>();
        joined.setLength(0);
        add(one, entities);
        do {
            add(part(in, where, strings, null), entities);
        } while (in.element());
        return new Rich(joined.toString(), List.copyOf(entities));
    }

    private void add(Part part, List<TextEntity> entities) {
        if (!part.type.equals(PLAIN)) {
            entities.add(entity(part, joined.length()));
        }
        joined.append(part.text);
    }

    private static TextEntity entity(Part part, int offset) {
        return new TextEntity(part.type, offset, part.text.length(), part.target);
    }

    private Part part(JsonCursor in, String where, boolean strings, @Nullable Before before)
            throws IOException {
        if (strings && in.peek() == '"') {
            return new Part(PLAIN, in.string(), null);
        }
        String type = null;
        String text = null;
        String target = null;
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            switch (Key.of(id)) {
                case TYPE -> {
                    type = Fields.shared(in);
                    if (!PLAIN.equals(type)) {
                        strangers.word(in, type, Words.ENTITIES, where + "type");
                    }
                }
                case TEXT -> text = text(in, before);
                case HREF, LANGUAGE -> target = Fields.string(in);
                case USER_ID -> target = user(in);
                case DOCUMENT_ID -> target = document(in);
                case COLLAPSED -> target = Fields.bool(in) ? "collapsed" : null;
                default -> strangers.key(in, where);
            }
        }
        return new Part(type == null ? "unknown" : type, text == null ? "" : text, target);
    }

    private static @Nullable String text(JsonCursor in, @Nullable Before before)
            throws IOException {
        if (before != null && in.peek() == '"' && in.passSame(before.offset, before.length)) {
            return before.text;
        }
        return Fields.string(in);
    }

    private @Nullable String user(JsonCursor in) throws IOException {
        if (in.passNull()) {
            return null;
        }
        if (in.peek() == '"') {
            var account = accounts.read(in);
            return account == null ? in.lastString() : account.key();
        }
        long number = in.integer();
        var account = Accounts.user(number);
        return account == null ? Long.toString(number) : account.key();
    }

    /// The document of a custom emoji: its number, or where the exporter put it.
    static @Nullable String document(JsonCursor in) throws IOException {
        if (in.passNull()) {
            return null;
        }
        long offset = in.offset();
        if (in.peek() != '"') {
            return in.number();
        }
        String document = in.string();
        String fault = MediaPath.fault(document);
        if (fault != null) {
            throw in.malformed(offset, fault);
        }
        return document;
    }
}
