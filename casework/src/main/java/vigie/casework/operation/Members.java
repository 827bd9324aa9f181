package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import vigie.casework.home.Home;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.LegibleEntries;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// Who is on a case: its founder, whom its ledger put there, and nobody whom it took off since.
///
/// The ledger decides, the rows follow: a change is allowed by the database, entered, and only then
/// seen by others.
public final class Members {
    private static final String ADMIT = "admit";
    private static final String DISMISS = "dismiss";

    private Members() {}

    /// Puts a member on an open case, if not there yet.
    ///
    /// @param by who decides: whoever opened it, or somebody else on it
    /// @throws vigie.model.casefile.Refusal where they do not say who is on the case
    public static void admit(OpenCase opened, Actor by, Actor member, String purpose)
            throws IOException {
        opened.store()
                .admit(opened.name(), by, member, () -> enter(opened, ADMIT, by, member, purpose));
    }

    /// Takes a member off an open case, if there: at once, whatever they have open.
    ///
    /// @param by who decides: whoever opened it, or somebody else on it
    /// @throws vigie.model.casefile.Refusal where they do not say who is on the case
    public static void dismiss(OpenCase opened, Actor by, Actor member, String purpose)
            throws IOException {
        opened.store()
                .dismiss(
                        opened.name(),
                        by,
                        member,
                        () -> enter(opened, DISMISS, by, member, purpose));
    }

    private static void enter(OpenCase opened, String kind, Actor by, Actor member, String purpose)
            throws IOException {
        opened.ledger()
                .append(Draft.of(Verb.DECIDE, kind, by, purpose).about(List.of(member.id())));
    }

    /// Makes the rows of a case follow its ledger.
    static void follow(OpenCase opened) throws IOException {
        opened.store().follow(opened.name(), followed -> changes(opened.ledger(), followed));
    }

    private static CaseStore.Changes changes(Ledger ledger, long followed) throws IOException {
        SequencedMap<Actor, Boolean> on = new LinkedHashMap<>();
        long end = followed;
        try (Stream<Entry> entries = ledger.entries(followed)) {
            for (Entry entry : (Iterable<Entry>) entries::iterator) {
                learn(entry, on);
                end = entry.seq() + 1;
            }
        }
        return new CaseStore.Changes(end, on);
    }

    private static void learn(Entry entry, SequencedMap<Actor, Boolean> on) {
        switch (entry.kind()) {
            case CaseBook.BASIS -> {
                if (entry.data().whole(CaseBook.BASIS).orElse(0) == 1) {
                    on.put(entry.operator(), true);
                }
            }
            case ADMIT -> entry.subjects().forEach(id -> on.put(new Actor(id), true));
            case DISMISS -> entry.subjects().forEach(id -> on.put(new Actor(id), false));
            default -> {
                // Other kinds change no members.
            }
        }
    }

    /// Who is on a case, from whatever can be read in the folder of its ledger, without database or
    /// key. An altered ledger may say anything: that it was not altered is for verification to say.
    static List<Actor> legible(Path ledger) throws IOException {
        SequencedMap<Actor, Boolean> on = new LinkedHashMap<>();
        LegibleEntries.read(
                ledger,
                entry -> {
                    try {
                        learn(entry, on);
                    } catch (IllegalArgumentException _) {
                        // What names no actor was altered, and puts nobody on a case.
                    }
                });
        return on.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }

    /// What is said of a case that the actor is not on, whether or not there is one.
    static Refusal refusal(CaseName name, Actor actor) {
        return new Refusal(
                Refusal.Kind.PERMISSION, "there is no case " + name + " that " + actor + " is on");
    }

    /// Whether the case was made to its end and the actor is not on it.
    static boolean lacks(Home home, CaseName name, Actor actor) throws IOException {
        List<Actor> members = legible(home.ledger(name));
        return !members.isEmpty() && !members.contains(actor);
    }
}
