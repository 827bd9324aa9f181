package vigie.casework.operation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.material.Exhibit;
import vigie.model.material.ReaderVersion;

/// The rows of all cases of a home. Every method that names an actor sees the cases only that the
/// actor is a member of, whatever is asked: the database enforces it. A case that the actor is not
/// on and a case that does not exist are refused alike
/// ([vigie.model.casefile.Refusal.Kind#PERMISSION]).
public interface CaseStore extends AutoCloseable {
    /// Makes an empty case with one member; does nothing if that case exists with that member.
    void create(CaseName name, Actor member);

    /// Puts `member` on a case that `by` is on.
    void admit(CaseName name, Actor by, Actor member);

    /// The cases that `actor` is on, by name.
    List<CaseName> cases(Actor actor);

    /// Whether `actor` is on the case.
    boolean member(CaseName name, Actor actor);

    /// Adds exhibits, as the first `replayed` entries of the ledger hold them; those already there
    /// are left alone.
    void addExhibits(CaseName name, List<Exhibit> exhibits, long replayed);

    /// How many entries of the ledger the rows know of; 0 for a case that was just made.
    long replayed(CaseName name);

    /// All exhibits of the case in the order of their numbers.
    List<Exhibit> exhibits(CaseName name, Actor actor);

    /// Starts to turn the claims of one exhibit into rows. What an earlier, shorter reading of the
    /// same exhibit left is replaced.
    ///
    /// @param operator the number of the investigator's pseudonym whose account made this export,
    ///     or 0; see [Gathering]
    /// @param declaredOwner the account key of the exporter where the basis states it, or ""
    Gathering gather(
            CaseName name,
            Exhibit exhibit,
            ReaderVersion reader,
            int operator,
            String declaredOwner);

    /// What was read so far, in the order of the exhibits' numbers.
    List<Reading> readings(CaseName name, Actor actor);

    /// Connects rows that only the whole case connects: references to collected files, copies of
    /// one conversation in several exports, gaps. Called after the last gathering of a run; leaves
    /// alone what was already connected.
    void settle(CaseName name);

    /// Counts over the whole case.
    CaseCounts counts(CaseName name, Actor actor);

    /// The state digest of each section, from what the stages stored
    /// (`docs/formats/state-digest.md`).
    StateDigest digest(CaseName name, Actor actor);

    /// The state digest computed again from every row.
    StateDigest recomputeDigest(CaseName name, Actor actor);

    /// Drops every derived row of the case, exhibits included; members stay.
    void forget(CaseName name);

    /// The rows with these numbers, in the order asked, without those that are not of this case.
    List<StoredMessage> messages(CaseName name, Actor actor, Collection<Long> rows);

    /// Streams the rows of an exhibit in order to `each`, in constant memory.
    void forEachMessage(
            CaseName name,
            Actor actor,
            int exhibit,
            java.util.function.Consumer<StoredMessage> each);

    /// Streams what an investigator did under pseudonym `operator`, whoever exported it, to `each`:
    /// whole, for the court, and still without the pseudonym.
    void forEachOperatorMessage(
            CaseName name,
            Actor actor,
            int operator,
            java.util.function.Consumer<StoredMessage> each);

    /// Where copies of one conversation disagree, in the order of rows, at most `limit`.
    List<Misalignment> misalignments(CaseName name, Actor actor, int limit);

    /// The groups whose two ids an export states, each pair once, at most `limit` listed.
    Migrations migrations(CaseName name, Actor actor, int limit);

    /// The numbers of the exhibits that have committed rows.
    Set<Integer> gathered(CaseName name, Actor actor);

    @Override
    void close();
}
