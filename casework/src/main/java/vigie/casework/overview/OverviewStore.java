package vigie.casework.overview;

import java.util.List;
import java.util.Optional;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.material.Exhibit;

/// What screens read of the rows of cases, as they were last settled. Each method shows the actor
/// what the database lets that actor see, and refuses a case that the actor is not on.
public interface OverviewStore {
    /// A number that is another one after every change of what is shown here.
    long generation(CaseName name, Actor actor);

    /// Exhibits in the order of their numbers.
    Page<Exhibits.Line> exhibits(CaseName name, Actor actor, Exhibits.Which which, Slice slice);

    /// One exhibit, if the case has it.
    Optional<Exhibits.Line> exhibit(CaseName name, Actor actor, int number);

    /// What each acquisition gave, in the order of their numbers.
    List<Exhibits.Sum> acquisitions(CaseName name, Actor actor);

    /// The exhibits that are documents of bases: `basis-N/` and a file's name.
    List<Exhibit> documents(CaseName name, Actor actor);

    /// Conversations.
    Page<Conversations.Line> conversations(
            CaseName name, Actor actor, Conversations.Question question, Slice slice);

    /// One conversation in full.
    Optional<Conversations.Whole> conversation(CaseName name, Actor actor, int number);

    /// Where ids of a conversation are missing, in the order of the ids; none where the platform
    /// does not number it by itself.
    Page<Conversations.Gap> gaps(CaseName name, Actor actor, int conversation, Slice slice);

    /// Who wrote or acted in a conversation, who wrote most first.
    Page<Accounts.Seat> members(CaseName name, Actor actor, int conversation, Slice slice);

    /// Accounts.
    Page<Accounts.Line> accounts(
            CaseName name, Actor actor, Accounts.Question question, Slice slice);

    /// One account in full.
    Optional<Accounts.Whole> account(CaseName name, Actor actor, int number);

    /// Messages over time, of a conversation or, where that is 0, of the case.
    Activity activity(CaseName name, Actor actor, int conversation);

    /// Address books.
    Page<OwnLists.Contact> contacts(CaseName name, Actor actor, Slice slice);

    /// Devices and places.
    Page<OwnLists.Session> sessions(CaseName name, Actor actor, Slice slice);

    /// Pictures and clips of the exporter's own.
    Page<OwnLists.Media> ownMedia(CaseName name, Actor actor, Slice slice);

    /// At which places of the formats values stand that nobody understands, the most frequent
    /// first.
    Page<OwnLists.UnknownPath> unknownPaths(CaseName name, Actor actor, Slice slice);

    /// The values at one of these places.
    Page<OwnLists.Unknown> unknown(CaseName name, Actor actor, String path, Slice slice);
}
