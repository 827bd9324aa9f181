package vigie.casework.user.access;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import vigie.casework.user.CredentialStore;
import vigie.casework.user.CredentialStore.Attempt;
import vigie.casework.user.LinkKind;
import vigie.casework.user.Register;
import vigie.casework.user.Standing;
import vigie.casework.user.UserStore;
import vigie.casework.user.secret.CredentialKey;
import vigie.casework.user.secret.PasswordHash;
import vigie.casework.user.secret.PasswordRules;
import vigie.casework.user.secret.TotpSecret;
import vigie.model.casefile.Actor;
import vigie.model.material.Sha256;

/// Signing in with name, password and second factor, asked for together.
///
/// Whoever fails learns nothing: an unknown name, a wrong password, a wrong or used code, a lock
/// and somebody who left are one answer, not before [#SLOWEST] passed. The limit of the claim: a
/// machine so busy that an answer takes longer than that answers sooner where there is no such
/// user.
public final class SignIn {
    /// Longer than everything that an attempt does, so that what it did cannot be told from its
    /// time.
    static final Duration SLOWEST = Duration.ofSeconds(1);

    private final UserStore users;
    private final CredentialStore store;
    private final CredentialKey key;
    private final Register register;
    private final InstantSource clock;
    private final Duration slowest;

    SignIn(
            UserStore users,
            CredentialStore store,
            CredentialKey key,
            Register register,
            InstantSource clock,
            Duration slowest) {
        this.users = users;
        this.store = store;
        this.key = key;
        this.register = register;
        this.clock = clock;
        this.slowest = slowest;
    }

    /// How an attempt ended.
    public sealed interface Outcome {
        /// The user is in.
        ///
        /// @param failures attempts that failed since they signed in last, to be told to them
        /// @param recovery whether by a recovery code, of which `left` are left
        record In(Standing standing, int failures, boolean recovery, int left) implements Outcome {}

        /// Nobody is in, and nobody is told why.
        record Refused() implements Outcome {}
    }

    /// Signs in.
    ///
    /// @param name     as it was typed
    /// @param password as it was typed
    /// @param code     of the authenticator, or a recovery code
    public Outcome signIn(String name, String password, String code) throws IOException {
        long start = System.nanoTime();
        Outcome outcome = attempt(name, password, code);
        if (outcome instanceof Outcome.Refused) {
            waitUntil(start + slowest.toNanos());
        }
        return outcome;
    }

    /// The user of a sample whom a link signs in; empty where it was used, is over, or is none.
    public Optional<Standing> byLink(String token) throws IOException {
        Optional<Sha256> digest = Links.digest(token);
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        Optional<Standing> standing =
                store.use(digest.get(), LinkKind.SIGN_IN, clock.instant())
                        .flatMap(actor -> actor)
                        .flatMap(users::standing);
        if (standing.isPresent()) {
            register.signedIn(standing.get().user().actor(), "link", 0);
        }
        return standing;
    }

    private Outcome attempt(String name, String password, String code) throws IOException {
        Optional<Proven> proven = prove(actor(name), password, code);
        return proven.isPresent() ? in(proven.get()) : new Outcome.Refused();
    }

    /// That somebody proved who they are, by what.
    ///
    /// @param recovery whether by a recovery code, which is gone then
    record Proven(Actor actor, Attempt attempt, boolean recovery) {}

    /// Compares what somebody typed with what a user proves themselves with; counts the attempt,
    /// and a code of either kind is used by it. Answers as soon as it knows.
    Optional<Proven> prove(Optional<Actor> actor, String password, String code) throws IOException {
        Instant now = clock.instant();
        Optional<Attempt> attempt = actor.flatMap(known -> store.attempt(known, now));
        // Compared with nobody's secrets where there are none, and all of it whatever fails first.
        Proof proof = Proof.NOBODY;
        if (actor.isPresent() && attempt.isPresent()) {
            proof = proof(actor.get(), attempt.get().credential());
        }
        boolean right = PasswordHash.matches(proof.password(), prepared(password));
        OptionalLong step = proof.secret().step(code, now, proof.lastStep());
        Optional<String> recovery =
                key.find(actor.orElse(Register.PROGRAM), proof.recovery(), code);
        if (actor.isEmpty() || attempt.isEmpty()) {
            return Optional.empty();
        }
        if (right && step.isPresent() && store.succeed(actor.get(), step.getAsLong())) {
            return Optional.of(new Proven(actor.get(), attempt.get(), false));
        }
        if (right && recovery.isPresent() && store.succeed(actor.get(), recovery.get())) {
            return Optional.of(new Proven(actor.get(), attempt.get(), true));
        }
        if (attempt.get().locked() != null) {
            register.lockedOut(actor.get(), attempt.get().failures());
        }
        return Optional.empty();
    }

    private Outcome in(Proven proven) throws IOException {
        Optional<Standing> standing = users.standing(proven.actor());
        if (standing.isEmpty()) {
            return new Outcome.Refused();
        }
        boolean recovery = proven.recovery();
        int before = proven.attempt().failures() - 1;
        register.signedIn(proven.actor(), recovery ? "recovery" : "code", before);
        int left = proven.attempt().credential().recovery().size() - (recovery ? 1 : 0);
        return new Outcome.In(standing.get(), before, recovery, left);
    }

    /// What an attempt is compared with.
    private record Proof(String password, TotpSecret secret, long lastStep, List<String> recovery) {
        static final Proof NOBODY =
                new Proof(PasswordHash.nobody(), TotpSecret.random(), 0, List.of());
    }

    /// Secrets that were altered in the database, or moved from another user, are nobody's.
    private Proof proof(Actor actor, CredentialStore.Credential credential) {
        try {
            return new Proof(
                    key.openPassword(actor, credential.password()),
                    key.openSecret(actor, credential.secret()),
                    credential.lastStep(),
                    credential.recovery());
        } catch (IOException _) {
            return Proof.NOBODY;
        }
    }

    /// No password is so long.
    private static String prepared(String typed) {
        return typed.length() > 4 * PasswordRules.LONGEST ? "" : PasswordRules.prepared(typed);
    }

    private static Optional<Actor> actor(String typed) {
        try {
            return Optional.of(new Actor(typed.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
