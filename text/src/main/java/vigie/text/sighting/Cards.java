package vigie.text.sighting;

import org.jspecify.annotations.Nullable;
import vigie.text.checksum.Luhn;

/// Payment cards: whose a number could be, and how much of it may be kept.
final class Cards {
    /// Stands for a digit that is not kept.
    static final char HIDDEN = '*';

    /// PCI DSS 3.5.1 and the truncation formats of the schemes: at most the first six and the last
    /// four, and never so many that fewer than five are hidden.
    private static final int FIRST = 6;

    private static final int LAST = 4;
    private static final int LEAST_HIDDEN = 5;

    private Cards() {}

    /// The scheme of a number whose check digit holds, or null.
    static @Nullable String scheme(String digits) {
        int n = digits.length();
        if (n < 14 || n > 19) {
            return null;
        }
        int four = Integer.parseInt(digits.substring(0, 4));
        String scheme = scheme(four, n);
        return scheme != null && Luhn.holds(digits) ? scheme : null;
    }

    private static @Nullable String scheme(int four, int n) {
        int two = four / 100;
        if (n == 16 && (two >= 51 && two <= 55 || four >= 2221 && four <= 2720)) {
            return "mastercard";
        }
        if (two / 10 == 4) {
            return n == 16 || n == 19 ? "visa" : null;
        }
        if (two == 34 || two == 37) {
            return n == 15 ? "amex" : null;
        }
        if (four / 10 >= 300 && four / 10 <= 305 || two == 36 || two == 38 || two == 39) {
            return n == 14 ? "diners" : null;
        }
        return n < 16 ? null : longer(four);
    }

    private static @Nullable String longer(int four) {
        if (four == 6011 || four / 10 >= 644 && four / 100 <= 65 && four / 10 <= 659) {
            return "discover";
        }
        if (four >= 2200 && four <= 2204) {
            return "mir";
        }
        if (four >= 3528 && four <= 3589) {
            return "jcb";
        }
        return four / 100 == 62
                ? "unionpay"
                : switch (four) {
                    case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> "maestro";
                    default -> null;
                };
    }

    /// A number with the digits hidden that may not be kept.
    static String masked(String digits) {
        int n = digits.length();
        int first = Math.min(FIRST, n - LAST - LEAST_HIDDEN);
        return digits.substring(0, first)
                + String.valueOf(HIDDEN).repeat(n - first - LAST)
                + digits.substring(n - LAST);
    }
}
