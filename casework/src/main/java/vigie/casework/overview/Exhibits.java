package vigie.casework.overview;

import org.jspecify.annotations.Nullable;
import vigie.casework.operation.Reading;
import vigie.model.material.Exhibit;

/// The exhibits of a case and what reading each gave.
public final class Exhibits {
    private Exhibits() {}

    /// Which exhibits are asked for.
    public enum Which {
        /// All.
        ALL,
        /// Those that a reader read.
        READ,
        /// Those whose reading stopped at an error.
        PARTIAL,
        /// Those of whose reading something is to be said: repaired, skipped, unsupported,
        /// unknown, absent, or partial.
        REMARKABLE,
        /// Those that no reader read: pictures, clips, documents.
        UNREAD
    }

    /// One exhibit.
    ///
    /// @param reading  what reading gave; null where no reader reads it, or where the same bytes
    ///     were read as another exhibit
    /// @param operator the number of the investigator whose account made the export, or 0
    public record Line(Exhibit exhibit, @Nullable Reading reading, int operator) {}

    /// What one acquisition gave.
    ///
    /// @param exhibits how many exhibits
    /// @param bytes    their size in all
    public record Sum(int acquisition, long exhibits, long bytes) {}
}
