package vigie.evidence.ledger;

import java.util.Locale;

/// What was done: the operations that article 25 of directive (EU) 2016/680 wants logged, the look
/// at a veiled item and the decision of a person.
public enum Verb {
    COLLECTION,
    ALTERATION,
    CONSULTATION,
    DISCLOSURE,
    COMBINATION,
    ERASURE,
    REVEAL,
    DECIDE;

    /// The verb as entries write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The verb that entries write so.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Verb of(String word) {
        Verb verb = valueOf(word.toUpperCase(Locale.ROOT));
        if (!verb.word().equals(word)) {
            throw new IllegalArgumentException("not a verb: " + word);
        }
        return verb;
    }
}
