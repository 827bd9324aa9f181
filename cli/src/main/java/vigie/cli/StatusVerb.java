package vigie.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import vigie.casework.operation.CaseStatus;
import vigie.casework.operation.OpenCase;

/// `vigie status --case C`.
@Command(
        name = "status",
        description = "counts, losses, state digest and checkpoint of a case",
        mixinStandardHelpOptions = true)
final class StatusVerb extends OneCaseVerb {
    @Override
    protected int run(Console console) throws IOException {
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(), actor())) {
            StatusText.write(console, CaseStatus.of(opened), wiring.said(opened));
        }
        return DONE;
    }
}
