package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Taking;
import vigie.casework.operation.Workplace;
import vigie.casework.user.Role;
import vigie.casework.user.access.Users;
import vigie.evidence.basis.BasisFile;
import vigie.evidence.disk.Folders;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.sample.SampleOperation;
import vigie.sample.SampleOperation.Intake;
import vigie.sample.SampleOperation.Layout;
import vigie.sample.SampleOperation.Sets;
import vigie.sample.SampleOperation.Size;
import vigie.web.Setting;

/// `vigie demo`: writes the sample operation and takes it like any other evidence.
@Command(
        name = "demo",
        description = "makes a made-up operation, from raw exports to a searchable case",
        mixinStandardHelpOptions = true)
final class DemoVerb extends Verb {
    /// Says that a folder was written by this verb, and may be written again.
    private static final String MARK = "made-by-vigie-demo";

    @Option(names = "--size", paramLabel = "SIZE", description = "small (else) or operation")
    String size = "small";

    @Option(names = "--seed", paramLabel = "N", description = "which of all sample operations (1)")
    long seed = 1;

    @Option(names = "--no-serve", description = "do not open the web interface afterwards")
    boolean noServe;

    @Option(names = "--port", paramLabel = "N", description = "where to serve: 8484, 0 for any")
    int port = Setting.LOOPBACK.port();

    @Option(
            names = "--sample",
            paramLabel = "DIR",
            description = "where exports and truth are written; else beside the home")
    @Nullable Path sample;

    @Override
    protected int run(Console console) throws IOException {
        Size wanted = size();
        Path folder = sampleFolder();
        Layout layout = write(console, folder, wanted);
        CaseName name = caseName("demo-" + size + (seed == 1 ? "" : "-" + seed));
        try (Wiring wiring = Wiring.make(homeFolder(), console)) {
            Workplace workplace = wiring.workplace();
            if (!workplace.cases(actor()).contains(name)) {
                workplace
                        .create(
                                name,
                                BasisFile.read(layout.intakes().getFirst().basis()),
                                actor(),
                                purpose())
                        .close();
            }
            for (Map.Entry<Actor, Role> member : members(layout.investigators()).entrySet()) {
                enter(wiring, member.getKey(), member.getValue());
                workplace.admit(name, actor(), member.getKey(), purpose());
            }
            for (EditionPart.SampleSets part : sampleSets()) {
                part.bring(wiring, name, layout.sets(), actor(), purpose());
            }
            int taken = take(console, wiring, name, layout);
            if (!noServe) {
                Actor first = members(layout.investigators()).keySet().iterator().next();
                ServeVerb.serve(
                        console,
                        wiring,
                        Setting.LOOPBACK.at(port),
                        wiring.users().enrolment().sample(actor(), first, purpose()),
                        (_, _) -> {});
            }
            return taken;
        }
    }

    private int take(Console console, Wiring wiring, CaseName name, Layout layout)
            throws IOException {
        try (OpenCase opened = wiring.workplace().open(name, actor())) {
            List<String> skipped = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            long fresh = 0;
            long held = 0;
            for (Intake intake : layout.intakes()) {
                Taking.Taken taken =
                        new Taking(
                                        opened,
                                        wiring.readers(),
                                        BasisFile.read(intake.basis()),
                                        false,
                                        purpose(),
                                        wiring.progress())
                                .take(List.of(intake.folder()));
                fresh += taken.fresh();
                held += taken.held();
                skipped.addAll(taken.skipped());
                errors.addAll(taken.errors());
            }
            console.progressDone();
            console.say(
                    "The case is " + name + ". Ask it something: vigie find --case " + name + " …");
            return TakeVerb.report(
                    console, wiring, opened, new Taking.Taken(fresh, held, skipped, errors));
        }
    }

    /// What this edition makes of the sample's hash sets, if anything.
    private static List<EditionPart.SampleSets> sampleSets() {
        return EditionPart.all().stream().flatMap(part -> part.sampleSets().stream()).toList();
    }

    private Size size() {
        for (Size known : Size.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(size)) {
                return known;
            }
        }
        throw new Misuse("--size is small or operation");
    }

    private Path sampleFolder() {
        if (sample != null) {
            return sample;
        }
        Path home = homeFolder().toAbsolutePath().normalize();
        return home.resolveSibling(home.getFileName() + "-sample").resolve(size + "-" + seed);
    }

    private Layout write(Console console, Path folder, Size wanted) throws IOException {
        if (Files.exists(folder.resolve(MARK))) {
            Folders.delete(folder);
        } else if (Files.exists(folder)) {
            throw new Misuse(
                    folder + " exists and was not made by this verb: name another --sample");
        }
        Files.createDirectories(folder);
        Files.createFile(folder.resolve(MARK));
        Layout layout =
                SampleOperation.write(
                        folder.resolve("exports"),
                        folder.resolve("truth"),
                        sampleSets().stream()
                                .findFirst()
                                .map(part -> new Sets(folder.resolve("sets"), part.hash()))
                                .orElse(null),
                        wanted,
                        seed,
                        (stage, done, all) ->
                                console.progress(
                                        "writing the sample: %s %,d of %,d"
                                                .formatted(stage, done, all)));
        console.progressDone();
        console.say(
                "The sample operation is in %s, its ground truth in %s."
                        .formatted(folder.resolve("exports"), folder.resolve("truth")));
        return layout;
    }

    /// Makes a user, unless there is one of that name.
    private void enter(Wiring wiring, Actor user, Role role) throws IOException {
        Users users = wiring.users().users();
        if (users.find(actor(), user).isEmpty()) {
            users.addWithoutLink(actor(), user, displayed(user), role, purpose());
        }
    }

    /// `claire.morel` is Claire Morel.
    private static String displayed(Actor user) {
        return Arrays.stream(user.id().split("\\.", -1))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining(" "));
    }

    /// The users that a file of investigators names, with their roles.
    private static Map<Actor, Role> members(Path investigators) throws IOException {
        Map<Actor, Role> members = new LinkedHashMap<>();
        String field = "";
        try (JsonParser parser =
                new JsonFactory()
                        .createParser(
                                ObjectReadContext.empty(), Files.readAllBytes(investigators))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    field = parser.getString();
                } else if (token == JsonToken.VALUE_STRING && !field.equals("schema")) {
                    members.put(
                            new Actor(parser.getString()),
                            field.equals("head") ? Role.HEAD : Role.INVESTIGATOR);
                }
            }
        }
        return members;
    }
}
