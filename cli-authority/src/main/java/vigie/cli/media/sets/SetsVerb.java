package vigie.cli.media.sets;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.casework.home.Home;
import vigie.cli.Console;
import vigie.cli.JsonText;
import vigie.cli.Verb;
import vigie.cli.Wiring;
import vigie.media.sets.HashSets;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetLibrary;

/// `vigie sets import | list | remove | lookup | export`.
@Command(
        name = "sets",
        description = "keeps the hash sets of this home",
        subcommands = {
            ImportSetVerb.class,
            SetsVerb.ListSets.class,
            SetsVerb.Remove.class,
            LookUpVerb.class,
            ExportVerb.class,
        },
        mixinStandardHelpOptions = true)
public final class SetsVerb implements Runnable {
    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "sets import FILE... --name NAME --kind alert|known, sets list, sets remove NAME,"
                            + " sets lookup --case NAME HASH..., or sets export --case NAME --format F"
                            + " --out FILE --to WHO");
        }
    }

    /// Lists sets.
    @Command(
            name = "list",
            description = "lists the hash sets, and never what they list",
            mixinStandardHelpOptions = true)
    static final class ListSets extends Verb {
        @Override
        protected int run(Console console) throws IOException {
            List<SetInfo> sets = List.of();
            if (Home.exists(homeFolder())) {
                try (HashSets open = HashSets.open(SetActs.folder(homeFolder()))) {
                    sets = open.sets();
                }
            }
            List<SetInfo> all = sets;
            console.object(json -> json.objects("sets", all, SetsVerb::fill));
            all.forEach(set -> console.print(line(set)));
            return DONE;
        }
    }

    /// Takes a set away.
    @Command(
            name = "remove",
            description = "takes a hash set away; what it led to stays in the cases",
            mixinStandardHelpOptions = true)
    static final class Remove extends Verb {
        @Parameters(paramLabel = "NAME", description = "the set")
        String name = "";

        @Option(
                names = "--confirm",
                required = true,
                paramLabel = "NAME",
                description = "the name again")
        String again = "";

        @Override
        protected int run(Console console) throws IOException {
            if (!again.equals(name)) {
                throw new vigie.cli.Misuse("--confirm repeats the name of the set");
            }
            try (Wiring wiring = Wiring.open(homeFolder(), console)) {
                SetActs acts = new SetActs(wiring, actor(), purpose());
                SetInfo gone =
                        SetLibrary.open(acts.folder(), Clock.systemUTC())
                                .remove(name, acts.entering("set-remove"));
                console.object(json -> fill(json, gone));
                console.print("Gone: " + line(gone));
            }
            return DONE;
        }
    }

    static void fill(JsonText json, SetInfo set) {
        SetInfo.Label label = set.label();
        json.put("id", set.id())
                .put("name", label.name())
                .put("kind", label.kind().word())
                .put("version", label.version())
                .put("source", label.source())
                .put("licence", label.licence())
                .put("scheme", label.scheme())
                .put("distance", label.distance())
                .put("imported", set.imported().toString())
                .put("entries", set.records())
                .put("rows", rows -> set.rows().forEach((kind, n) -> rows.put(kind.word(), n)))
                .objects(
                        "files",
                        set.files(),
                        (one, file) ->
                                one.put("name", file.name())
                                        .put("format", file.format())
                                        .put("size", file.size())
                                        .put("sha256", file.digest().hex()))
                .texts("warnings", set.warnings());
    }

    static String line(SetInfo set) {
        StringBuilder rows = new StringBuilder();
        set.rows().forEach((kind, n) -> rows.append(", %,d %s".formatted(n, kind.word())));
        String scheme = set.label().scheme();
        return "%s  %s%s%s"
                .formatted(
                        set.label().name(),
                        set.label().kind().word(),
                        scheme == null ? "" : " (" + scheme + ")",
                        rows);
    }
}
