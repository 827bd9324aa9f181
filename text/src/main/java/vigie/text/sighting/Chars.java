package vigie.text.sighting;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What characters are to identifiers.
final class Chars {
    private Chars() {}

    private static final class Checker {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isAlnum(char c) {
        return isDigit(c) || isLatin(c);
    }

    static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    /// Whether a character beside an identifier makes it part of a word; scripts that put no space
    /// between words do not.
    static boolean isWord(char c) {
        if (c < 128) {
            return isAlnum(c) || c == '_';
        }
        return Character.isLetterOrDigit(c) && !(c >= 0x2E80 && c < 0xA4D0);
    }

    /// Whether a letter is of an alphabet that has lookalikes of Latin letters.
    static boolean looksLatin(char c) {
        return (c >= 0xC0 && c < 0x590 || c >= 0x13A0 && c < 0x1400 || c >= 0x1E00 && c < 0x2000)
                && Character.isLetter(c);
    }

    /// Whether what stands before `i` lets an identifier begin there.
    static boolean opens(String s, int i) {
        return i == 0 || !isWord(s.charAt(i - 1));
    }

    /// Whether what stands at `i` lets an identifier end there.
    static boolean closes(String s, int i) {
        return i >= s.length() || !isWord(s.charAt(i)) && s.charAt(i) != '@';
    }

    static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    static String lower(String s) {
        return s.toLowerCase(Locale.ROOT);
    }

    /// A name in whose parts letters of other scripts are read as the Latin letters that they look
    /// like (UTS #39), where all of a part can be; the same name where none can.
    static String latin(String name) {
        StringBuilder out = new StringBuilder(name.length());
        int part = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) < 128 && !isAlnum(name.charAt(i))) {
                String written = name.substring(part, i);
                String read = isAscii(written) ? written : read(written);
                out.append(read == null ? written : read);
                if (i < name.length()) {
                    out.append(name.charAt(i));
                }
                part = i + 1;
            }
        }
        return out.toString();
    }

    private static @Nullable String read(String part) {
        StringBuilder out = new StringBuilder(part.length());
        int point;
        for (int i = 0; i < part.length(); i += Character.charCount(point)) {
            point = part.codePointAt(i);
            String like =
                    point < 128
                            ? Character.toString(point)
                            : Checker.CHECKER.getSkeleton(Character.toString(point));
            if (like.length() != 1 || !isAlnum(like.charAt(0))) {
                return null;
            }
            out.append(like);
        }
        return out.toString();
    }
}
