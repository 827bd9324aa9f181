package vigie.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import vigie.casework.operation.CaseStatus;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Rebuilding;

/// `vigie rebuild --case C`.
@Command(
        name = "rebuild",
        description = "throws away everything derived and derives it again",
        mixinStandardHelpOptions = true)
final class RebuildVerb extends OneCaseVerb {
    @Override
    protected int run(Console console) throws IOException {
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(), actor())) {
            List<String> errors =
                    Rebuilding.rebuild(opened, wiring.readers(), purpose(), wiring.progress());
            console.progressDone();
            errors.forEach(console::say);
            StatusText.write(console, CaseStatus.of(opened), wiring.said(opened));
            return errors.isEmpty() ? DONE : FAILED;
        }
    }
}
