package vigie.casework.user.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.casework.user.CredentialStore;
import vigie.casework.user.LinkKind;
import vigie.casework.user.secret.OneTimeToken;
import vigie.model.casefile.Actor;
import vigie.model.material.Sha256;

/// Makes links that work once, and finds them again from what somebody typed.
final class Links {
    private final CredentialStore store;
    private final InstantSource clock;

    Links(CredentialStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Empty where such a link may not be.
    Optional<Invitation> make(LinkKind kind, @Nullable Actor actor) {
        OneTimeToken token = OneTimeToken.random();
        Instant expires = clock.instant().plus(kind.holds()).truncatedTo(ChronoUnit.SECONDS);
        return store.make(token.digest(), kind, actor, expires)
                ? Optional.of(new Invitation(kind, token, expires))
                : Optional.empty();
    }

    /// The digest of a token as somebody sent it, if it can be one.
    static Optional<Sha256> digest(String token) {
        try {
            return Optional.of(new OneTimeToken(token).digest());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
