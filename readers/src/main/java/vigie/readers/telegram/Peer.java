package vigie.readers.telegram;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vigie.evidence.jsonstream.CompactJson;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Author;
import vigie.model.subject.AccountId;
import vigie.model.subject.ConversationId;

/// A name and an id that belong together while their message is being read.
final class Peer {
    private boolean named;
    private @Nullable String name;
    private @Nullable AccountId account;
    private boolean numbered;
    private long number;

    /// The id as JSON where it has no form that the exporter writes.
    private @Nullable String strange;

    void clear() {
        named = false;
        name = null;
        account = null;
        numbered = false;
        strange = null;
    }

    void name(JsonCursor in) throws IOException {
        named = true;
        name = Fields.shared(in);
    }

    void id(JsonCursor in, Accounts accounts) throws IOException {
        if (in.passNull()) {
            return;
        }
        if (in.peek() == '"') {
            account = accounts.read(in);
            if (account == null) {
                strange = CompactJson.quoted(in.lastString());
            }
            return;
        }
        number = in.integer();
        numbered = true;
        if (number <= 0) {
            strange = Long.toString(number);
        }
    }

    @Nullable AccountId account(boolean shifted, ConversationId conversation) {
        return numbered ? Accounts.bare(number, shifted, conversation) : account;
    }

    boolean present() {
        return named || numbered || account != null;
    }

    boolean named() {
        return named;
    }

    @Nullable String strange() {
        return strange;
    }

    /// Who it is, or null where neither a name nor an account is known.
    @Nullable Author author(Accounts accounts, boolean shifted, ConversationId conversation) {
        AccountId id = account(shifted, conversation);
        return id == null && name == null ? null : accounts.author(id, name);
    }
}
