package vigie.casework.user.access;

import java.time.Instant;
import vigie.casework.user.LinkKind;
import vigie.casework.user.secret.OneTimeToken;

/// A link that works once, as it is shown to whoever hands it over; nobody can show it again.
public record Invitation(LinkKind kind, OneTimeToken token, Instant expires) {
    /// Its path, which a server's address stands before.
    public String path() {
        return "/link/" + token.value();
    }
}
