package vigie.readers.telegram;

import java.io.IOException;
import vigie.evidence.jsonstream.JsonCursor;
import vigie.model.claim.Claim;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;

/// Reads `personal_information`: whose account made the export.
final class Owners {
    private final Strangers strangers;

    Owners(Strangers strangers) {
        this.strangers = strangers;
    }

    Claim.Owner read(JsonCursor in) throws IOException {
        long from = in.valueOffset();
        AccountId account = null;
        String first = null;
        String last = null;
        String phone = null;
        String username = null;
        String bio = null;
        in.object();
        for (int id; (id = in.key()) != JsonCursor.END; ) {
            switch (Key.of(id)) {
                case USER_ID -> account = in.passNull() ? null : Accounts.user(in.integer());
                case FIRST_NAME -> first = Fields.string(in);
                case LAST_NAME -> last = Fields.string(in);
                case PHONE_NUMBER -> phone = Fields.string(in);
                case USERNAME -> username = Fields.string(in);
                case BIO -> bio = Fields.string(in);
                default -> strangers.key(in, "personal_information.");
            }
        }
        Span at = new Span(from, in.offset() - from);
        return new Claim.Owner(at, account, first, last, phone, username, bio);
    }
}
