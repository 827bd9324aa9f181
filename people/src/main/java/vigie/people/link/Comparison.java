package vigie.people.link;

import java.util.List;

/// Compares two records in one respect: how far they agree, as one of a few levels.
abstract class Comparison {
    /// Where one of the two says nothing: speaks neither for nor against.
    static final int SILENT = -1;

    private final String name;
    private final List<String> levels;

    Comparison(String name, List<String> levels) {
        this.name = name;
        this.levels = levels;
    }

    /// What is compared.
    String name() {
        return name;
    }

    /// From the closest agreement, to none.
    List<String> levels() {
        return levels;
    }

    /// The level that two records reach, or [#SILENT].
    abstract int level(int left, int right);

    /// How rare what they agree in is: the share of records that have the value, where they have
    /// the same; 0 if that says nothing.
    double share(int left, int right, int level) {
        return 0;
    }

    /// What a record says in this respect; empty if nothing.
    abstract String value(int record);

    /// One of it for each thread: it keeps what it last computed.
    abstract Comparison copy();
}
