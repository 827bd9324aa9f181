package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vigie.casework.operation.CaseStatus;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Taking;
import vigie.evidence.basis.BasisFile;

/// `vigie take --case C PATH...`.
@Command(
        name = "take",
        description = "takes evidence into a case and reads it; safe to run again",
        mixinStandardHelpOptions = true)
final class TakeVerb extends OneCaseVerb {
    @Option(
            names = "--basis",
            paramLabel = "FILE",
            description = "the legal basis; else that of the case")
    @Nullable Path basis;

    @Option(names = "--in-place", description = "leave files where they are; verified at each read")
    boolean inPlace;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "folders, archives and files to take")
    List<Path> paths = List.of();

    @Override
    protected int run(Console console) throws IOException {
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(), actor())) {
            return take(console, wiring, opened, paths);
        }
    }

    private int take(Console console, Wiring wiring, OpenCase opened, List<Path> given)
            throws IOException {
        Path stated = basis;
        Taking taking =
                new Taking(
                        opened,
                        wiring.readers(),
                        stated == null ? null : BasisFile.read(stated),
                        inPlace,
                        purpose(),
                        wiring.progress());
        Taking.Taken taken = taking.take(given);
        return report(console, wiring, opened, taken);
    }

    /// Says what was taken, what was not and why, and where the case stands now.
    static int report(Console console, Wiring wiring, OpenCase opened, Taking.Taken taken)
            throws IOException {
        console.progressDone();
        taken.skipped().forEach(console::say);
        taken.errors().forEach(console::say);
        StatusText.write(console, CaseStatus.of(opened), wiring.said(opened));
        return taken.errors().isEmpty() ? DONE : FAILED;
    }
}
