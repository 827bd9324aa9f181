package vigie.casework.user.access;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vigie.casework.user.CredentialStore;
import vigie.casework.user.CredentialStore.Credential;
import vigie.casework.user.LinkKind;
import vigie.casework.user.Register;
import vigie.casework.user.Role;
import vigie.casework.user.User;
import vigie.casework.user.UserStore;
import vigie.casework.user.secret.CredentialKey;
import vigie.casework.user.secret.PasswordHash;
import vigie.casework.user.secret.PasswordRules;
import vigie.casework.user.secret.RecoveryCodes;
import vigie.casework.user.secret.TotpSecret;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

/// Setting password and second factor, by a link that works once.
///
/// Looking at a link does not use it; what uses it is a password that is taken together with a code
/// that shows that the authenticator has the secret.
public final class Enrolment {
    private final UserStore users;
    private final CredentialStore store;
    private final CredentialKey key;
    private final Register register;
    private final Users desk;
    private final Links links;
    private final InstantSource clock;

    Enrolment(
            UserStore users,
            CredentialStore store,
            CredentialKey key,
            Register register,
            Users desk,
            Links links,
            InstantSource clock) {
        this.users = users;
        this.store = store;
        this.key = key;
        this.register = register;
        this.desk = desk;
        this.links = links;
        this.clock = clock;
    }

    /// How an enrolment ended.
    public sealed interface Outcome {
        /// The user can sign in now.
        ///
        /// @param recovery codes to be printed, which nobody can show again
        record Enrolled(Actor user, List<String> recovery) implements Outcome {
            public Enrolled {
                recovery = List.copyOf(recovery);
            }
        }

        /// The password is not taken.
        record Weak(PasswordRules.Problem problem) implements Outcome {}

        /// The code is not the authenticator's.
        record WrongCode() implements Outcome {}

        /// The link was used, is over, or is none.
        record Gone() implements Outcome {}
    }

    /// A link to become the first user; empty where there is a user. Links given before end.
    public Optional<Invitation> first() {
        return links.make(LinkKind.FIRST, null);
    }

    /// A link that signs a made-up user of a sample in.
    ///
    /// @throws Refusal where that user set a password or is none
    public Invitation sample(Actor by, Actor user, String purpose) throws IOException {
        Invitation made =
                links.make(LinkKind.SIGN_IN, user)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                Refusal.Kind.PERMISSION,
                                                user + " signs in with a password"));
        register.credential("link", by, user, purpose);
        return made;
    }

    /// Who would enrol with a link, which is not used by asking.
    public Optional<User> look(String token) {
        return Links.digest(token)
                .flatMap(digest -> store.look(digest, LinkKind.ENROL, clock.instant()))
                .flatMap(actor -> actor)
                .flatMap(users::standing)
                .map(standing -> standing.user());
    }

    /// Whether a link makes the first user; it is not used by asking.
    public boolean isFirst(String token) {
        return Links.digest(token)
                .flatMap(digest -> store.look(digest, LinkKind.FIRST, clock.instant()))
                .isPresent();
    }

    /// Enrols the user of a link.
    ///
    /// @param secret   what the page showed, kept on the server until now
    /// @param password as it was typed
    /// @param code     that the authenticator shows for this secret
    public Outcome enrol(String token, TotpSecret secret, String password, String code)
            throws IOException {
        Optional<User> user = look(token);
        Optional<Sha256> digest = Links.digest(token);
        if (user.isEmpty() || digest.isEmpty()) {
            return new Outcome.Gone();
        }
        Actor actor = user.get().actor();
        return switch (checked(secret, password, code, actor.id(), user.get().name())) {
            case Checked.Bad(Outcome outcome) -> outcome;
            case Checked.Good(long step) -> {
                List<String> recovery = RecoveryCodes.random();
                Credential fresh = credential(actor, password, secret, step, recovery);
                if (!store.enrol(digest.get(), actor, fresh, clock.instant())) {
                    yield new Outcome.Gone();
                }
                register.credential("enrol", actor, actor, "enrolment");
                yield new Outcome.Enrolled(actor, recovery);
            }
        };
    }

    /// Makes the first user of this home, an administrator, and enrols them.
    ///
    /// @throws Refusal where no user can have that name
    public Outcome enrolFirst(
            String token, Actor actor, String name, TotpSecret secret, String password, String code)
            throws IOException {
        Optional<Sha256> digest = Links.digest(token);
        if (digest.isEmpty() || !isFirst(token)) {
            return new Outcome.Gone();
        }
        Users.requireName(actor);
        return switch (checked(secret, password, code, actor.id(), name)) {
            case Checked.Bad(Outcome outcome) -> outcome;
            case Checked.Good(long step) -> {
                if (store.use(digest.get(), LinkKind.FIRST, clock.instant()).isEmpty()) {
                    yield new Outcome.Gone();
                }
                List<String> recovery = RecoveryCodes.random();
                desk.enter(actor, actor, name, Role.ADMINISTRATOR, "first user");
                store.set(actor, credential(actor, password, secret, step, recovery));
                register.credential("enrol", actor, actor, "enrolment");
                yield new Outcome.Enrolled(actor, recovery);
            }
        };
    }

    /// What is typed is taken, with the step of its code, or why it is not.
    private sealed interface Checked {
        record Good(long step) implements Checked {}

        record Bad(Outcome outcome) implements Checked {}
    }

    private Checked checked(TotpSecret secret, String password, String code, String... names) {
        Optional<PasswordRules.Problem> problem = PasswordRules.problem(password, names);
        if (problem.isPresent()) {
            return new Checked.Bad(new Outcome.Weak(problem.get()));
        }
        OptionalLong step = secret.step(code, clock.instant(), 0);
        return step.isPresent()
                ? new Checked.Good(step.getAsLong())
                : new Checked.Bad(new Outcome.WrongCode());
    }

    private Credential credential(
            Actor actor, String password, TotpSecret secret, long step, List<String> recovery) {
        return new Credential(
                key.sealPassword(actor, PasswordHash.of(PasswordRules.prepared(password))),
                key.sealSecret(actor, secret),
                step,
                key.store(actor, recovery));
    }
}
