package vigie.casework.overview;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigie.casework.operation.CaseBases;
import vigie.casework.operation.CaseCounts;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.WorkInProgress;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Sieve;
import vigie.evidence.ledger.Verb;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// What somebody finds on their desk: their cases, what changed in them, and what waits.
public final class Desk {
    /// What is worth a look on a desk; each file that is taken has an entry, too, and none there.
    public static final int CHANGES = 20;

    /// After so many entries of one's own and of files taken, nobody looks further back.
    private static final int READ = 2000;

    private static final Sieve NEWS = Sieve.without(Verb.CONSULTATION, Verb.REVEAL);

    private final SharedCases cases;
    private final CaseBases bases;
    private final List<Waiting> waiting;

    /// Something that may wait for somebody in a case. Whoever keeps such a thing implements it.
    public interface Waiting {
        /// What waits, none where nothing does.
        List<Item> of(CaseName name, Actor actor) throws IOException;
    }

    /// Something that waits.
    ///
    /// @param kind  what it is, a lower-case word that a screen has words for
    /// @param count how many
    /// @param place the page of the case where it is done, relative to the case's own
    public record Item(String kind, long count, String place) {}

    /// A case on a desk.
    ///
    /// @param last    the last entry of its ledger that is no consultation
    /// @param work    what is being done to it now, by whichever process
    /// @param changes what others did since, the newest first, at most [#CHANGES]
    /// @param waits   what waits for the actor
    public record CaseLine(
            CaseName name,
            CaseCounts counts,
            Custody custody,
            Optional<Entry> last,
            Optional<WorkInProgress> work,
            List<Entry> changes,
            List<Item> waits) {
        public CaseLine {
            changes = List.copyOf(changes);
            waits = List.copyOf(waits);
        }
    }

    public Desk(SharedCases cases, CaseBases bases, List<Waiting> waiting) {
        this.cases = cases;
        this.bases = bases;
        this.waiting = List.copyOf(waiting);
    }

    /// The actor's cases by name.
    ///
    /// @param since when the actor was here the last time
    public List<CaseLine> of(Actor actor, Instant since) throws IOException {
        List<CaseLine> lines = new ArrayList<>();
        for (CaseName name : cases.workplace().cases(actor)) {
            try (OpenCase opened = cases.open(name, actor)) {
                lines.add(line(opened, since));
            }
        }
        return lines;
    }

    /// One case, as it stands on the actor's desk.
    public CaseLine line(OpenCase opened, Instant since) throws IOException {
        List<Item> waits = new ArrayList<>();
        for (Waiting one : waiting) {
            waits.addAll(one.of(opened.name(), opened.actor()));
        }
        return new CaseLine(
                opened.name(),
                opened.store().counts(opened.name(), opened.actor()),
                Custody.of(opened, bases),
                opened.ledger().newest(Long.MAX_VALUE, 1, NEWS).stream().findFirst(),
                WorkInProgress.of(opened.home(), opened.name()),
                changes(opened, since),
                waits);
    }

    private static List<Entry> changes(OpenCase opened, Instant since) throws IOException {
        List<Entry> changes = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (int read = 0; read < READ && changes.size() < CHANGES; ) {
            List<Entry> more = opened.ledger().newest(before, 4 * CHANGES, NEWS.since(since));
            for (Entry entry : more) {
                if (changes.size() < CHANGES
                        && !entry.operator().equals(opened.actor())
                        && !entry.kind().equals("take")) {
                    changes.add(entry);
                }
            }
            if (more.size() < 4 * CHANGES) {
                break;
            }
            read += more.size();
            before = more.getLast().seq();
        }
        return changes;
    }
}
