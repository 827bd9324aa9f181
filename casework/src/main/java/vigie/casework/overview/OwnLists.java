package vigie.casework.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.model.claim.Moment;
import vigie.model.material.Span;

/// What an export says of its exporter, beside conversations; what it says of an investigator is
/// kept from every list.
public final class OwnLists {
    private OwnLists() {}

    /// A line of an address book.
    ///
    /// @param list    the list's name in the export
    /// @param account the key of the account, if it is stated
    /// @param details further fields, as compact JSON
    public record Contact(
            int exhibit,
            Span at,
            String list,
            @Nullable String account,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            Moment date,
            @Nullable String details) {}

    /// A device or place from which the exporter's account was used.
    ///
    /// @param details further fields, as compact JSON
    public record Session(
            int exhibit,
            Span at,
            String list,
            @Nullable String ip,
            @Nullable String country,
            Moment created,
            Moment lastActive,
            @Nullable String details) {}

    /// A picture or clip of the exporter's own, outside conversations.
    ///
    /// @param attachments what it is, as compact JSON
    public record Media(
            int exhibit, Span at, String list, Moment date, @Nullable String attachments) {}

    /// A value that its reader kept without understanding it.
    ///
    /// @param path  where it stands in the format
    /// @param json  the value; null where the export is an investigator's
    public record Unknown(int exhibit, Span at, String path, @Nullable String json) {}

    /// How often a value that nobody understands stands at one place of the format.
    ///
    /// @param first the exhibit that has the first of them
    public record UnknownPath(String path, long values, int first) {}

    /// The time as may be drawn: none where the source gives none, or one beyond any calendar.
    public static @Nullable Instant drawn(long second) {
        return second < FIRST || second > LAST ? null : Instant.ofEpochSecond(second);
    }

    /// The year 1.
    private static final long FIRST = -62_135_596_800L;

    /// The end of the year 9999.
    private static final long LAST = 253_402_300_799L;
}
