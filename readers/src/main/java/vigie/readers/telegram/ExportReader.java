package vigie.readers.telegram;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Claim;
import vigie.model.subject.AccountId;

/// Reads one export from its root on.
final class ExportReader {
    private final Ahead ahead;
    private final Output out;
    private final ChatReader chats;
    private final OwnLists lists;
    private final Strangers strangers = new Strangers();
    private @Nullable AccountId owner;
    private boolean ownerSought;

    ExportReader(EvidenceBytes bytes, Output out) {
        this.out = out;
        ahead = new Ahead(bytes);
        chats = new ChatReader(bytes, ahead, out);
        lists = new OwnLists(out);
    }

    void read(JsonCursor in) throws IOException {
        ChatReader.Chat root = chats.new Chat(in.valueOffset(), "", false);
        boolean single = false;
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            Key key = Key.of(id);
            switch (key) {
                case NAME, TYPE, ID, MESSAGES -> {
                    single = true;
                    root.read(key, in, owner);
                }
                case ABOUT -> Fields.string(in);
                default -> section(key, in);
            }
        }
        if (single) {
            root.end(in, owner);
        }
        out.flush();
        in.end();
    }

    private void section(Key key, JsonCursor in) throws IOException {
        switch (key) {
            case PERSONAL_INFORMATION -> owner(in);
            case PROFILE_PICTURES, PERSONAL_PHOTOS, STORIES -> lists.read(in, key, lists::media);
            case CONTACTS -> lists.read(in, key, (i, list) -> lists.contact(i, list, false));
            case FREQUENT_CONTACTS -> {
                boolean shifted = Objects.equals(ahead.shiftedChats(in.valueOffset()), true);
                lists.read(in, key, (i, list) -> lists.contact(i, list, shifted));
            }
            case SESSIONS, WEB_SESSIONS -> lists.read(in, key, lists::session);
            case OTHER_DATA -> otherData(in);
            case CHATS, LEFT_CHATS -> {
                if (!ownerSought) {
                    ownerSought = true;
                    owner = ahead.owner(in.valueOffset());
                }
                chats.list(in, key, owner);
            }
            default -> chats.stranger(in, "");
        }
    }

    private void owner(JsonCursor in) throws IOException {
        if (in.passNull()) {
            return;
        }
        Claim.Owner claim = new Owners(strangers).read(in);
        owner = claim.account();
        ownerSought = true;
        out.claim(claim, strangers.held());
        strangers.clear();
    }

    /// What no program knows beforehand, key by key.
    private void otherData(JsonCursor in) throws IOException {
        if (in.peek() != '{') {
            chats.stranger(in, "");
            return;
        }
        in.object();
        while (in.key() != JsonCursor.END) {
            chats.stranger(in, "other_data.");
        }
    }
}
