package vigie.text.query;

/// Why a typed query cannot be understood, and at which character.
public final class QueryError extends Exception {
    private static final long serialVersionUID = 1L;

    /// What is wrong with a query.
    public enum Fault {
        /// It has more than [QueryParser#MAX_LENGTH] characters.
        TOO_LONG("a query has at most 20,000 characters"),
        /// It has more than [QueryParser#MAX_TERMS] words, or too many with a star.
        TOO_MANY("a query has at most 1,000 words, 50 of them with a star"),
        /// Its parentheses are nested more than [QueryParser#MAX_DEPTH] times.
        TOO_DEEP("parentheses are nested at most 50 times"),
        /// AND, OR or NOT has nothing on one of its sides.
        NOTHING_TO_JOIN("nothing stands beside"),
        /// A parenthesis closes none.
        CLOSES_NOTHING("no parenthesis is open before"),
        /// A field is followed by nothing.
        NO_VALUE("nothing is asked of"),
        /// Not a year, a month or a day.
        NOT_A_DATE("write a date as 2024, 2024-06 or 2024-06-30, not"),
        /// Not one of the kinds that `has:` knows.
        NOT_A_KIND("has: knows " + String.join(", ", Query.Has.KINDS) + ", not"),
        /// Nothing of an identifier.
        NOT_AN_IDENTIFIER("this is no such identifier:"),
        /// A star elsewhere than at the end of a word.
        STAR_INSIDE("a star stands at the end of a word, not inside:"),
        /// Nothing but punctuation.
        ONLY_PUNCTUATION("there is no word in");

        private final String says;

        Fault(String says) {
            this.says = says;
        }
    }

    private final Fault fault;
    private final int at;
    private final String what;

    QueryError(Fault fault, int at, String what) {
        super(message(fault, at, what));
        this.fault = fault;
        this.at = at;
        this.what = what;
    }

    private static String message(Fault fault, int at, String what) {
        String shown = what.length() > 80 ? what.substring(0, 80) + "…" : what;
        return "character " + (at + 1) + ": " + fault.says + (shown.isEmpty() ? "" : " " + shown);
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    /// Where in the query, in UTF-16 units counted from 0.
    public int at() {
        return at;
    }

    /// The part of the query that is meant, possibly empty.
    public String what() {
        return what;
    }
}
