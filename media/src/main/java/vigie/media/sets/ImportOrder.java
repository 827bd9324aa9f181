package vigie.media.sets;

import java.nio.file.Path;
import java.util.List;

/// What to import, and how.
///
/// @param files    all parts of the set, imported together or not at all; of one that is named
///     already, an NSRL delta may be the only one
/// @param mode     what to do where a set of this name exists
/// @param pdq      whether 64 digits in a bare list are PDQ hashes
/// @param keepBase whether to keep a copy of an NSRL database, which later deltas change
public record ImportOrder(
        SetInfo.Label label, List<Path> files, Mode mode, boolean pdq, boolean keepBase) {
    /// What to do where a set of this name exists.
    public enum Mode {
        /// Refuse, unless it was made from the same bytes.
        NEW,
        /// Add to it.
        ADD,
        /// Put the new one in its place.
        REPLACE
    }

    public ImportOrder {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("nothing to import");
        }
    }

    /// An import as a new set.
    public static ImportOrder of(SetInfo.Label label, List<Path> files) {
        return new ImportOrder(label, files, Mode.NEW, false, false);
    }
}
