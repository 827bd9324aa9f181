package vigie.casework.operation;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import vigie.evidence.ledger.Ledger;
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

    /// Whether `actor` may make a case: a head of unit, or the operator of the command line.
    boolean mayCreate(Actor actor);

    /// What is made durable after a change of members was found to be allowed and before others see
    /// it; where it fails, nothing changes.
    interface Entering {
        /// Does it.
        void enter() throws IOException;
    }

    /// Puts `member` on a case that `by` is on and leads, unless there already.
    ///
    /// @throws vigie.model.casefile.Refusal where `by` does not say who is on the case, or `member`
    ///     is an administrator or left
    void admit(CaseName name, Actor by, Actor member, Entering entering) throws IOException;

    /// Takes `member` off a case that `by` is on and leads, unless not there.
    ///
    /// @throws vigie.model.casefile.Refusal where `by` does not say who is on the case, or nobody
    ///     who does would be left
    void dismiss(CaseName name, Actor by, Actor member, Entering entering) throws IOException;

    /// Who is on a case that `actor` is on, by name.
    List<Actor> members(CaseName name, Actor actor);

    /// What a case's ledger says about its members after its first `followed` entries.
    interface Following {
        /// Reads it.
        Changes since(long followed) throws IOException;
    }

    /// Changes of members up to an entry.
    ///
    /// @param followed how many entries they follow, these included
    /// @param on       in the order of the ledger, who came (true) or went (false); whoever is
    ///     named several times is what the last says
    record Changes(long followed, SequencedMap<Actor, Boolean> on) {}

    /// Makes the members of a case follow its ledger: what a kill left between entry and row, and
    /// all of it in a new database. Nobody changes them meanwhile.
    void follow(CaseName name, Following following) throws IOException;

    /// The cases that `actor` is on, by name.
    List<CaseName> cases(Actor actor);

    /// Whether `actor` is on the case.
    boolean member(CaseName name, Actor actor);

    /// Whether `actor` is on the case and may read what people wrote.
    boolean readsContent(CaseName name, Actor actor);

    /// Gives the rows what the ledger decided about messages and they lack.
    void replayDecisions(CaseName name, Ledger ledger) throws IOException;

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

    /// A row among those around it, `before` and `after` at most on either side and at most `most`
    /// answers; empty where there is no such row that the actor may read.
    Optional<Neighbourhood> neighbourhood(
            CaseName name, Actor actor, long row, int before, int after, int most);

    /// What these messages say that they answer, and where they say that they come from; those that
    /// say neither are absent.
    Map<Long, MessageLinks> links(CaseName name, Actor actor, Collection<Long> rows);

    /// How accounts and conversations with these keys may be called; those without a name are
    /// absent. A conversation's key may be changed so that it names no investigator.
    Labels labels(
            CaseName name,
            Actor actor,
            Collection<String> accounts,
            Collection<String> conversations);

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
