package vigie.evidence.basis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.model.subject.AccountId;

/// The exporting account as a person writes it in a basis.
///
/// `user123`, `chat123` and `channel123` are the ids of a Telegram export and become
/// `telegram:user:123` and so on; whatever else must be a natural key, `platform:type:id`, and
/// stays as it is. A bare number says too little and is refused.
final class StatedAccount {
    private static final Pattern TELEGRAM = Pattern.compile("(user|chat|channel)([0-9]{1,19})");
    private static final Pattern KEY =
            Pattern.compile("[a-z][a-z0-9-]{0,31}:[a-z][a-z0-9-]{0,31}:\\S{1,256}");

    private StatedAccount() {}

    /// The account key.
    ///
    /// @throws IllegalArgumentException with the reason, where it is none
    static String key(String stated) {
        Matcher telegram = TELEGRAM.matcher(stated);
        if (telegram.matches()) {
            return new AccountId("telegram", telegram.group(1), telegram.group(2)).key();
        }
        if (KEY.matcher(stated).matches()) {
            return AccountId.parse(stated).key();
        }
        throw new IllegalArgumentException(
                "must be written as user123 or as telegram:user:123, with what kind of id it is");
    }
}
