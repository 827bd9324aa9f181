package vigie.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vigie.casework.operation.OpenCase;

/// `vigie proof --case C ENTRY`.
@Command(
        name = "proof",
        description = "all that a stranger needs to check one entry of the ledger, as JSON",
        mixinStandardHelpOptions = true)
final class ProofVerb extends OneCaseVerb {
    @Parameters(paramLabel = "ENTRY", description = "the entry's number, from 0")
    long entry;

    @Override
    protected int run(Console console) throws IOException {
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(), actor())) {
            if (entry < 0 || entry >= opened.ledger().size()) {
                throw new Misuse("the ledger has the entries 0 to " + (opened.ledger().size() - 1));
            }
            console.result(new String(opened.proof(entry).toJson(), StandardCharsets.UTF_8));
        }
        return DONE;
    }
}
