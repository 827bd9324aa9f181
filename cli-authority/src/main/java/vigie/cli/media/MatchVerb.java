package vigie.cli.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.StageWork;
import vigie.cli.Console;
import vigie.cli.Verb;
import vigie.cli.Wiring;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// `vigie match [--case C]`: compares the media of one case, or of all cases that the actor is on,
/// with the sets as they are now. Taking does it, too; where nothing changed it does nothing.
@Command(
        name = "match",
        description =
                "compares a case's media with the hash sets, and stacks them; or all your cases",
        mixinStandardHelpOptions = true)
public final class MatchVerb extends Verb {
    @Option(names = "--case", paramLabel = "NAME", description = "one case; else all you are on")
    @Nullable String name;

    @Override
    protected int run(Console console) throws IOException {
        try (Wiring wiring = Wiring.open(homeFolder(), console)) {
            String typed = name;
            List<CaseName> cases =
                    typed == null ? wiring.workplace().cases(actor()) : List.of(caseName(typed));
            List<String> errors = again(wiring, console, cases, actor(), purpose());
            errors.forEach(console::say);
            console.object(
                    json ->
                            json.put("schema", "vigie.match/1")
                                    .objects(
                                            "cases",
                                            cases,
                                            (one, matched) -> one.put("case", matched.value())));
            return errors.isEmpty() ? DONE : FAILED;
        }
    }

    /// Matches cases again, as after a set was added.
    ///
    /// @return errors, one sentence for each thing that could not be done
    public static List<String> again(
            Wiring wiring, Console console, List<CaseName> cases, Actor actor, String purpose)
            throws IOException {
        List<String> errors = new ArrayList<>();
        for (CaseName one : cases) {
            try (OpenCase opened = wiring.workplace().open(one, actor)) {
                StageWork.run(opened, purpose, wiring.progress())
                        .forEach(error -> errors.add(one + ": " + error));
                MediaText said = (MediaText) wiring.part(MediaRooms.class).said(opened);
                console.progressDone();
                console.print("case          " + one);
                said.words(console);
            }
        }
        return errors;
    }
}
