package vigie.text.sighting;

/// A run of digits in groups, as people write numbers, and the groups' places.
final class Digits {
    private static final int MAX_GROUPS = 12;

    /// How many characters may stand between two groups: `) `, ` - `.
    private static final int MAX_GAP = 3;

    private final String s;
    private final int[] starts = new int[MAX_GROUPS];
    private final int[] ends = new int[MAX_GROUPS];
    private final int[] sums = new int[MAX_GROUPS + 1];

    final StringBuilder digits = new StringBuilder();
    int count;

    Digits(String s) {
        this.s = s;
    }

    /// Reads on from the digit or opening parenthesis at `from`.
    ///
    /// @param most how many digits may come
    void read(int from, int most) {
        count = 0;
        digits.setLength(0);
        int i = from < s.length() && s.charAt(from) == '(' ? from + 1 : from;
        while (i < s.length() && Chars.isDigit(s.charAt(i)) && count < MAX_GROUPS) {
            int start = i;
            while (i < s.length()
                    && Chars.isDigit(s.charAt(i))
                    && digits.length() + i - start < most) {
                i++;
            }
            if (i < s.length() && Chars.isDigit(s.charAt(i))) {
                return;
            }
            starts[count] = start;
            ends[count++] = i;
            digits.append(s, start, i);
            sums[count] = digits.length();
            i = next(i);
        }
    }

    private int next(int from) {
        int i = from;
        while (i < s.length() && i < from + MAX_GAP && isGap(s.charAt(i))) {
            i++;
        }
        return i == from ? s.length() : i;
    }

    static boolean isGap(char c) {
        return Codes.isGap(c)
                || c == '.'
                || c == '('
                || c == ')'
                || c == '\u2010'
                || c == '\u2011'
                || c == '\u2013';
    }

    int length(int group) {
        return sums[group + 1] - sums[group];
    }

    /// How many digits the first groups have together.
    int total(int groups) {
        return sums[groups];
    }

    String first(int groups) {
        return digits.substring(0, sums[groups]);
    }

    /// Leaves a group out that is not part of the number: the zero of `+33 (0)6`.
    void drop(int group) {
        int length = length(group);
        digits.delete(sums[group], sums[group + 1]);
        for (int i = group; i < count - 1; i++) {
            starts[i] = starts[i + 1];
            ends[i] = ends[i + 1];
        }
        for (int i = group + 1; i < count; i++) {
            sums[i] = sums[i + 1] - length;
        }
        count--;
    }

    /// Whether a zero in parentheses is the second group.
    boolean hasTrunk() {
        return count > 2
                && length(1) == 1
                && s.charAt(starts[1]) == '0'
                && s.charAt(starts[1] - 1) == '('
                && s.startsWith(")", ends[1]);
    }

    int end(int groups) {
        return ends[groups - 1];
    }

    /// The character between the groups, where it is one space or hyphen and everywhere the same.
    boolean isEven(int groups) {
        for (int i = 1; i < groups; i++) {
            boolean one = starts[i] == ends[i - 1] + 1 && Codes.isGap(s.charAt(ends[i - 1]));
            if (!one || s.charAt(ends[i - 1]) != s.charAt(ends[0])) {
                return false;
            }
        }
        return true;
    }

    /// Whether a number can end with these groups: no letter, and no more digits after a point.
    boolean closes(int groups) {
        int end = end(groups);
        if (!Chars.closes(s, end)) {
            return false;
        }
        return end + 1 >= s.length()
                || ".,:-".indexOf(s.charAt(end)) < 0
                || !Chars.isDigit(s.charAt(end + 1));
    }

    /// Whether the first groups have these lengths.
    boolean isShaped(int... lengths) {
        if (count < lengths.length) {
            return false;
        }
        for (int i = 0; i < lengths.length; i++) {
            if (length(i) != lengths[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the first groups read as a day of the calendar.
    boolean isDay(int groups) {
        if (groups == 1 && length(0) == 8 || groups >= 3 && isShaped(4, 2, 2)) {
            return isDay(value(0, 4), value(4, 6), value(6, 8))
                    || groups == 1 && isDay(value(4, 8), value(2, 4), value(0, 2));
        }
        boolean turned = groups >= 3 && length(0) <= 2 && length(1) <= 2 && length(2) == 4;
        return turned && value(sums[2], sums[3]) >= 1900 && value(sums[2], sums[3]) < 2100;
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private int value(int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
