package vigie.people.link;

import java.util.List;
import java.util.Locale;

/// What a column is about, which decides how two of its values are compared.
public enum Meaning {
    GIVEN_NAME,
    SURNAME,
    /// A whole name, in whatever order.
    NAME,
    /// A date, read in any usual order of its parts.
    DATE,
    PLACE,
    ADDRESS,
    EMAIL,
    /// Digits or letters that an authority or a company gave out: phone, postcode, account.
    CODE,
    /// A name that somebody chose for an account.
    HANDLE,
    /// One of few values.
    CATEGORY,
    TEXT,
    /// Not compared: a number of the row, the truth.
    NONE;

    private static final List<Hint> HINTS =
            List.of(
                    new Hint(NONE, "unique id|rec id|row|record id|index"),
                    new Hint(EMAIL, "email|e mail|mail|courriel"),
                    new Hint(DATE, "dob|birth|date|naissance|born"),
                    new Hint(
                            CODE,
                            "phone|tel|mobile|postcode|post code|zip|soc sec|ssn|nir|passport|iban|imei|number"),
                    new Hint(GIVEN_NAME, "given|first|forename|prenom|fname"),
                    new Hint(SURNAME, "surname|last name|family|nom de famille|lname|lastname"),
                    new Hint(HANDLE, "username|user name|handle|login|pseudo|nick"),
                    new Hint(ADDRESS, "address|street|rue|adresse|road"),
                    new Hint(PLACE, "city|suburb|town|place|ville|commune|village"),
                    new Hint(CATEGORY, "state|sex|gender|country|language|province|region"),
                    new Hint(NAME, "name|nom"));

    private record Hint(Meaning meaning, String words) {}

    /// What a column's name and values say that it is about.
    ///
    /// @param distinct how many of its values differ
    /// @param filled   how many are there
    static Meaning of(String column, Iterable<String> some, long distinct, long filled) {
        String name =
                " " + column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        if (name.equals(" id ")) {
            return NONE;
        }
        for (Hint hint : HINTS) {
            for (String word : hint.words().split("\\|", -1)) {
                if (name.contains(" " + word + " ") || word.length() > 4 && name.contains(word)) {
                    return hint.meaning();
                }
            }
        }
        int all = 0;
        int mail = 0;
        int digits = 0;
        int dates = 0;
        for (String value : some) {
            all++;
            mail += value.indexOf('@') > 0 ? 1 : 0;
            dates += Dates.read(value) != 0 ? 1 : 0;
            digits += value.chars().anyMatch(c -> c >= '0' && c <= '9') ? 1 : 0;
        }
        if (mail > all * 0.7) {
            return EMAIL;
        }
        if (dates > all * 0.9) {
            return DATE;
        }
        if (distinct * 50 < filled) {
            return CATEGORY;
        }
        return digits > all * 0.7 ? CODE : TEXT;
    }
}
