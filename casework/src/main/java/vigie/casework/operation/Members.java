package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vigie.casework.home.Home;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.LegibleEntries;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// Who is on a case, as its ledger says: its founder first, then whom members admitted.
final class Members {
    /// The kind of entry that puts somebody on a case.
    static final String ADMIT = "admit";

    private final List<String> members = new ArrayList<>();

    private Members() {}

    /// Who was put on a case; none where the case was not made to its end.
    static List<Actor> of(Ledger ledger) throws IOException {
        Members found = new Members();
        try (Stream<Entry> entries = ledger.entries(0)) {
            entries.forEach(found::learn);
        }
        return found.members.stream().map(Actor::new).toList();
    }

    /// Their ids, from whatever can be read in the folder of a ledger, without database or key. An
    /// altered ledger may say anything: that it was not altered is for verification to say.
    static List<String> legible(Path ledger) throws IOException {
        Members found = new Members();
        LegibleEntries.read(ledger, found::learn);
        return List.copyOf(found.members);
    }

    private void learn(Entry entry) {
        switch (entry.kind()) {
            case CaseBook.BASIS -> {
                if (members.isEmpty()) {
                    members.add(entry.operator().id());
                }
            }
            case ADMIT -> members.addAll(entry.subjects());
            default -> {
                // Other kinds put nobody on a case.
            }
        }
    }

    /// What is said of a case that the actor is not on, whether or not there is one.
    static Refusal refusal(CaseName name, Actor actor) {
        return new Refusal(
                Refusal.Kind.PERMISSION, "there is no case " + name + " that " + actor + " is on");
    }

    /// Whether the case was made to its end and the actor is not on it.
    static boolean lacks(Home home, CaseName name, Actor actor) throws IOException {
        List<String> members = legible(home.ledger(name));
        return !members.isEmpty() && !members.contains(actor.id());
    }
}
