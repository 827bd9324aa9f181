package vigie.text.sighting;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// A text without its hidden characters, digits and styled letters of all kinds in ASCII, that
/// knows where each of its units stood.
final class Folded {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    /// The first half of mathematical letters and digits.
    private static final char MATHEMATICAL = '\uD835';

    /// The original.
    final String text;

    /// What is scanned.
    final String s;

    /// Where each stretch begins that was taken over without a gap, and how far before its place in
    /// the original.
    private int[] begins = new int[8];

    private int[] shifts = new int[8];
    private int stretches = 1;
    private final boolean plain;

    private Folded(String text, boolean plain) {
        this.text = text;
        this.plain = plain;
        this.s = plain ? text : fold();
    }

    /// A text that holds nothing to fold.
    static Folded plain(String text) {
        return new Folded(text, true);
    }

    static Folded of(String text) {
        return new Folded(text, false);
    }

    private String fold() {
        StringBuilder out = new StringBuilder(text.length());
        int taken = 0;
        int i = 0;
        while (i < text.length()) {
            if (!Scan.isFolded(text.charAt(i))) {
                i++;
                continue;
            }
            out.append(text, taken, i);
            boolean hidden = isHidden(text.charAt(i));
            int width = isMathematical(text, i) ? 2 : 1;
            if (!hidden) {
                fold(text, i, width, out);
            }
            i += width;
            taken = i;
            if (hidden || width == 2) {
                stretch(out.length(), i - out.length());
            }
        }
        return out.append(text, taken, text.length()).toString();
    }

    private void stretch(int begin, int shift) {
        if (begins[stretches - 1] < begin) {
            if (stretches == begins.length) {
                begins = Arrays.copyOf(begins, 2 * stretches);
                shifts = Arrays.copyOf(shifts, 2 * stretches);
            }
            stretches++;
        }
        begins[stretches - 1] = begin;
        shifts[stretches - 1] = shift;
    }

    private static void fold(String text, int i, int width, StringBuilder out) {
        char c = text.charAt(i);
        if (width == 2) {
            String plain = NFKC.normalize(text.substring(i, i + 2));
            out.append(plain.length() == 1 ? plain.charAt(0) : ' ');
        } else if (c >= 0xFF01 && c <= 0xFF5E) {
            out.append((char) (c - 0xFEE0));
        } else {
            int digit = c < 128 ? -1 : Character.digit(c, 10);
            out.append(digit < 0 ? c : (char) ('0' + digit));
        }
    }

    private static boolean isMathematical(String text, int i) {
        return text.charAt(i) == MATHEMATICAL
                && i + 1 < text.length()
                && text.charAt(i + 1) >= '\uDC00'
                && text.charAt(i + 1) <= '\uDFFF';
    }

    /// Whether a character changes when a text is folded.
    static boolean changes(char c) {
        return c >= 128
                && (isHidden(c)
                        || c == MATHEMATICAL
                        || c >= 0xFF01 && c <= 0xFF5E
                        || Character.isDigit(c) && Character.digit(c, 10) >= 0);
    }

    /// Whether a character has no shape of its own, or only dresses the one before it.
    private static boolean isHidden(char c) {
        if (c < 0xAD) {
            return false;
        }
        return switch (c) {
            case '\u0600', '\u0601', '\u0602', '\u0603', '\u0604', '\u0605' -> false;
            case '\u06DD', '\u070F', '\u0890', '\u0891', '\u08E2' -> false;
            case '\u034F', '\u115F', '\u1160', '\u3164', '\uFFA0', '\u17B4', '\u17B5' -> true;
            default -> isDress(c) || Character.getType(c) == Character.FORMAT;
        };
    }

    private static boolean isDress(char c) {
        return c >= '\uFE00' && c <= '\uFE0F' || c == '\u20E3';
    }

    /// Where the unit at `i` stood.
    int start(int i) {
        int found = stretches == 1 ? 0 : Arrays.binarySearch(begins, 0, stretches, i);
        return i + shifts[found < 0 ? -found - 2 : found];
    }

    /// Where the passage that ends before `i` ended.
    int end(int i) {
        int last = start(i - 1);
        return last + (isMathematical(text, last) ? 2 : 1);
    }

    /// What was odd in the passage that a range of units stood for.
    Set<Flag> flags(int from, int to) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (plain) {
            return flags;
        }
        int end = end(to);
        for (int i = start(from); i < end; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                continue;
            }
            if (isDress(c) || c == MATHEMATICAL || c >= 0xFF01 && c <= 0xFF5E) {
                flags.add(Flag.STYLED);
            } else if (isHidden(c)) {
                flags.add(Flag.HIDDEN_CHARACTERS);
            } else if (Character.isDigit(c)) {
                flags.add(Flag.OTHER_DIGITS);
            }
        }
        return flags;
    }
}
