package vigie.readers.telegram;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.JsonCursor;

/// What a chat says about itself.
final class Head {
    @Nullable String name;
    @Nullable String type;
    @Nullable Long id;
    boolean named;
    boolean typed;
    boolean numbered;

    /// Reads the value of a key; false where the key is not about the chat itself.
    boolean read(Key key, JsonCursor in) throws IOException {
        switch (key) {
            case NAME -> {
                name = Fields.string(in);
                named = true;
            }
            case TYPE -> {
                type = Fields.shared(in);
                typed = true;
            }
            case ID -> {
                id = in.passNull() ? null : in.integer();
                numbered = true;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Whether nothing that comes later can say more; some types have no name.
    boolean complete() {
        return typed && numbered && (named || type != null && Words.NAMELESS.contains(type));
    }

    boolean empty() {
        return !named && !typed && !numbered;
    }
}
