package vigie.cli.media.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vigie.cli.Console;
import vigie.cli.Misuse;
import vigie.cli.Verb;
import vigie.cli.Wiring;
import vigie.cli.media.MatchVerb;
import vigie.media.sets.ImportOrder;
import vigie.media.sets.ImportOutcome;
import vigie.media.sets.Merges;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;
import vigie.media.sets.SetLibrary;
import vigie.media.sets.scheme.Schemes;

/// `vigie sets import FILE... --name NAME --kind alert|known|negative`.
@Command(
        name = "import",
        description =
                "imports a hash set: VICS, NSRL and its deltas, lists, tables, vPDQ; all files"
                        + " together are the set",
        mixinStandardHelpOptions = true)
final class ImportSetVerb extends Verb {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the parts of the set")
    List<Path> files = new ArrayList<>();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "its name here")
    String name = "";

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "alert, known, or negative: likeness to it says nothing")
    String kind = "";

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            description = "what its categories mean: us, uk, baseline, or one of the unit's own")
    @Nullable String scheme;

    @Option(names = "--set-version", paramLabel = "WORDS", description = "its version")
    String version = "";

    @Option(names = "--source", paramLabel = "WORDS", description = "who made it")
    String source = "";

    @Option(names = "--licence", paramLabel = "WORDS", description = "under what it may be used")
    String licence = "";

    @Option(
            names = "--distance",
            paramLabel = "BITS",
            description = "the most bits of PDQ in which a similar picture may differ; else 31")
    int distance = SetInfo.Label.DISTANCE;

    @Option(names = "--pdq", description = "64 digits in a bare list are PDQ hashes")
    boolean pdq;

    @Option(names = "--add", description = "adds to the set of this name, or applies a delta to it")
    boolean add;

    @Option(names = "--replace", description = "takes the place of the set of this name")
    boolean replace;

    @Option(names = "--keep-base", description = "keeps a copy of an NSRL database for deltas")
    boolean keepBase;

    @Override
    protected int run(Console console) throws IOException {
        if (add && replace) {
            throw new Misuse("--add and --replace exclude each other");
        }
        SetKind stated = kind();
        try (Wiring wiring = Wiring.make(homeFolder(), console)) {
            SetActs acts = new SetActs(wiring, actor(), purpose());
            ImportOutcome outcome =
                    SetLibrary.open(acts.folder(), Clock.systemUTC())
                            .run(order(stated, acts.folder()), acts.entering("set-import"));
            SetInfo set = outcome.set();
            console.object(
                    json -> {
                        SetsVerb.fill(json, set);
                        json.put("imported-now", outcome instanceof ImportOutcome.Imported);
                    });
            set.warnings().forEach(console::say);
            console.print(
                    switch (outcome) {
                        case ImportOutcome.Imported(_) -> "Imported: " + SetsVerb.line(set);
                        case ImportOutcome.AlreadyHeld(_) -> "Already here: " + SetsVerb.line(set);
                    });
            List<String> errors = matched(wiring, console, acts.folder());
            errors.forEach(console::say);
            return errors.isEmpty() ? DONE : FAILED;
        }
    }

    /// Matches every case again; segments are merged beside it.
    private List<String> matched(Wiring wiring, Console console, Path sets) throws IOException {
        Merges merges = Merges.once(sets);
        List<String> errors = new ArrayList<>();
        try (merges) {
            errors.addAll(
                    MatchVerb.again(
                            wiring,
                            console,
                            wiring.workplace().cases(actor()),
                            actor(),
                            purpose()));
        }
        merges.failure().ifPresent(failed -> errors.add(String.valueOf(failed.getMessage())));
        return errors;
    }

    private SetKind kind() {
        try {
            return SetKind.of(kind);
        } catch (IllegalArgumentException none) {
            throw new Misuse("--kind: " + none.getMessage());
        }
    }

    private ImportOrder order(SetKind stated, Path folder) throws IOException {
        String id =
                scheme == null ? null : Schemes.of(folder.resolve("schemes")).named(scheme).id();
        ImportOrder.Mode mode =
                add
                        ? ImportOrder.Mode.ADD
                        : replace ? ImportOrder.Mode.REPLACE : ImportOrder.Mode.NEW;
        try {
            return new ImportOrder(
                    new SetInfo.Label(name, stated, version, source, licence, id, distance),
                    files,
                    mode,
                    pdq,
                    keepBase);
        } catch (IllegalArgumentException wrong) {
            throw new Misuse(String.valueOf(wrong.getMessage()));
        }
    }
}
