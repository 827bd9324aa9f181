package vigie.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import vigie.evidence.MalformedInput;
import vigie.evidence.ledger.timestamp.BadTimestamp;
import vigie.model.casefile.Refusal;

/// The command `vigie`. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 refused, 4 verification
/// failed.
@Command(
        name = "vigie",
        description = "From lawfully obtained exports to verified, searchable cases.",
        subcommands = {
            CaseVerb.class,
            TakeVerb.class,
            StatusVerb.class,
            FindVerb.class,
            VerifyVerb.class,
            RebuildVerb.class,
            CheckpointVerb.class,
            ProofVerb.class,
            ActsVerb.class,
            DemoVerb.class,
            ServeVerb.class,
            DoctorVerb.class,
            KeyVerb.class,
            UserVerb.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main {
    private static final int USAGE = 2;
    private static final int REFUSED = 3;

    /// Held, since a logger that nobody holds forgets its level. What libraries log is not for the
    /// person who works; failures reach them as sentences.
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Main() {}

    /// Runs one verb and ends the process with its exit code.
    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.OFF);
        System.exit(run(arguments));
    }

    /// Runs one verb and returns its exit code.
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        for (EditionPart part : EditionPart.all()) {
            part.verbs().forEach(line::addSubcommand);
        }
        return line.setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler(Main::misused)
                .setErr(new PrintWriter(System.err, true, System.err.charset()))
                .setOut(new PrintWriter(System.out, true, System.out.charset()))
                .setUnmatchedOptionsArePositionalParams(false)
                .execute(hoisted(line, arguments));
    }

    /// `--home` and `--as` may stand before the verb: they are moved behind it.
    private static String[] hoisted(CommandLine line, String[] arguments) {
        var front = new java.util.ArrayList<String>();
        int at = 0;
        while (at + 1 < arguments.length
                && (arguments[at].equals("--home") || arguments[at].equals("--as"))) {
            front.add(arguments[at]);
            front.add(arguments[at + 1]);
            at += 2;
        }
        if (front.isEmpty()) {
            return arguments;
        }
        var moved = new java.util.ArrayList<String>();
        while (at < arguments.length && !arguments[at].startsWith("-")) {
            moved.add(arguments[at]);
            at++;
            if (moved.size() == 2 || !hasSubcommands(line, moved.getFirst())) {
                break;
            }
        }
        moved.addAll(front);
        for (; at < arguments.length; at++) {
            moved.add(arguments[at]);
        }
        return moved.toArray(String[]::new);
    }

    private static boolean hasSubcommands(CommandLine line, String verb) {
        CommandLine known = line.getSubcommands().get(verb);
        return known != null && !known.getSubcommands().isEmpty();
    }

    private static int misused(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(Visible.of(String.valueOf(wrong.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr()
                .println(
                        "See: vigie help "
                                + (command.getParent() == null ? "" : command.getCommandName()));
        boolean json = List.of(arguments).contains("--json");
        return ended(command, json, USAGE, String.valueOf(wrong.getMessage()));
    }

    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (Boolean.getBoolean("vigie.trace")) {
            throw failure;
        }
        String sentence = sentence(failure);
        command.getErr().println(Visible.of(sentence));
        int exit =
                switch (failure) {
                    case Refusal _ -> REFUSED;
                    case Misuse _ -> USAGE;
                    case BadTimestamp _ -> Verb.ALTERED;
                    default -> Verb.FAILED;
                };
        boolean json = command.getCommand() instanceof Verb verb && verb.json;
        return ended(command, json, exit, sentence);
    }

    /// A verb that did not do what it was asked still ends with its one object.
    private static int ended(CommandLine command, boolean json, int exit, String message) {
        if (json) {
            command.getOut()
                    .println(
                            JsonText.object(
                                    error ->
                                            error.put("schema", "vigie.error/1")
                                                    .put("exit", exit)
                                                    .put("message", message)));
        }
        return exit;
    }

    private static String sentence(Exception failure) {
        String message = failure.getMessage();
        String said = message == null ? "the system gives no reason" : message;
        return switch (failure) {
            case Refusal _ -> "Refused: " + said;
            case Misuse _, MalformedInput _ -> said;
            case NoSuchFileException missing -> "There is no " + missing.getFile();
            case FileNotFoundException _ -> "There is no " + said;
            case AccessDeniedException denied ->
                    "No permission to read or write " + denied.getFile();
            case BadTimestamp _ -> "No valid time stamp: " + said;
            case IOException _, UncheckedIOException _ -> said;
            default ->
                    "Vigie failed: %s (VIGIE_JAVA_OPTS=-Dvigie.trace=true says where)"
                            .formatted(said);
        };
    }
}
