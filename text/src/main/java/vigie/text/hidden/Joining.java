package vigie.text.hidden;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/// Whether a character without a shape stands where writing wants it. Looks at a bounded number of
/// characters around it.
final class Joining {
    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int TAG_SPACE = 0xE0020;
    private static final int CANCEL_TAG = 0xE007F;

    /// The tags of a flag of a region: `gbsct`.
    private static final int MOST_TAGS = 6;

    /// Marks between two letters of one cluster; more are no writing.
    private static final int MOST_MARKS = 8;

    /// The combining class of viramas.
    private static final int VIRAMA = 9;

    private final String text;

    Joining(String text) {
        this.text = text;
    }

    /// Whether the hidden character at `at` is ordinary there.
    boolean ordinary(int at, int point) {
        int next = at + Character.charCount(point);
        if (point == ZWJ && emoji(at, next)) {
            return true;
        }
        if (point == ZWNJ || point == ZWJ) {
            return arabic(at, next, point) || indic(at, next);
        }
        if (UCharacter.hasBinaryProperty(point, UProperty.VARIATION_SELECTOR)) {
            return variant(before(at), point);
        }
        return point >= TAG_SPACE && point <= CANCEL_TAG && regionFlag(at);
    }

    private int before(int at) {
        return at > 0 ? text.codePointBefore(at) : -1;
    }

    private int after(int at) {
        return at < text.length() ? text.codePointAt(at) : -1;
    }

    /// Joins two parts of an emoji (UTS #51, ED-16).
    private boolean emoji(int at, int next) {
        int left = at;
        for (int skipped = 0; skipped < 2; skipped++) {
            int point = before(left);
            boolean extends_ =
                    point == 0xFE0F
                            || point >= 0
                                    && UCharacter.hasBinaryProperty(
                                            point, UProperty.EMOJI_MODIFIER);
            if (extends_) {
                left -= Character.charCount(point);
            }
        }
        return pictographic(before(left)) && pictographic(after(next));
    }

    private static boolean pictographic(int point) {
        return point >= 0 && UCharacter.hasBinaryProperty(point, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    /// Keeps Arabic letters apart or joins them (UAX #31, A1); also after letters that join to none
    /// anyway, as Persian is often typed.
    private boolean arabic(int at, int next, int point) {
        boolean left = cursive(letterBefore(at));
        boolean right = cursive(letterAfter(next));
        return point == ZWJ ? left || right : left && right;
    }

    private static boolean cursive(int point) {
        return point >= 0
                && UCharacter.getIntPropertyValue(point, UProperty.JOINING_TYPE)
                        != UCharacter.JoiningType.NON_JOINING
                && UCharacter.isLetter(point);
    }

    /// Stands beside a virama between letters of one script (UAX #31, A2 and B; Bengali writes it
    /// before the virama, too).
    private boolean indic(int at, int next) {
        int letter = letterBefore(at);
        if (letter < 0) {
            return false;
        }
        boolean killed = virama(before(at)) || virama(after(next));
        int other = letterAfter(next);
        boolean ends = other < 0;
        return killed
                && (ends || UScript.getScript(letter) == UScript.getScript(other))
                && UScript.getScript(letter) != UScript.LATIN;
    }

    private static boolean virama(int point) {
        return point >= 0 && UCharacter.getCombiningClass(point) == VIRAMA;
    }

    private int letterBefore(int at) {
        int left = at;
        for (int marks = 0; marks <= MOST_MARKS; marks++) {
            int point = before(left);
            if (point < 0 || !mark(point)) {
                return point >= 0 && UCharacter.isLetter(point) ? point : -1;
            }
            left -= Character.charCount(point);
        }
        return -1;
    }

    private int letterAfter(int at) {
        int right = at;
        for (int marks = 0; marks <= MOST_MARKS; marks++) {
            int point = after(right);
            if (point < 0 || !mark(point)) {
                return point >= 0 && UCharacter.isLetter(point) ? point : -1;
            }
            right += Character.charCount(point);
        }
        return -1;
    }

    private static boolean mark(int point) {
        int type = UCharacter.getType(point);
        return (type == ECharacterCategory.NON_SPACING_MARK
                        || type == ECharacterCategory.COMBINING_SPACING_MARK)
                && !Segments.hidden(point);
    }

    /// Chooses a form of the character before it: an emoji, an ideograph, a Mongolian letter, a
    /// mathematical sign.
    private static boolean variant(int base, int selector) {
        if (base < 0) {
            return false;
        }
        if (selector == 0xFE0E || selector == 0xFE0F) {
            return UCharacter.hasBinaryProperty(base, UProperty.EMOJI);
        }
        if (selector >= 0x180B && selector <= 0x180F) {
            return UScript.getScript(base) == UScript.MONGOLIAN;
        }
        return UCharacter.hasBinaryProperty(base, UProperty.IDEOGRAPHIC)
                || selector == 0xFE00 && UCharacter.getType(base) == ECharacterCategory.MATH_SYMBOL;
    }

    /// Is one of the few tags between a black flag and the tag that ends it (UTS #51, ED-14a).
    private boolean regionFlag(int at) {
        int left = at;
        for (int tags = 0; tags <= MOST_TAGS; tags++) {
            int point = before(left);
            if (point == BLACK_FLAG) {
                return ends(left);
            }
            if (point < TAG_SPACE || point >= CANCEL_TAG) {
                return false;
            }
            left -= Character.charCount(point);
        }
        return false;
    }

    private boolean ends(int from) {
        int right = from;
        for (int tags = 0; tags <= MOST_TAGS; tags++) {
            int point = after(right);
            if (point == CANCEL_TAG) {
                return tags > 0;
            }
            if (point < TAG_SPACE || point >= CANCEL_TAG) {
                return false;
            }
            right += Character.charCount(point);
        }
        return false;
    }
}
