package vigie.casework.review;

import java.util.Locale;

/// Whether a message matters to the case, as somebody decided.
public enum Verdict {
    RELEVANT,
    NOT_RELEVANT,
    /// To be looked at again: it settles nothing.
    LATER;

    /// The word that entries of the ledger and addresses of pages use: `not-relevant`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The verdict of a word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Verdict of(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("not a verdict: " + word);
    }
}
