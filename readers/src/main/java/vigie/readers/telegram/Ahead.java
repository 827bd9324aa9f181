package vigie.readers.telegram;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.MalformedInput;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.evidence.jsonstream.Repairs;
import vigie.model.subject.AccountId;

/// Looks ahead in an exhibit for what earlier bytes depend on. Where the bytes ahead are malformed
/// it finds nothing: the reader will meet the same bytes in their order and report them.
final class Ahead {
    private final EvidenceBytes bytes;

    Ahead(EvidenceBytes bytes) {
        this.bytes = bytes;
    }

    /// One way to look.
    private interface Look<T> {
        @Nullable T at(JsonCursor in) throws IOException;
    }

    private <T> @Nullable T look(long offset, Look<T> look) throws IOException {
        try (InputStream stream = bytes.open(offset)) {
            String file = bytes.exhibit().path();
            return look.at(new JsonCursor(stream, offset, file, Key.KEYS, Repairs.NONE));
        } catch (MalformedInput _) {
            return null;
        }
    }

    /// Completes what a chat says about itself from the keys behind the value at `offset`.
    void complete(Head head, long offset) throws IOException {
        look(
                offset,
                in -> {
                    in.insideObject();
                    in.skip();
                    for (int id; (id = in.key()) != JsonCursor.END; ) {
                        if (!head.read(Key.of(id), in)) {
                            in.skip();
                        }
                    }
                    return head;
                });
    }

    /// The owner that the export states behind the value at `offset`.
    @Nullable AccountId owner(long offset) throws IOException {
        return look(
                offset,
                in -> {
                    in.insideObject();
                    in.skip();
                    for (int id; (id = in.key()) != JsonCursor.END; ) {
                        if (Key.of(id) == Key.PERSONAL_INFORMATION) {
                            return new Owners(new Strangers()).read(in).account();
                        }
                        in.skip();
                    }
                    return null;
                });
    }

    /// Whether the messages of the array at `offset` are of the time when ids were shifted; null
    /// where they do not tell.
    @Nullable Boolean shifted(long offset) throws IOException {
        return look(offset, Ahead::shiftedMessages);
    }

    /// The same for all chats behind the value at `offset`, a value of the root.
    @Nullable Boolean shiftedChats(long offset) throws IOException {
        return look(
                offset,
                in -> {
                    in.insideObject();
                    in.skip();
                    for (int id; (id = in.key()) != JsonCursor.END; ) {
                        if (Key.of(id) == Key.CHATS || Key.of(id) == Key.LEFT_CHATS) {
                            return shiftedList(in);
                        }
                        in.skip();
                    }
                    return null;
                });
    }

    private static @Nullable Boolean shiftedList(JsonCursor in) throws IOException {
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            if (Key.of(id) != Key.LIST) {
                in.skip();
                continue;
            }
            in.array();
            while (in.element()) {
                in.object();
                for (int inner; (inner = in.key()) != JsonCursor.END; ) {
                    Boolean found = null;
                    if (Key.of(inner) == Key.MESSAGES) {
                        found = shiftedMessages(in);
                    } else {
                        in.skip();
                    }
                    if (found != null) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Boolean shiftedMessages(JsonCursor in) throws IOException {
        in.array();
        while (in.element()) {
            Boolean found = null;
            in.object();
            for (int id; (id = in.key()) != JsonCursor.END; ) {
                if (Key.of(id) == Key.DATE_UNIXTIME) {
                    return false;
                }
                if (found == null && (Key.of(id) == Key.FROM_ID || Key.of(id) == Key.ACTOR_ID)) {
                    int first = in.peek();
                    found = first == '"' ? Boolean.FALSE : first == 'n' ? null : Boolean.TRUE;
                }
                in.skip();
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
