package vigie.people.link;

/// What levels two records reach together, as one number.
final class Patterns {
    private Patterns() {}

    static long pack(int[] levels, int[] bases) {
        long packed = 0;
        for (int i = 0; i < bases.length; i++) {
            packed = packed * (bases[i] + 1) + levels[i] + 1;
        }
        return packed;
    }

    static int[] unpack(long packed, int[] bases) {
        int[] levels = new int[bases.length];
        long rest = packed;
        for (int i = bases.length - 1; i >= 0; i--) {
            levels[i] = (int) (rest % (bases[i] + 1)) - 1;
            rest /= bases[i] + 1;
        }
        return levels;
    }

    /// Whether so many comparisons fit into one number.
    static boolean fit(int[] bases) {
        double all = 1;
        for (int base : bases) {
            all *= base + 1;
        }
        return all < 4e18;
    }
}
