package vigie.cli.lab;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `vigie lab`: replays public benchmarks on plain files; sees no case and no home.
@Command(
        name = "lab",
        description = "replays public benchmarks on plain files; sees no case",
        subcommands = {LabLinkVerb.class, LabNearVerb.class},
        mixinStandardHelpOptions = true)
public final class LabVerb implements Runnable {
    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "lab link FILE [FILE], or lab near --needles FILE --haystack FILE");
        }
    }
}
