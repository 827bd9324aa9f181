package vigie.casework.user.access;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigie.casework.user.Acting;
import vigie.casework.user.CredentialStore;
import vigie.casework.user.LinkKind;
import vigie.casework.user.Register;
import vigie.casework.user.Role;
import vigie.casework.user.Standing;
import vigie.casework.user.User;
import vigie.casework.user.UserStore;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Refusal;

/// The users of a home, as an administrator or the operator of the command line keeps them.
///
/// Nobody is ever deleted: who left keeps the entries that they made, and their name is never given
/// to another. An administrator can put a reset user's place in other hands; that is entered, and
/// the user notices, whose password no longer opens.
public final class Users {
    /// Names that ledgers give another meaning.
    private static final Set<Actor> RESERVED = Set.of(Actor.LOCAL, Register.PROGRAM);

    private final UserStore store;
    private final CredentialStore credentials;
    private final Register register;
    private final Links links;

    Users(UserStore store, CredentialStore credentials, Register register, Links links) {
        this.store = store;
        this.credentials = credentials;
        this.register = register;
        this.links = links;
    }

    /// As what `actor` acts.
    public Acting acting(Actor actor) {
        return store.acting(actor);
    }

    /// How a user stands now; empty for somebody who left or is no user. Asked at each request.
    public Optional<Standing> standing(Actor actor) {
        return store.standing(actor);
    }

    /// All users, those who left too, by name.
    public List<User> all(Actor by) {
        return store.all(by);
    }

    /// The user of that name, whether here or gone, if `by` is somebody.
    public Optional<User> find(Actor by, Actor actor) {
        return all(by).stream().filter(user -> user.actor().equals(actor)).findFirst();
    }

    /// Keeps what a user chose of the interface.
    public void prefer(Actor actor, String language, String settings) {
        store.prefer(actor, language, settings);
    }

    /// Adds a user, who proves nothing until they used the link.
    ///
    /// @throws Refusal where `by` keeps no users, or that name is taken
    public Invitation add(Actor by, Actor actor, String name, Role role, String purpose)
            throws IOException {
        addWithoutLink(by, actor, name, role, purpose);
        return links.make(LinkKind.ENROL, actor).orElseThrow(() -> unknown(actor));
    }

    /// Adds a user who can prove nothing, as those of a sample, until they are reset.
    ///
    /// @throws Refusal where `by` keeps no users, or that name is taken
    public void addWithoutLink(Actor by, Actor actor, String name, Role role, String purpose)
            throws IOException {
        requireKeeper(by);
        enter(by, actor, name, role, purpose);
    }

    void enter(Actor by, Actor actor, String name, Role role, String purpose) throws IOException {
        requireName(actor);
        User checked = new User(actor, name, role, true, "en");
        if (!(store.acting(actor) instanceof Acting.Operator)) {
            throw new Refusal(Refusal.Kind.PERMISSION, "there is a user " + actor + " already");
        }
        register.came(by, actor, checked.name(), role, purpose);
        register.bring(store);
    }

    static void requireName(Actor actor) {
        if (RESERVED.contains(actor)) {
            throw new Refusal(Refusal.Kind.PERMISSION, "no user can be called " + actor);
        }
    }

    /// Gives a user another role. Ends their sessions.
    ///
    /// @throws Refusal where `by` keeps no users, or would change their own role
    public void role(Actor by, Actor actor, Role role, String purpose) throws IOException {
        if (requireOther(by, actor).role() == role) {
            return;
        }
        register.role(by, actor, role, purpose);
        register.bring(store);
    }

    /// Shuts a user out at once, everywhere, or lets them in again.
    ///
    /// @throws Refusal where `by` keeps no users, or would shut themselves out
    public void stays(Actor by, Actor actor, boolean active, String purpose) throws IOException {
        if (requireOther(by, actor).active() == active) {
            return;
        }
        register.stays(by, actor, active, purpose);
        register.bring(store);
    }

    /// Forgets what a user proves themselves with, ends their sessions, and gives a link to set it
    /// anew.
    ///
    /// @throws Refusal where `by` keeps no users, or means themselves
    public Invitation reset(Actor by, Actor actor, String purpose) throws IOException {
        requireOther(by, actor);
        register.credential("reset", by, actor, purpose);
        credentials.forget(actor);
        return links.make(LinkKind.ENROL, actor).orElseThrow(() -> unknown(actor));
    }

    /// Ends the lock of a user after failed sign-ins.
    ///
    /// @throws Refusal where `by` is neither head of unit nor keeps users
    public void unlock(Actor by, Actor actor, String purpose) throws IOException {
        boolean may =
                switch (store.acting(by)) {
                    case Acting.Nobody() -> false;
                    case Acting.Operator() -> true;
                    case Acting.As(Role role) -> role.unlocks();
                };
        if (!may) {
            throw refusal(by);
        }
        if (find(by, actor).isEmpty()) {
            throw unknown(actor);
        }
        register.credential("unlock", by, actor, purpose);
        credentials.unlock(actor);
    }

    private User requireOther(Actor by, Actor actor) {
        requireKeeper(by);
        if (by.equals(actor)) {
            throw new Refusal(Refusal.Kind.PERMISSION, "another administrator must do that");
        }
        return find(by, actor).orElseThrow(() -> unknown(actor));
    }

    private void requireKeeper(Actor by) {
        boolean may =
                switch (store.acting(by)) {
                    case Acting.Nobody() -> false;
                    case Acting.Operator() -> true;
                    case Acting.As(Role role) -> role == Role.ADMINISTRATOR;
                };
        if (!may) {
            throw refusal(by);
        }
    }

    private static Refusal refusal(Actor by) {
        return new Refusal(Refusal.Kind.PERMISSION, by + " does not keep the users of this home");
    }

    private static Refusal unknown(Actor actor) {
        return new Refusal(Refusal.Kind.PERMISSION, "there is no user " + actor);
    }
}
