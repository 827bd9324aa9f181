package vigie.casework.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vigie.model.casefile.Actor;
import vigie.model.material.Sha256;

/// What users prove themselves with, and the links that work once. Each method is one transaction:
/// of two who come with the same code or link at the same instant, one gets in.
public interface CredentialStore {
    /// Failures that are forgiven; the next one locks.
    int FORGIVEN = 4;

    /// For how long the first of them locks, in seconds; each further one for twice as long.
    int FIRST_LOCK_SECONDS = 30;

    /// For how long any locks at most.
    int LONGEST_LOCK_SECONDS = 3600;

    /// What a user proves themselves with.
    ///
    /// @param password sealed
    /// @param secret   the second factor, sealed
    /// @param lastStep the last step of the second factor whose code was used
    /// @param recovery stored recovery codes
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Credential(byte[] password, byte[] secret, long lastStep, List<String> recovery) {
        public Credential {
            recovery = List.copyOf(recovery);
        }
    }

    /// An attempt to sign in, counted as failed until it is known not to be.
    ///
    /// @param failures since the last sign-in, this one included
    /// @param locked   until when nobody is asked again if this one fails, or null
    record Attempt(Credential credential, int failures, @Nullable Instant locked) {}

    /// Counts an attempt; empty where the user is unknown, left, has set no password or is locked
    /// out.
    Optional<Attempt> attempt(Actor actor, Instant now);

    /// Ends an attempt well by a code of this step; false where that step or a later one was used.
    boolean succeed(Actor actor, long step);

    /// Ends an attempt well by a stored recovery code, which is gone then; false where it is gone.
    boolean succeed(Actor actor, String recovery);

    /// Forgets failures and ends a lock.
    void unlock(Actor actor);

    /// Keeps the digest of a fresh link; false where such a link may not be: a first user where
    /// there is one, a sign-in without a password for somebody who set one.
    ///
    /// @param actor for whom; null for the first user
    boolean make(Sha256 link, LinkKind kind, @Nullable Actor actor, Instant expires);

    /// For whom a link is that was not used and still holds; the actor is empty for the first user.
    Optional<Optional<Actor>> look(Sha256 link, LinkKind kind, Instant now);

    /// Uses a link; empty where it was used, is over, or is none.
    Optional<Optional<Actor>> use(Sha256 link, LinkKind kind, Instant now);

    /// Uses a link to set what its user proves themselves with; false where it was used, is over,
    /// or is not theirs. Ends their sessions.
    boolean enrol(Sha256 link, Actor actor, Credential fresh, Instant now);

    /// Sets what a user proves themselves with. Ends their sessions.
    void set(Actor actor, Credential fresh);

    /// Forgets what a user proves themselves with, and their links. Ends their sessions.
    void forget(Actor actor);

    /// How many recovery codes a user has left; empty for somebody who proves themselves with
    /// nothing, as those of a sample.
    OptionalInt recoveryLeft(Actor actor);

    /// Replaces one thing that a user proves themselves with; false where they no longer have any.
    /// Ends their sessions.
    boolean replace(Actor actor, Replacement by);

    /// One thing that a user proves themselves with, in place of what it was.
    sealed interface Replacement {
        /// Another password.
        ///
        /// @param sealed its hash, sealed
        @SuppressWarnings("ArrayRecordComponent") // compared nowhere
        record Password(byte[] sealed) implements Replacement {}

        /// Another second factor.
        ///
        /// @param sealed   its secret, sealed
        /// @param lastStep the step of the code that showed that an authenticator has it
        @SuppressWarnings("ArrayRecordComponent") // compared nowhere
        record Factor(byte[] sealed, long lastStep) implements Replacement {}

        /// Other recovery codes.
        ///
        /// @param stored as they are stored
        record Recovery(List<String> stored) implements Replacement {
            public Recovery {
                stored = List.copyOf(stored);
            }
        }
    }
}
