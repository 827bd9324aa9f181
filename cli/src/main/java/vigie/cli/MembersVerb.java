package vigie.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vigie.casework.operation.Workplace;
import vigie.model.casefile.Actor;

/// `vigie case admit --case C USER | case dismiss --case C USER | case members --case C`.
final class MembersVerb {
    private MembersVerb() {}

    /// A change of members, and who they are after it.
    abstract static class Change extends OneCaseVerb {
        @Parameters(paramLabel = "USER", description = "whom")
        String member = "";

        @Override
        protected int run(Console console) throws IOException {
            Actor who = actor(member);
            try (Wiring wiring = Wiring.open(homeFolder(), console)) {
                change(wiring, who);
                List<Actor> members =
                        wiring.workplace().cases(actor()).contains(caseName())
                                ? wiring.workplace().members(caseName(), actor())
                                : List.of();
                show(console, name, members);
            }
            return DONE;
        }

        abstract void change(Wiring wiring, Actor who) throws IOException;
    }

    /// Puts somebody on a case.
    @Command(
            name = "admit",
            description = "puts a user on a case that you are on and lead",
            mixinStandardHelpOptions = true)
    static final class Admit extends Change {
        /// A name that no user has would wait on the case for whoever gets it.
        @Override
        void change(Wiring wiring, Actor who) throws IOException {
            if (!who.equals(Actor.LOCAL) && wiring.users().users().standing(who).isEmpty()) {
                throw new Misuse("there is no user " + who + ": vigie user add " + who);
            }
            wiring.workplace().admit(caseName(), actor(), who, purpose());
        }
    }

    /// Takes somebody off a case.
    @Command(
            name = "dismiss",
            description = "takes a user off a case that you are on and lead, at once",
            mixinStandardHelpOptions = true)
    static final class Dismiss extends Change {
        @Override
        void change(Wiring wiring, Actor who) throws IOException {
            Workplace workplace = wiring.workplace();
            workplace.dismiss(caseName(), actor(), who, purpose());
        }
    }

    /// Says who is on a case.
    @Command(
            name = "members",
            description = "says who is on a case that you are on",
            mixinStandardHelpOptions = true)
    static final class ListMembers extends OneCaseVerb {
        @Override
        protected int run(Console console) throws IOException {
            try (Wiring wiring = Wiring.open(homeFolder(), console)) {
                show(console, name, wiring.workplace().members(caseName(), actor()));
            }
            return DONE;
        }
    }

    private static void show(Console console, String name, List<Actor> members) {
        console.object(
                json ->
                        json.put("case", name)
                                .texts("members", members.stream().map(Actor::id).toList()));
        console.print("On the case " + name + ":");
        members.forEach(member -> console.print("  " + member));
    }
}
