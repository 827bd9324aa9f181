package vigie.casework.user.access;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vigie.casework.user.CredentialStore;
import vigie.casework.user.CredentialStore.Replacement;
import vigie.casework.user.Register;
import vigie.casework.user.Standing;
import vigie.casework.user.UserStore;
import vigie.casework.user.secret.CredentialKey;
import vigie.casework.user.secret.PasswordHash;
import vigie.casework.user.secret.PasswordRules;
import vigie.casework.user.secret.RecoveryCodes;
import vigie.casework.user.secret.TotpSecret;
import vigie.model.casefile.Actor;

/// What users prove themselves with, as they change it themselves: password, second factor,
/// recovery codes.
///
/// Each change asks for the present password and a code again, so that a screen left open gives
/// nobody a way to stay; an attempt counts like one at the door and locks like one. Each is entered
/// in the home's register before it holds, and ends all sessions of the user. The limit: whoever
/// has both the password and the authenticator is the user.
public final class OwnProofs {
    private final UserStore users;
    private final CredentialStore store;
    private final CredentialKey key;
    private final Register register;
    private final SignIn door;
    private final InstantSource clock;

    OwnProofs(
            UserStore users,
            CredentialStore store,
            CredentialKey key,
            Register register,
            SignIn door,
            InstantSource clock) {
        this.users = users;
        this.store = store;
        this.key = key;
        this.register = register;
        this.door = door;
        this.clock = clock;
    }

    /// What somebody types to show that it is still them.
    ///
    /// @param password the present one
    /// @param code     of the present authenticator, or a recovery code
    public record Typed(String password, String code) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /// How a change ended.
    public sealed interface Outcome {
        /// It holds; every session of the user is over.
        ///
        /// @param standing how they stand now, for a session that begins anew
        /// @param recovery fresh codes to be printed, which nobody can show again, if they were
        ///     asked for
        record Changed(Standing standing, List<String> recovery) implements Outcome {
            public Changed {
                recovery = List.copyOf(recovery);
            }
        }

        /// The present password or the code is wrong, or too many were; nobody is told which.
        record Refused() implements Outcome {}

        /// The new password is not taken. Nothing was compared.
        record Weak(PasswordRules.Problem problem) implements Outcome {}

        /// The code is not the one that the new authenticator shows. Nothing was compared.
        record WrongCode() implements Outcome {}
    }

    /// How many recovery codes a user has left; empty for somebody who proves themselves with
    /// nothing and has nothing to change, as those of a sample.
    public OptionalInt recoveryLeft(Actor actor) {
        return store.recoveryLeft(actor);
    }

    /// Sets another password.
    ///
    /// @param fresh as it was typed
    public Outcome password(Actor actor, Typed typed, String fresh) throws IOException {
        String name = users.standing(actor).map(standing -> standing.user().name()).orElse("");
        Optional<PasswordRules.Problem> problem = PasswordRules.problem(fresh, actor.id(), name);
        if (problem.isPresent()) {
            return new Outcome.Weak(problem.get());
        }
        if (!proven(actor, typed)) {
            return new Outcome.Refused();
        }
        byte[] sealed = key.sealPassword(actor, PasswordHash.of(PasswordRules.prepared(fresh)));
        return changed(actor, "password", new Replacement.Password(sealed), List.of());
    }

    /// Sets another second factor; the authenticator of the one before shows nothing that opens.
    ///
    /// @param secret what the page showed, kept on the server until now
    /// @param shown  the code that the new authenticator shows for it
    public Outcome secondFactor(Actor actor, Typed typed, TotpSecret secret, String shown)
            throws IOException {
        OptionalLong step = secret.step(shown, clock.instant(), 0);
        if (step.isEmpty()) {
            return new Outcome.WrongCode();
        }
        if (!proven(actor, typed)) {
            return new Outcome.Refused();
        }
        byte[] sealed = key.sealSecret(actor, secret);
        return changed(
                actor, "factor", new Replacement.Factor(sealed, step.getAsLong()), List.of());
    }

    /// Makes other recovery codes; those before are void.
    public Outcome recoveryCodes(Actor actor, Typed typed) throws IOException {
        if (!proven(actor, typed)) {
            return new Outcome.Refused();
        }
        List<String> fresh = RecoveryCodes.random();
        return changed(actor, "recovery", new Replacement.Recovery(key.store(actor, fresh)), fresh);
    }

    private boolean proven(Actor actor, Typed typed) throws IOException {
        return door.prove(Optional.of(actor), typed.password(), typed.code()).isPresent();
    }

    private Outcome changed(Actor actor, String kind, Replacement by, List<String> shown)
            throws IOException {
        register.credential(kind, actor, actor, "own change");
        Optional<Standing> standing =
                store.replace(actor, by) ? users.standing(actor) : Optional.empty();
        return standing.isPresent()
                ? new Outcome.Changed(standing.get(), shown)
                : new Outcome.Refused();
    }
}
