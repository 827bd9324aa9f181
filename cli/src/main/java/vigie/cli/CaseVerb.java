package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.casework.home.Home;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Taking;
import vigie.evidence.basis.BasisFile;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;

/// `vigie case new NAME --basis FILE | case list | case admit, dismiss, members --case NAME`.
@Command(
        name = "case",
        description = "makes a case, lists those you are on, says who is on one",
        subcommands = {
            CaseVerb.New.class,
            CaseVerb.ListCases.class,
            MembersVerb.Admit.class,
            MembersVerb.Dismiss.class,
            MembersVerb.ListMembers.class
        },
        mixinStandardHelpOptions = true)
final class CaseVerb implements Runnable {
    @Spec @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "case new NAME --basis FILE, case list, or case admit, dismiss or members --case NAME");
        }
    }

    /// Makes a case.
    @Command(
            name = "new",
            description = "makes a case under a legal basis",
            mixinStandardHelpOptions = true)
    static final class New extends Verb {
        @Parameters(
                paramLabel = "NAME",
                description = "letters, digits, dots, hyphens, underscores")
        String name = "";

        @Option(
                names = "--basis",
                required = true,
                paramLabel = "FILE",
                description = "the legal basis, in YAML")
        Path basis = Path.of("");

        @Override
        protected int run(Console console) throws IOException {
            CaseName wanted = caseName(name);
            try (Wiring wiring = Wiring.make(homeFolder(), console)) {
                Basis stated = BasisFile.read(basis);
                try (OpenCase made =
                        wiring.workplace().create(wanted, stated, actor(), purpose())) {
                    new Taking(made, List.of(), stated, false, purpose(), wiring.progress())
                            .take(List.of())
                            .skipped()
                            .forEach(console::say);
                    console.object(json -> json.put("case", made.name().value()));
                    console.print("The case " + made.name() + " is open, for " + actor() + ".");
                }
            }
            return DONE;
        }
    }

    /// Lists cases.
    @Command(
            name = "list",
            description = "lists the cases you are on",
            mixinStandardHelpOptions = true)
    static final class ListCases extends Verb {
        @Override
        protected int run(Console console) throws IOException {
            List<CaseName> cases = cases(console);
            console.object(
                    json ->
                            json.objects(
                                    "cases", cases, (one, name) -> one.put("name", name.value())));
            cases.forEach(name -> console.print(name.value()));
            return DONE;
        }

        /// Where there is no home, there is no case, and asking makes none.
        private List<CaseName> cases(Console console) throws IOException {
            if (!Home.exists(homeFolder())) {
                return List.of();
            }
            try (Wiring wiring = Wiring.open(homeFolder(), console)) {
                return wiring.workplace().cases(actor());
            }
        }
    }
}
