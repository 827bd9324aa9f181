package vigie.casework.user;

import vigie.model.casefile.Actor;

/// Somebody who works with this home.
///
/// @param actor    under which the ledger enters what they do
/// @param name     what colleagues see
/// @param active   false once they left: they keep their entries and see nothing
/// @param language of the interface: `fr`, `en` or `ar`
public record User(Actor actor, String name, Role role, boolean active, String language) {
    public User {
        if (name.isBlank()
                || name.length() > 100
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name is one line of at most 100 characters");
        }
        if (!language.matches("fr|en|ar")) {
            throw new IllegalArgumentException("not a language of the interface: " + language);
        }
    }
}
