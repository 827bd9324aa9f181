package vigie.casework.review;

import vigie.model.casefile.Actor;

/// A question that somebody keeps, alone or with the others on the case.
///
/// @param number names it, in whatever case
/// @param owner  who keeps it, and alone may change it
/// @param name   one line of at most 100 characters, unlike the owner's others in the case
/// @param query  as it was typed
/// @param filter by what was decided about messages
/// @param shared whether the other members who read messages see it
public record SavedSearch(
        long number, Actor owner, String name, String query, ReviewFilter filter, boolean shared) {
    /// The longest name, in characters.
    public static final int MAX_NAME = 100;

    public SavedSearch {
        name = name.strip();
        if (name.isEmpty()
                || name.length() > MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a name is one line of at most " + MAX_NAME + " characters");
        }
        if (query.length() > vigie.text.query.QueryParser.MAX_LENGTH) {
            throw new IllegalArgumentException("a query is shorter");
        }
    }
}
