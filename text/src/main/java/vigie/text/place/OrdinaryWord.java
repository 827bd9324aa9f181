package vigie.text.place;

import java.util.ArrayList;
import java.util.List;

/// How much weighs that a name is none but an ordinary word or somebody's name, by what the
/// conversation shows: there is no list of words.
///
/// The weight is in people: how many would have to live in a place for its name to be written as
/// often as a word of so many letters that happens to be a name.
final class OrdinaryWord {
    /// By letters: how often such words without a capital are names in ordinary English text, for
    /// each name of so many letters, beside two names of places in a thousand words
    /// (docs/formats/places.md has the figures).
    private static final double[] BY_LETTERS = {
        1.6e9, 1.6e9, 1.6e9, 5e7, 8e6, 6e5, 1.5e5, 5e4, 3.5e4, 1.7e4
    };

    private static final double LONG = 1.7e4;
    private static final double SEVERAL_WORDS = 5e3;

    /// Scripts without capitals are mostly those that leave vowels out: such a word counts as one
    /// letter longer.
    private static final int UNWRITTEN_VOWEL = 1;

    /// Other uses tell less than the one in question, and soon nothing new.
    private static final double OTHER_USES = 0.5;

    private static final int MOST_OTHER_USES = 3;

    /// Names of places are seldom more than a word in a thousand; what is more frequent without a
    /// capital is the likelier a word.
    private static final double FREQUENT = 0.001;

    private static final int ENOUGH_TO_COUNT = 3;
    private static final double ACCOUNT_NAME = 4;
    private static final double CLITIC = 2;

    private OrdinaryWord() {}

    /// The factors of the weight.
    ///
    /// @param here the use in question; it is one of the uses, or [Written#UNTOLD]
    static List<PlaceReason> of(
            Uses uses, Written here, int clitics, Habits habits, boolean isAccountName) {
        var factors = new ArrayList<PlaceReason>();
        add(factors, PlaceReason.Kind.LENGTH, length(uses, here));
        add(factors, PlaceReason.Kind.CAPITALS, capitals(uses, here, habits));
        if (uses.plain() >= ENOUGH_TO_COUNT) {
            double share = (double) uses.plain() / Math.max(1, habits.words());
            add(factors, PlaceReason.Kind.FREQUENT, 1 + share / FREQUENT);
        }
        if (isAccountName && uses.words() == 1) {
            add(factors, PlaceReason.Kind.ACCOUNT_NAME, ACCOUNT_NAME);
        }
        if (clitics > 0) {
            add(factors, PlaceReason.Kind.CLITICS, Math.pow(CLITIC, clitics));
        }
        return factors;
    }

    private static void add(List<PlaceReason> factors, PlaceReason.Kind kind, double factor) {
        factors.add(new PlaceReason(kind, factor, List.of()));
    }

    private static double length(Uses uses, Written here) {
        if (uses.words() > 1) {
            return SEVERAL_WORDS;
        }
        int letters = uses.letters() + (here == Written.CASELESS ? UNWRITTEN_VOWEL : 0);
        return letters < BY_LETTERS.length ? BY_LETTERS[letters] : LONG;
    }

    private static double capitals(Uses uses, Written here, Habits habits) {
        double name = habits.capitalOfName();
        double word = Math.min(name, habits.capitalOfWord());
        double capital = word / name;
        double lower = (1 - word) / (1 - name);
        int capitals = uses.of(Written.CAPITAL) - (here == Written.CAPITAL ? 1 : 0);
        int lowers = uses.of(Written.LOWER) - (here == Written.LOWER ? 1 : 0);
        double others =
                Math.pow(capital, OTHER_USES * Math.clamp(capitals, 0, MOST_OTHER_USES))
                        * Math.pow(lower, OTHER_USES * Math.clamp(lowers, 0, MOST_OTHER_USES));
        return others
                * switch (here) {
                    case CAPITAL -> capital;
                    case LOWER -> lower;
                    case UNTOLD, CASELESS -> 1;
                };
    }
}
