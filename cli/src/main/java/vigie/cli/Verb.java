package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// What all verbs share: where the home is, who acts, how the result is written.
public abstract class Verb implements Callable<Integer> {
    /// Everything was done.
    public static final int DONE = 0;

    /// Something failed; what came before it stays.
    public static final int FAILED = 1;

    /// Verification found something altered.
    static final int ALTERED = 4;

    /// The longest purpose that an entry of the ledger holds.
    private static final int PURPOSE = 200;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "the home; else VIGIE_HOME, else ./vigie-data")
    @Nullable Path home;

    @Option(names = "--as", paramLabel = "USER", description = "the user who acts; else local")
    String user = Actor.LOCAL.id();

    @Option(names = "--json", description = "the result as one JSON object on the last line")
    boolean json;

    @Option(
            names = "--purpose",
            paramLabel = "WORDS",
            description = "what for, for the ledger; else the verb")
    @Nullable String purpose;

    @Spec @Nullable CommandSpec spec;

    @Override
    public final Integer call() throws IOException {
        Console console = new Console(System.out, System.err, json);
        return run(console);
    }

    /// Does the work and says with which code to exit.
    protected abstract int run(Console console) throws IOException;

    /// Who acts.
    protected Actor actor() {
        return actor(user);
    }

    /// Turns the name of a user, as it was typed, into one.
    static Actor actor(String typed) {
        try {
            return new Actor(typed);
        } catch (IllegalArgumentException none) {
            throw new Misuse(
                    "not a user: "
                            + typed
                            + "; lower-case letters, digits, dots and hyphens, at most 64");
        }
    }

    /// What for, as the ledger keeps it.
    protected String purpose() {
        if (purpose != null) {
            if (purpose.isBlank()
                    || purpose.length() > PURPOSE
                    || purpose.chars().anyMatch(Character::isISOControl)) {
                throw new Misuse("--purpose is one line of at most " + PURPOSE + " characters");
            }
            return purpose;
        }
        return spec == null ? "command line" : "vigie " + spec.name();
    }

    /// Where the home is, or is to be.
    protected Path homeFolder() {
        if (home != null) {
            return home;
        }
        String stated = System.getenv("VIGIE_HOME");
        return stated == null || stated.isEmpty() ? Path.of("vigie-data") : Path.of(stated);
    }

    /// Turns what was typed after `--case` into a name.
    protected static CaseName caseName(String typed) {
        try {
            return new CaseName(typed);
        } catch (IllegalArgumentException none) {
            throw new Misuse(
                    "not a case name: "
                            + typed
                            + "; letters, digits, dots, hyphens and underscores, at most 64");
        }
    }
}
