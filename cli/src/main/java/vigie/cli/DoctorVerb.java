package vigie.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import vigie.casework.home.Examination;

/// `vigie doctor`.
@Command(
        name = "doctor",
        description = "says what this machine lacks for safe and complete work",
        mixinStandardHelpOptions = true)
final class DoctorVerb extends Verb {
    @Override
    protected int run(Console console) throws IOException {
        List<Examination.Result> results =
                new ArrayList<>(Examination.of(homeFolder(), System.getenv()));
        for (EditionPart part : EditionPart.all()) {
            results.addAll(part.examine(homeFolder(), System.getenv()));
        }
        console.object(
                json ->
                        json.put("schema", "vigie.doctor/1")
                                .objects(
                                        "checks",
                                        results,
                                        (one, result) ->
                                                one.put("what", result.what())
                                                        .put("well", result.well())
                                                        .put("says", result.says())));
        for (Examination.Result result : results) {
            console.print(
                    "%s %-12s %s"
                            .formatted(
                                    result.well() ? "ok  " : "MIND", result.what(), result.says()));
        }
        return DONE;
    }
}
