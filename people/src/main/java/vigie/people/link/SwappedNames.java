package vigie.people.link;

import java.util.ArrayList;
import java.util.List;

/// Compares given names and surnames; where each is the other's, that is one finding and not two.
final class SwappedNames extends Comparison {
    private static final double ALIKE = 0.88;

    private final Comparison plain;
    private final Column own;
    private final Column other;
    private final boolean first;

    private SwappedNames(Comparison plain, Column own, Column other, boolean first) {
        super(plain.name(), levels(plain, first));
        this.plain = plain;
        this.own = own;
        this.other = other;
        this.first = first;
    }

    private static List<String> levels(Comparison plain, boolean first) {
        List<String> levels = new ArrayList<>(plain.levels());
        if (first) {
            levels.add("given name and surname exchanged");
        }
        return levels;
    }

    /// The comparison of given names, which tells of exchanged ones.
    static Comparison given(Comparison plain, Column given, Column surname) {
        return new SwappedNames(plain, given, surname, true);
    }

    /// The comparison of surnames, silent about exchanged ones.
    static Comparison surname(Comparison plain, Column given, Column surname) {
        return new SwappedNames(plain, surname, given, false);
    }

    @Override
    int level(int left, int right) {
        int level = plain.level(left, right);
        boolean agrees = level >= 0 && level < plain.levels().size() - 1;
        if (!agrees && swapped(left, right)) {
            return first ? levels().size() - 1 : SILENT;
        }
        return level;
    }

    private boolean swapped(int left, int right) {
        return cross(left, right) && cross(right, left);
    }

    private boolean cross(int left, int right) {
        String a = own.value(left);
        String b = other.value(right);
        return !a.isEmpty() && !b.isEmpty() && (a.equals(b) || Likeness.jaroWinkler(a, b) >= ALIKE);
    }

    @Override
    double share(int left, int right, int level) {
        return level == plain.levels().size() ? 0 : plain.share(left, right, level);
    }

    @Override
    String value(int record) {
        return own.value(record);
    }

    @Override
    Comparison copy() {
        return new SwappedNames(plain.copy(), own, other, first);
    }
}
