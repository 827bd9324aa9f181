package vigie.casework.media;

/// What a person decides about a stack.
public sealed interface StackDecision {
    /// Which category it is, in a scheme of the home.
    ///
    /// @param scheme `us/1`
    /// @param code   one of the scheme's codes
    record Category(String scheme, String code) implements StackDecision {
        public Category {
            if (!scheme.matches("[a-z][a-z0-9-]{0,31}/[1-9][0-9]{0,5}")
                    || !code.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,31}")) {
                throw new IllegalArgumentException("not a category: " + scheme + " " + code);
            }
        }

        /// As screens and exports write it: `us/1 2`.
        public String text() {
            return scheme + " " + code;
        }
    }

    /// Words for colleagues.
    record Note(String words) implements StackDecision {
        /// The longest note.
        public static final int LONGEST = 4000;

        public Note {
            words = words.strip();
            if (words.isEmpty() || words.length() > LONGEST) {
                throw new IllegalArgumentException("a note has 1 to " + LONGEST + " characters");
            }
        }
    }

    /// That the decision of an entry of the ledger holds no longer.
    record Withdrawal(long entry) implements StackDecision {}
}
