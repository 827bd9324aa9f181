package vigie.text.identifier;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recognises telephone numbers at a place of a text.
///
/// International: `+` or `00`, then 8 to 15 digits. National: a leading zero and 9 to 11 digits, or
/// three, three and four digits as written in North America. Groups may be set apart by spaces,
/// hyphens, dots and parentheses. Dates, clock times, versions and bare long numbers are not
/// numbers to call; a number written in some other way is missed unless the exporter marked it.
final class PhoneScan {
    private static final int MAX_DIGITS = 15;

    /// How many digits the numbers of some countries have at most, their code included, so that a
    /// number ends where the next one, or a year, begins.
    private static final Map<String, Integer> LENGTHS =
            Map.ofEntries(
                    Map.entry("1", 11),
                    Map.entry("7", 11),
                    Map.entry("20", 12),
                    Map.entry("27", 11),
                    Map.entry("30", 12),
                    Map.entry("31", 11),
                    Map.entry("32", 11),
                    Map.entry("33", 11),
                    Map.entry("34", 11),
                    Map.entry("36", 11),
                    Map.entry("40", 11),
                    Map.entry("41", 11),
                    Map.entry("44", 12),
                    Map.entry("45", 10),
                    Map.entry("46", 11),
                    Map.entry("47", 10),
                    Map.entry("48", 11),
                    Map.entry("51", 11),
                    Map.entry("52", 12),
                    Map.entry("55", 13),
                    Map.entry("57", 12),
                    Map.entry("61", 11),
                    Map.entry("63", 12),
                    Map.entry("65", 10),
                    Map.entry("66", 11),
                    Map.entry("81", 12),
                    Map.entry("82", 12),
                    Map.entry("84", 11),
                    Map.entry("86", 13),
                    Map.entry("90", 12),
                    Map.entry("91", 12),
                    Map.entry("92", 12),
                    Map.entry("98", 12),
                    Map.entry("212", 12),
                    Map.entry("213", 12),
                    Map.entry("216", 11),
                    Map.entry("221", 12),
                    Map.entry("225", 13),
                    Map.entry("237", 12),
                    Map.entry("380", 12),
                    Map.entry("966", 12),
                    Map.entry("971", 12),
                    Map.entry("972", 12));

    private final String text;
    private final StringBuilder digits = new StringBuilder();

    /// The lengths of the first groups of digits.
    private final int[] groups = new int[8];

    private int count;
    private char separator;
    private boolean international;
    private boolean parenthesis;

    private PhoneScan(String text) {
        this.text = text;
    }

    /// The number that starts at `from`, where a digit, a plus or an opening parenthesis stands.
    static @Nullable Found at(String text, int from) {
        return inNumber(text, from) ? null : new PhoneScan(text).scan(from);
    }

    static boolean isPlus(char c) {
        return c == '+' || c == '＋';
    }

    private static boolean inNumber(String text, int from) {
        if (from == 0) {
            return false;
        }
        char before = text.charAt(from - 1);
        if (Identifiers.isWord(before) || isPlus(before)) {
            return true;
        }
        return from > 1
                && (".-:,/".indexOf(before) >= 0 && Character.isDigit(text.charAt(from - 2)));
    }

    private @Nullable Found scan(int from) {
        int i = from;
        boolean plus = isPlus(text.charAt(i));
        if (plus) {
            i++;
        }
        international = plus;
        int end = -1;
        while (i < text.length() && count < 16) {
            int next = separators(i, digits.isEmpty());
            if (next < 0) {
                break;
            }
            int before = digits.length();
            int stop = group(next);
            boolean trunk = plus && isTrunk(next, stop);
            if (trunk) {
                digits.setLength(before);
            } else if (digits.length() > MAX_DIGITS + 2) {
                digits.setLength(before);
                break;
            } else {
                if (count < groups.length) {
                    groups[count] = stop - next;
                }
                count++;
                end = stop;
            }
            i = stop;
            international |= isDoubleZero();
            if (complete(plus)) {
                break;
            }
        }
        return end < 0 || endsInWord(end) ? null : found(plus, from, end);
    }

    /// The place of the next digit after at most three separators, or -1.
    private int separators(int from, boolean first) {
        int limit = Math.min(text.length(), from + (first ? 2 : 4));
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                return first || i > from ? i : -1;
            }
            switch (c) {
                case '(', ')' -> parenthesis = true;
                case ' ', '\u00A0', '\u2009', '\u202F', '-', '‐', '‑', '–', '.' -> {
                    if (first || !international && !sameSeparator(c)) {
                        return -1;
                    }
                }
                default -> {
                    return -1;
                }
            }
        }
        return -1;
    }

    private boolean sameSeparator(char c) {
        if (separator == 0) {
            separator = c;
        }
        return c == separator || c != '.' && separator != '.';
    }

    private int group(int from) {
        int i = from;
        while (i < text.length() && i < from + MAX_DIGITS + 3) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                break;
            }
            digits.append((char) ('0' + digit));
            i++;
        }
        return i;
    }

    private boolean isTrunk(int from, int to) {
        return to == from + 1
                && text.charAt(from - 1) == '('
                && to < text.length()
                && text.charAt(to) == ')'
                && Character.digit(text.charAt(from), 10) == 0;
    }

    private boolean complete(boolean plus) {
        if (plus || isDoubleZero()) {
            int code = plus ? 0 : 2;
            if (count == 1 && digits.length() - code >= 9) {
                return true;
            }
            for (int n = 1; n <= 3 && code + n <= digits.length(); n++) {
                Integer length = LENGTHS.get(digits.substring(code, code + n));
                if (length != null) {
                    return digits.length() - code >= length;
                }
            }
            return false;
        }
        return digits.length() >= 10;
    }

    private boolean isDoubleZero() {
        return digits.length() > 2
                && digits.charAt(0) == '0'
                && digits.charAt(1) == '0'
                && digits.charAt(2) != '0';
    }

    private boolean endsInWord(int end) {
        if (end == text.length()) {
            return false;
        }
        char c = text.charAt(end);
        return Identifiers.isWord(c) || c == '@';
    }

    private @Nullable Found found(boolean plus, int from, int end) {
        int n = digits.length();
        String value = null;
        if (plus) {
            value = n >= 8 && n <= MAX_DIGITS && digits.charAt(0) != '0' ? "+" + digits : null;
        } else if (isDoubleZero()) {
            value = n >= 10 && n <= MAX_DIGITS + 2 ? "+" + digits.substring(2) : null;
        } else if (digits.charAt(0) == '0' && n >= 9 && n <= 11 && digits.charAt(1) != '0') {
            value = isDate() ? null : digits.toString();
        } else if (n == 10 && count == 3 && groups[0] == 3 && groups[1] == 3) {
            boolean marked = parenthesis || separator == '-' || separator == '.';
            value = marked && digits.charAt(0) > '1' ? digits.toString() : null;
        }
        return value == null ? null : new Found(IdentifierKind.PHONE, value, from, end - from);
    }

    private boolean isDate() {
        return count > 2 && groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4
                || count > 1 && groups[1] == 1;
    }
}
