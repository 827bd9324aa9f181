package vigie.sample.people;

import org.jspecify.annotations.Nullable;

/// An account that somebody uses.
///
/// @param number from 0, in the order of the population
/// @param id     the platform's number
/// @param name   the display name; null where the account was deleted before the export
/// @param handle without the `@`
public record Account(int number, long id, Person person, @Nullable String name, String handle) {
    /// As an export writes it: `user123`.
    public String peer() {
        return "user" + id;
    }

    /// As Vigie writes it: `telegram:user:123`.
    public String key() {
        return "telegram:user:" + id;
    }
}
