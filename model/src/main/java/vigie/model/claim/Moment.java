package vigie.model.claim;

/// A time as a source gives it: seconds since 1970 in UTC, the exporter's own clock reading, or
/// both.
///
/// @param unix  seconds since 1970-01-01T00:00:00Z, or [#ABSENT]
/// @param local the date and time as written, read as if it were UTC, in seconds, or [#ABSENT]; in
///     which zone it was written only the exporter knows
public record Moment(long unix, long local) {
    /// Stands for a time that the source does not give.
    public static final long ABSENT = Long.MIN_VALUE;

    /// No time at all.
    public static final Moment NONE = new Moment(ABSENT, ABSENT);

    /// Whether the source gives a time that does not depend on the exporter's zone.
    public boolean exact() {
        return unix != ABSENT;
    }

    /// Whether the source gives any time.
    public boolean known() {
        return unix != ABSENT || local != ABSENT;
    }

    /// The unix time where given, else the exporter's local time read as UTC, else [#ABSENT].
    public long best() {
        return unix != ABSENT ? unix : local;
    }
}
