package vigie.sample.people;

/// Somebody fictional.
///
/// @param number     from 1
/// @param latin      first and last name in small Latin letters, joined by an underscore
/// @param occupation as [vigie.sample.talk.Statement] names it
/// @param family     as [vigie.sample.talk.Statement] names it
/// @param phone      the number that all of their accounts share
public record Person(
        int number,
        Country country,
        City home,
        String first,
        String last,
        String latin,
        String occupation,
        String family,
        String phone,
        Habit habit) {
    /// The language in which they write.
    public String language() {
        return country.language();
    }
}
