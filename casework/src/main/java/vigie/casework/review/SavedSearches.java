package vigie.casework.review;

import java.util.List;
import java.util.Optional;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// Where saved searches are kept. Each method sees the actor's own and those that others on the
/// case share, and changes the actor's own only: the database enforces both.
public interface SavedSearches {
    /// Those of a case that the actor sees, their own first, by name.
    List<SavedSearch> all(CaseName name, Actor actor);

    /// One of them.
    Optional<SavedSearch> one(CaseName name, Actor actor, long number);

    /// Keeps a search, not shared; one of the same name and owner is replaced and stays shared if
    /// it was.
    ///
    /// @throws vigie.model.casefile.Refusal where the actor may not read messages of such a case
    SavedSearch save(CaseName name, Actor actor, String called, String query, ReviewFilter filter);

    /// Gives it another name; false where it is not the actor's or the name is taken.
    boolean rename(CaseName name, Actor actor, long number, String called);

    /// Shows it to the others on the case, or to them no longer; false where it is not the actor's.
    boolean share(CaseName name, Actor actor, long number, boolean shared);

    /// Deletes it; false where it is not the actor's.
    boolean delete(CaseName name, Actor actor, long number);
}
