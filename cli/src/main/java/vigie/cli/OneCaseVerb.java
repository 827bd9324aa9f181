package vigie.cli;

import picocli.CommandLine.Option;
import vigie.model.casefile.CaseName;

/// A verb about one case, named by `--case`.
abstract class OneCaseVerb extends Verb {
    @Option(names = "--case", required = true, paramLabel = "NAME", description = "the case")
    String name = "";

    CaseName caseName() {
        return caseName(name);
    }
}
