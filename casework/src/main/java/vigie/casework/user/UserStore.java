package vigie.casework.user;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vigie.model.casefile.Actor;

/// The rows of users. They follow the home's register, which decides; what a user chose of the
/// interface is theirs alone.
public interface UserStore {
    /// As what `actor` acts.
    Acting acting(Actor actor);

    /// How `actor` stands; empty for somebody who left or is no user.
    Optional<Standing> standing(Actor actor);

    /// All users, those who left too, by name; none for somebody who left.
    List<User> all(Actor by);

    /// Whether there is any user.
    boolean any();

    /// Keeps what a user chose of the interface.
    ///
    /// @param language `fr`, `en` or `ar`
    /// @param settings at most 2,000 characters
    void prefer(Actor actor, String language, String settings);

    /// How many entries of the register the rows follow.
    long known();

    /// What the register says after its first `known` entries.
    interface Following {
        /// Reads it.
        Changes since(long known) throws IOException;
    }

    /// Changes of users up to an entry.
    ///
    /// @param known how many entries they follow, these included
    record Changes(long known, List<Change> each) {
        public Changes {
            each = List.copyOf(each);
        }
    }

    /// What the register says about one user.
    sealed interface Change {
        /// Whom it is about.
        Actor actor();

        /// A user came.
        record Came(Actor actor, String name, Role role) implements Change {}

        /// A user has another role.
        record Took(Actor actor, Role role) implements Change {}

        /// A user left (false), or came back.
        record Stays(Actor actor, boolean active) implements Change {}
    }

    /// Makes the rows follow the register, one process at a time.
    void follow(Following following) throws IOException;
}
