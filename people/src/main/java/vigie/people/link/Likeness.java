package vigie.people.link;

/// How alike two strings are.
final class Likeness {
    private static final int LONGEST = 64;

    private Likeness() {}

    /// The similarity of Jaro (1989) with Winkler's bonus for a common beginning (1990): 0 to 1.
    static double jaroWinkler(String left, String right) {
        int n = Math.min(LONGEST, left.length());
        int m = Math.min(LONGEST, right.length());
        if (n == 0 || m == 0) {
            return n == m ? 1 : 0;
        }
        int window = Math.max(0, Math.max(n, m) / 2 - 1);
        long taken = 0;
        long matched = 0;
        int common = 0;
        for (int i = 0; i < n; i++) {
            char c = left.charAt(i);
            int end = Math.min(m, i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if ((taken & 1L << j) == 0 && right.charAt(j) == c) {
                    taken |= 1L << j;
                    matched |= 1L << i;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        double transposed = 0;
        long rest = taken;
        for (long l = matched; l != 0; l &= l - 1) {
            int i = Long.numberOfTrailingZeros(l);
            int j = Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
            transposed += left.charAt(i) == right.charAt(j) ? 0 : 1;
        }
        double c = common;
        double jaro = (c / n + c / m + (c - transposed / 2) / c) / 3;
        int prefix = 0;
        int most = Math.min(4, Math.min(n, m));
        while (prefix < most && left.charAt(prefix) == right.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    /// The edits that make one string of the other: a letter more, less, another, or two neighbours
    /// exchanged (optimal string alignment); `most + 1` if there are more than `most`.
    static int edits(String left, String right, int most) {
        int n = Math.min(LONGEST, left.length());
        int m = Math.min(LONGEST, right.length());
        if (Math.abs(n - m) > most) {
            return most + 1;
        }
        int[] before = new int[m + 1];
        int[] above = new int[m + 1];
        int[] row = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int least = i;
            char c = left.charAt(i - 1);
            for (int j = 1; j <= m; j++) {
                char d = right.charAt(j - 1);
                int cost = above[j - 1] + (c == d ? 0 : 1);
                cost = Math.min(cost, Math.min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && c == right.charAt(j - 2) && left.charAt(i - 2) == d) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return Math.min(most + 1, above[m]);
    }

    /// The share of letters that two strings have in common, whatever their order: 0 to 1.
    static double letters(String left, String right) {
        int n = Math.min(LONGEST, left.length());
        int m = Math.min(LONGEST, right.length());
        if (n == 0 || m == 0) {
            return 0;
        }
        long taken = 0;
        int common = 0;
        for (int i = 0; i < n; i++) {
            char c = left.charAt(i);
            for (int j = 0; j < m; j++) {
                if ((taken & 1L << j) == 0 && right.charAt(j) == c) {
                    taken |= 1L << j;
                    common++;
                    break;
                }
            }
        }
        return 2.0 * common / (n + m);
    }

    /// Whether two strings have so few letters in common, counted roughly, that no measure here
    /// would call them even a little alike.
    static boolean few(String left, String right) {
        int n = Math.min(LONGEST, left.length());
        int m = Math.min(LONGEST, right.length());
        int common =
                Math.min(shared(left, n, letters(right, m)), shared(right, m, letters(left, n)));
        double bound = ((double) common / n + (double) common / m + 1) / 3;
        return 2.0 * common / (n + m) < 0.75 && bound + 0.4 * (1 - bound) < 0.78;
    }

    private static long letters(String value, int length) {
        long letters = 0;
        for (int i = 0; i < length; i++) {
            letters |= 1L << value.charAt(i);
        }
        return letters;
    }

    private static int shared(String value, int length, long letters) {
        int shared = 0;
        for (int i = 0; i < length; i++) {
            shared += (int) (letters >>> value.charAt(i) & 1);
        }
        return shared;
    }
}
