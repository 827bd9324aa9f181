package vigie.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.OperatorActs;
import vigie.casework.operation.RowId;

/// `vigie acts --case C --operator N`.
@Command(
        name = "acts",
        description = "what an investigator did under a pseudonym, whole, for the court",
        mixinStandardHelpOptions = true)
final class ActsVerb extends OneCaseVerb {
    @Option(
            names = "--operator",
            required = true,
            paramLabel = "N",
            description = "the number in operator N")
    int operator;

    @Override
    protected int run(Console console) throws IOException {
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(), actor())) {
            long acts =
                    OperatorActs.export(
                            opened,
                            operator,
                            purpose(),
                            act ->
                                    console.result(
                                            JsonText.object(
                                                    json ->
                                                            json.put(
                                                                            "exhibit",
                                                                            RowId.exhibit(
                                                                                    act.row()))
                                                                    .put(
                                                                            "offset",
                                                                            act.at().offset())
                                                                    .put(
                                                                            "length",
                                                                            act.at().length())
                                                                    .put(
                                                                            "conversation",
                                                                            act.conversation())
                                                                    .put(
                                                                            "at",
                                                                            FindVerb.isoTime(
                                                                                    act.sent()))
                                                                    .put(
                                                                            "exact",
                                                                            act.sent().exact())
                                                                    .put("author", act.authorName())
                                                                    .put("action", act.action())
                                                                    .put("text", act.text())
                                                                    .put(
                                                                            "details",
                                                                            act.details()))));
            console.say("%,d acts of operator %d.".formatted(acts, operator));
        }
        return DONE;
    }
}
