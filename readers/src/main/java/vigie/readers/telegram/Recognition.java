package vigie.readers.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import vigie.evidence.MalformedInput;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.evidence.jsonstream.Repairs;

/// Tells an export from its first bytes.
final class Recognition {
    private static final Set<Key> SECTIONS =
            EnumSet.of(
                    Key.PERSONAL_INFORMATION,
                    Key.PROFILE_PICTURES,
                    Key.PERSONAL_PHOTOS,
                    Key.STORIES,
                    Key.CONTACTS,
                    Key.FREQUENT_CONTACTS,
                    Key.SESSIONS,
                    Key.WEB_SESSIONS,
                    Key.OTHER_DATA,
                    Key.CHATS,
                    Key.LEFT_CHATS);

    private final Set<Key> keys = EnumSet.noneOf(Key.class);
    private boolean typed;
    private boolean elements;
    private boolean lists;

    private Recognition() {}

    static boolean recognises(byte[] head) throws IOException {
        Recognition found = new Recognition();
        try {
            var stream = new ByteArrayInputStream(head);
            found.root(new JsonCursor(stream, 0, "", Key.KEYS, Repairs.NONE));
        } catch (MalformedInput _) {
            // The head ends somewhere, or is not JSON: what was found until there decides.
        }
        return found.decide();
    }

    private boolean decide() {
        boolean chat = elements || typed && (keys.contains(Key.MESSAGES) || keys.contains(Key.ID));
        boolean sections = keys.stream().anyMatch(SECTIONS::contains);
        return chat || lists || keys.contains(Key.ABOUT) && sections;
    }

    private void root(JsonCursor in) throws IOException {
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            Key key = Key.of(id);
            keys.add(key);
            switch (key) {
                case TYPE -> {
                    if (in.peek() == '"') {
                        typed = Words.CHATS.contains(in.string());
                    } else {
                        in.skip();
                    }
                }
                case MESSAGES -> messages(in);
                case CHATS, LEFT_CHATS -> chats(in);
                default -> in.skip();
            }
        }
    }

    private void messages(JsonCursor in) throws IOException {
        in.array();
        while (in.element()) {
            in.object();
            for (int id; (id = in.key()) != JsonCursor.END; ) {
                if (Key.of(id) == Key.TYPE && in.peek() == '"') {
                    String type = in.string();
                    elements |=
                            type.equals("message")
                                    || type.equals("service")
                                    || type.equals("unsupported");
                } else {
                    in.skip();
                }
            }
        }
    }

    /// Chats are an object with a list of objects.
    private void chats(JsonCursor in) throws IOException {
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            if (Key.of(id) != Key.LIST) {
                in.skip();
                continue;
            }
            in.array();
            lists |= !in.element();
            in.object();
            for (int inner; (inner = in.key()) != JsonCursor.END; ) {
                if (Key.of(inner) == Key.MESSAGES) {
                    messages(in);
                } else {
                    in.skip();
                }
            }
        }
    }
}
