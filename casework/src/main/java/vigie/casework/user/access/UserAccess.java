package vigie.casework.user.access;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import vigie.casework.home.Home;
import vigie.casework.user.CredentialStore;
import vigie.casework.user.Register;
import vigie.casework.user.UserStore;
import vigie.casework.user.secret.CredentialKey;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.checkpoint.SigningKey;

/// Users of an open home and how they come in, put together; their rows follow the register from
/// the start.
public final class UserAccess implements AutoCloseable {
    private final Register register;
    private final Users users;
    private final SignIn signIn;
    private final Enrolment enrolment;
    private final OwnProofs own;
    private final InstantSource clock;

    private UserAccess(
            Register register,
            Users users,
            SignIn signIn,
            Enrolment enrolment,
            OwnProofs own,
            InstantSource clock) {
        this.register = register;
        this.users = users;
        this.signIn = signIn;
        this.enrolment = enrolment;
        this.clock = clock;
        this.own = own;
    }

    /// Opens the register of a home, made when missing, and brings the rows of users up to it.
    public static UserAccess open(
            Home home,
            Keyring keys,
            SigningKey signing,
            UserStore store,
            CredentialStore credentials,
            InstantSource clock)
            throws IOException {
        return open(home, keys, signing, store, credentials, clock, SignIn.SLOWEST);
    }

    static UserAccess open(
            Home home,
            Keyring keys,
            SigningKey signing,
            UserStore store,
            CredentialStore credentials,
            InstantSource clock,
            Duration slowest)
            throws IOException {
        CaseKey own =
                keys.has(Home.REGISTER) ? keys.open(Home.REGISTER) : keys.create(Home.REGISTER);
        Register register = Register.open(home, own, signing, clock);
        try {
            register.bring(store);
            CredentialKey key = new CredentialKey(own);
            Links links = new Links(credentials, clock);
            Users users = new Users(store, credentials, register, links);
            SignIn door = new SignIn(store, credentials, key, register, clock, slowest);
            return new UserAccess(
                    register,
                    users,
                    door,
                    new Enrolment(store, credentials, key, register, users, links, clock),
                    new OwnProofs(store, credentials, key, register, door, clock),
                    clock);
        } catch (IOException | RuntimeException failure) {
            register.close();
            throw failure;
        }
    }

    /// Who works here.
    public Users users() {
        return users;
    }

    /// Signing in.
    public SignIn signIn() {
        return signIn;
    }

    /// Enrolling.
    public Enrolment enrolment() {
        return enrolment;
    }

    /// What users change of their own.
    public OwnProofs own() {
        return own;
    }

    /// What tells the time at the door.
    public InstantSource clock() {
        return clock;
    }

    /// The home's register.
    public Register register() {
        return register;
    }

    @Override
    public void close() throws IOException {
        register.close();
    }
}
