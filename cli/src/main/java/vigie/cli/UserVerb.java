package vigie.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.casework.user.Role;
import vigie.casework.user.User;
import vigie.casework.user.access.Invitation;
import vigie.casework.user.access.Users;
import vigie.model.casefile.Actor;

/// `vigie user add | list | role | deactivate | activate | reset | unlock`.
@Command(
        name = "user",
        description = "keeps the users of this home",
        subcommands = {
            UserVerb.Add.class,
            UserVerb.ListUsers.class,
            UserVerb.ChangeRole.class,
            UserVerb.Deactivate.class,
            UserVerb.Activate.class,
            UserVerb.Reset.class,
            UserVerb.Unlock.class
        },
        mixinStandardHelpOptions = true)
final class UserVerb implements Runnable {
    private static final String ROLES = "investigator, head, translator, officer or administrator";

    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "user add NAME --role ROLE, user list, or user role, deactivate, activate, reset"
                            + " or unlock NAME");
        }
    }

    private static Role role(String typed) {
        return Role.of(typed).orElseThrow(() -> new Misuse("--role is " + ROLES));
    }

    /// What one user is after an act.
    abstract static class OneUser extends Verb {
        @Parameters(paramLabel = "NAME", description = "the user")
        String name = "";

        @Override
        protected int run(Console console) throws IOException {
            Actor who = actor(name);
            try (Wiring wiring = Wiring.open(homeFolder(), console)) {
                Users users = wiring.users().users();
                Invitation link = act(users, who);
                User now = users.find(actor(), who).orElseThrow(() -> new Misuse("no user " + who));
                console.object(
                        json -> {
                            fill(json, now);
                            if (link != null) {
                                json.put("link", link.path())
                                        .put("expires", link.expires().toString());
                            }
                        });
                console.print(line(now));
                if (link != null) {
                    console.print(
                            "To be handed over in person; it works once, until " + link.expires());
                    console.print("  " + link.path());
                }
            }
            return DONE;
        }

        /// Does it, and returns the link that it gives, if any.
        abstract @Nullable Invitation act(Users users, Actor who) throws IOException;
    }

    /// Adds a user.
    @Command(
            name = "add",
            description = "adds a user; prints the link with which they set their password",
            mixinStandardHelpOptions = true)
    static final class Add extends OneUser {
        @Option(names = "--role", required = true, paramLabel = "ROLE", description = ROLES)
        String role = "";

        @Option(
                names = "--name",
                paramLabel = "WORDS",
                description = "what colleagues see; else the user's name")
        @Nullable String words;

        @Override
        Invitation act(Users users, Actor who) throws IOException {
            try {
                return users.add(
                        actor(), who, words == null ? who.id() : words, role(role), purpose());
            } catch (IllegalArgumentException notAName) {
                throw new Misuse(String.valueOf(notAName.getMessage()));
            }
        }
    }

    /// Gives a user another role.
    @Command(
            name = "role",
            description = "gives a user another role; ends their sessions",
            mixinStandardHelpOptions = true)
    static final class ChangeRole extends OneUser {
        @Option(names = "--role", required = true, paramLabel = "ROLE", description = ROLES)
        String role = "";

        @Override
        @Nullable Invitation act(Users users, Actor who) throws IOException {
            users.role(actor(), who, role(role), purpose());
            return null;
        }
    }

    /// Shuts a user out.
    @Command(
            name = "deactivate",
            description = "shuts a user out at once; what they did stays",
            mixinStandardHelpOptions = true)
    static final class Deactivate extends OneUser {
        @Override
        @Nullable Invitation act(Users users, Actor who) throws IOException {
            users.stays(actor(), who, false, purpose());
            return null;
        }
    }

    /// Lets a user in again.
    @Command(
            name = "activate",
            description = "lets a user in again who was shut out",
            mixinStandardHelpOptions = true)
    static final class Activate extends OneUser {
        @Override
        @Nullable Invitation act(Users users, Actor who) throws IOException {
            users.stays(actor(), who, true, purpose());
            return null;
        }
    }

    /// Forgets password and second factor.
    @Command(
            name = "reset",
            description = "forgets a user's password and second factor; prints a link for new ones",
            mixinStandardHelpOptions = true)
    static final class Reset extends OneUser {
        @Override
        Invitation act(Users users, Actor who) throws IOException {
            return users.reset(actor(), who, purpose());
        }
    }

    /// Ends a lock.
    @Command(
            name = "unlock",
            description = "lets a user try again at once who is locked out after failed sign-ins",
            mixinStandardHelpOptions = true)
    static final class Unlock extends OneUser {
        @Override
        @Nullable Invitation act(Users users, Actor who) throws IOException {
            users.unlock(actor(), who, purpose());
            return null;
        }
    }

    /// Lists users.
    @Command(name = "list", description = "lists the users", mixinStandardHelpOptions = true)
    static final class ListUsers extends Verb {
        @Override
        protected int run(Console console) throws IOException {
            try (Wiring wiring = Wiring.open(homeFolder(), console)) {
                List<User> all = wiring.users().users().all(actor());
                console.object(json -> json.objects("users", all, UserVerb::fill));
                all.forEach(user -> console.print(line(user)));
            }
            return DONE;
        }
    }

    private static void fill(JsonText json, User user) {
        json.put("user", user.actor().id())
                .put("name", user.name())
                .put("role", user.role().word())
                .put("active", user.active());
    }

    private static String line(User user) {
        return "%s  %s  %s%s"
                .formatted(
                        user.actor(),
                        user.role().word(),
                        user.name(),
                        user.active() ? "" : "  (shut out)");
    }
}
