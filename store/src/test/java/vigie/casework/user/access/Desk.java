package vigie.casework.user.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import vigie.casework.home.Home;
import vigie.casework.operation.Workplace;
import vigie.casework.user.LinkKind;
import vigie.casework.user.Role;
import vigie.casework.user.secret.TotpSecret;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;
import vigie.store.postgres.Database;
import vigie.store.postgres.TestPostgres;
import vigie.store.users.PostgresCredentialStore;
import vigie.store.users.PostgresUserStore;

/// A home with users over the tests' database, whose clock stands until it is moved.
final class Desk implements AutoCloseable, InstantSource {
    static final String PASSWORD = "seven tulips in may";

    final Home home;
    final Keyring keys;
    final Database database = Database.open(TestPostgres.access());
    final PostgresUserStore store = new PostgresUserStore(database);
    final PostgresCredentialStore credentials = new PostgresCredentialStore(database);
    private final SigningKey signing;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private UserAccess access;

    Desk(Path folder) throws IOException {
        home = Home.make(folder, "authority");
        keys = Keyring.open(home.root(), home.id(), new KeySource.KeyFile());
        signing = SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY));
        access = open(Duration.ZERO);
    }

    UserAccess open(Duration slowest) throws IOException {
        return UserAccess.open(home, keys, signing, store, credentials, this, slowest);
    }

    /// Opens everything again, as another process does.
    void again() throws IOException {
        access.close();
        access = open(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    Users users() {
        return access.users();
    }

    SignIn signIn() {
        return access.signIn();
    }

    Enrolment enrolment() {
        return access.enrolment();
    }

    OwnProofs own() {
        return access.own();
    }

    vigie.casework.user.Register register() {
        return access.register();
    }

    Invitation add(Actor actor, Role role) throws IOException {
        return users().add(Actor.LOCAL, actor, "Name of " + actor, role, "test");
    }

    /// A user who enrolled, and what their authenticator holds; the clock moves by a minute, so
    /// that the code of the enrolment is past.
    TotpSecret enrolled(Actor actor, Role role) throws IOException {
        TotpSecret secret = TotpSecret.random();
        enrol(add(actor, role), secret);
        later(Duration.ofMinutes(1));
        return secret;
    }

    Enrolment.Outcome enrol(Invitation link, TotpSecret secret) throws IOException {
        if (link.kind() != LinkKind.ENROL) {
            throw new IllegalArgumentException();
        }
        return enrolment().enrol(link.token().value(), secret, PASSWORD, secret.code(now));
    }

    /// Counts as many attempts as failed, without comparing anything.
    void fail(Actor actor, int times) {
        for (int i = 0; i < times; i++) {
            if (credentials.attempt(actor, now).isEmpty()) {
                throw new AssertionError("locked out already");
            }
        }
    }

    SignIn.Outcome signIn(Actor actor, TotpSecret secret) throws IOException {
        return signIn().signIn(actor.id(), PASSWORD, secret.code(now));
    }

    @Override
    public void close() throws IOException {
        access.close();
        database.close();
        home.close();
    }
}
