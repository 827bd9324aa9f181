package vigie.text.word;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// What [Words] must know of 256 neighbouring characters: how each takes part in words, and its
/// folded form in UTF-8. Pages are computed from ICU's properties when their first character is
/// met.
final class CharPage {
    /// Ends a word and is part of none.
    static final int SEPARATOR = 0;

    /// Continues a word and leaves no trace in its folded form: accents, vowel points, joiners,
    /// direction marks.
    static final int SILENT = 1;

    /// Continues a word, whose folded form must be computed as a whole.
    static final int MARK = 2;

    /// Is a word by itself: an ideograph, kana or Hangul syllable.
    static final int SINGLE = 3;

    /// Cannot be judged by itself: half of a pair, pictographs, scripts without spaces, letters
    /// whose folded form is not one word.
    static final int COMPLEX = 4;

    /// Begins or continues a word in whatever script: digits.
    static final int ANY = 5;

    /// Letters of a script are this plus the number of the script.
    static final int LETTER = 16;

    /// Added to a letter where a word's folded form must be computed as a whole.
    static final int WHOLE = 1 << 12;

    /// Stands in `size` for a folded form of more than four bytes, held in `longer`.
    static final byte LONGER = -1;

    private static final AtomicReferenceArray<CharPage> PAGES = new AtomicReferenceArray<>(256);

    final short[] kind = new short[256];
    final byte[] size = new byte[256];
    final int[] bytes = new int[256];
    final byte[][] longer = new byte[256][];

    private CharPage(int first) {
        for (int i = 0; i < 256; i++) {
            char c = (char) (first + i);
            kind[i] = (short) kindOf(c);
            if (kind[i] == SINGLE || kind[i] == ANY || kind[i] >= LETTER) {
                set(i, Folding.fold(String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// The page that a character is on.
    static CharPage of(char c) {
        CharPage page = PAGES.getPlain(c >>> 8);
        return page != null ? page : load(c >>> 8);
    }

    private static CharPage load(int number) {
        var page = new CharPage(number << 8);
        PAGES.setRelease(number, page);
        return page;
    }

    private void set(int i, byte[] folded) {
        if (folded.length > 4) {
            size[i] = LONGER;
            longer[i] = folded;
            return;
        }
        size[i] = (byte) folded.length;
        for (int b = 0; b < folded.length; b++) {
            bytes[i] |= (folded[b] & 0xFF) << 8 * b;
        }
    }

    private static int kindOf(char c) {
        if (Character.isSurrogate(c) || pictograph(c)) {
            return COMPLEX;
        }
        if (c == 'ـ') {
            return SILENT;
        }
        int wordBreak = UCharacter.getIntPropertyValue(c, UProperty.WORD_BREAK);
        if (wordBreak == UCharacter.WordBreak.EXTEND
                || wordBreak == UCharacter.WordBreak.FORMAT
                || wordBreak == UCharacter.WordBreak.ZWJ) {
            return Folding.fold(String.valueOf(c)).isEmpty() ? SILENT : MARK;
        }
        int lineBreak = UCharacter.getIntPropertyValue(c, UProperty.LINE_BREAK);
        if (lineBreak == UCharacter.LineBreak.COMPLEX_CONTEXT) {
            return COMPLEX;
        }
        int script = UScript.getScript(c);
        if (UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC)
                || (script == UScript.HIRAGANA || script == UScript.HAN) && UCharacter.isLetter(c)
                || c >= '가' && c <= '힣') {
            return single(c);
        }
        return switch (wordBreak) {
            case UCharacter.WordBreak.KATAKANA -> single(c);
            case UCharacter.WordBreak.NUMERIC -> UCharacter.isDigit(c) ? ANY : SEPARATOR;
            case UCharacter.WordBreak.ALETTER, UCharacter.WordBreak.HEBREW_LETTER ->
                    letter(c, script);
            default -> SEPARATOR;
        };
    }

    /// Whether a character is one word, or stands for several, or for none.
    private static int single(char c) {
        String folded = Folding.fold(String.valueOf(c));
        if (folded.length() == 1) {
            boolean letter =
                    UCharacter.isLetter(folded.charAt(0))
                            || UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC);
            return letter ? SINGLE : SEPARATOR;
        }
        return COMPLEX;
    }

    private static int letter(char c, int script) {
        int type = UCharacter.getType(c);
        boolean word =
                UCharacter.isLetter(c)
                        || type == Character.LETTER_NUMBER
                        || type == UCharacterCategory.OTHER_SYMBOL;
        if (!word || c == 'ʼ') {
            return SEPARATOR;
        }
        String folded = Folding.fold(String.valueOf(c));
        if (script == UScript.HANGUL || !isOneWord(folded)) {
            return COMPLEX;
        }
        return switch (script) {
            case UScript.COMMON, UScript.INHERITED -> ANY;
            case UScript.LATIN,
                    UScript.GREEK,
                    UScript.CYRILLIC,
                    UScript.ARABIC,
                    UScript.HEBREW,
                    UScript.ARMENIAN,
                    UScript.GEORGIAN ->
                    LETTER + script;
            default -> LETTER + script + WHOLE;
        };
    }

    /// Whether a folded form is of letters, digits and marks alone.
    static boolean isOneWord(String folded) {
        return folded.codePoints()
                .allMatch(
                        c ->
                                Character.isLetterOrDigit(c)
                                        || UCharacter.getType(c) == Character.NON_SPACING_MARK);
    }

    /// Whether a character outside the digits, `#` and `*` is drawn as a picture.
    static boolean pictograph(int c) {
        return c > 0xFF
                && c != '〰'
                && c != '〽'
                && c != '™'
                && (UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                        || UCharacter.hasBinaryProperty(c, UProperty.EMOJI));
    }
}
