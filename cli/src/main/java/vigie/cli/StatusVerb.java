package vigie.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.casework.operation.CaseStatus;
import vigie.casework.operation.OpenCase;

/// `vigie status --case C`.
@Command(
        name = "status",
        description = "counts, losses, state digest and checkpoint of a case",
        mixinStandardHelpOptions = true)
final class StatusVerb extends Verb {
    @Option(names = "--case", required = true, paramLabel = "NAME", description = "the case")
    String name = "";

    @Override
    int run(Console console) throws IOException {
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(name), actor())) {
            StatusText.write(console, CaseStatus.of(opened));
        }
        return DONE;
    }
}
