package vigie.text.word;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/// Takes away from a word what people write or leave out without meaning another word: case, width,
/// compatibility forms, accents, vowel points, variants of Arabic letters, the script of digits.
///
/// Marks that make another letter stay: those of kana and of the scripts of India and South-East
/// Asia. Umlauts are folded to their vowel, not to two letters.
public final class Folding {
    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

    /// Letters and what they are folded to, where no Unicode property says so.
    private static final String[][] LETTERS = {
        {"ı", "i"},
        {"æ", "ae"},
        {"œ", "oe"},
        {"ø", "o"},
        {"đ", "d"},
        {"ð", "d"},
        {"ħ", "h"},
        {"ł", "l"},
        {"þ", "th"},
        {"ŧ", "t"},
        {"ƶ", "z"},
        {"ɨ", "i"},
        {"ٱ", "ا"},
        {"ٲ", "ا"},
        {"ٳ", "ا"},
        {"ة", "ه"},
        {"ۃ", "ه"},
        {"ہ", "ه"},
        {"ھ", "ه"},
        {"ە", "ه"},
        {"ى", "ي"},
        {"ی", "ي"},
        {"ک", "ك"},
        {"ـ", ""},
        {"ʼ", ""},
        {"·", ""},
        {"ʼ", ""},
        {"·", ""},
        {"ך", "כ"},
        {"ם", "מ"},
        {"ן", "נ"},
        {"ף", "פ"},
        {"ץ", "צ"},
    };

    private Folding() {}

    /// The folded form of a word, possibly empty.
    public static String fold(CharSequence word) {
        String decomposed = DECOMPOSED.normalize(CASEFOLD.normalize(word));
        var folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> append(folded, c));
        return COMPOSED.normalize(folded);
    }

    private static void append(StringBuilder folded, int c) {
        if (dropped(c)) {
            return;
        }
        int digit = UCharacter.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? digit(c) : -1;
        if (digit >= 0) {
            folded.append((char) ('0' + digit));
            return;
        }
        for (String[] letter : LETTERS) {
            if (letter[0].charAt(0) == c) {
                folded.append(letter[1]);
                return;
            }
        }
        folded.appendCodePoint(c);
    }

    private static int digit(int c) {
        return UCharacter.digit(c, 10);
    }

    /// Whether a mark is left out of folded words: accents and vowel points, not the marks that
    /// make another letter.
    static boolean dropped(int c) {
        int type = UCharacter.getType(c);
        if (type == Character.FORMAT || c >= 0x1F3FB && c <= 0x1F3FF) {
            return true;
        }
        if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
            return false;
        }
        if (c == 0x3099 || c == 0x309A) {
            return false;
        }
        return switch (UScript.getScript(c)) {
            case UScript.COMMON,
                    UScript.INHERITED,
                    UScript.LATIN,
                    UScript.GREEK,
                    UScript.CYRILLIC,
                    UScript.ARABIC,
                    UScript.HEBREW ->
                    true;
            default -> false;
        };
    }
}
