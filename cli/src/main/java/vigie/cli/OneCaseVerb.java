package vigie.cli;

import picocli.CommandLine.Option;
import vigie.model.casefile.CaseName;

/// A verb about one case, named by `--case`.
public abstract class OneCaseVerb extends Verb {
    @Option(names = "--case", required = true, paramLabel = "NAME", description = "the case")
    String name = "";

    /// The case that was named.
    protected CaseName caseName() {
        return caseName(name);
    }
}
