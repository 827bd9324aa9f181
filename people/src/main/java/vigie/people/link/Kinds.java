package vigie.people.link;

/// Which records may be of one person: of one table all, of two those of either with those of the
/// other.
///
/// @param first how many records are of the first table; all, where there is one
record Kinds(int first, int records) {
    /// All of one table.
    static Kinds one(int records) {
        return new Kinds(records, records);
    }

    boolean pair(int left, int right) {
        return first == records || left < first != right < first;
    }

    /// How many pairs there are.
    double all() {
        return first == records
                ? records * (records - 1.0) / 2
                : (double) first * (records - first);
    }
}
