package vigie.readers;

import java.io.IOException;
import java.util.Optional;
import vigie.evidence.EvidenceBytes;

/// The other files that were taken with an exhibit.
public interface Companions {
    /// Nothing else was taken.
    Companions NONE = _ -> Optional.empty();

    /// The file with this name in the folder of the exhibit, if it was taken; never climbs.
    Optional<EvidenceBytes> beside(String name) throws IOException;

    /// The name of the exhibit itself in its folder, for companions that are named after it; empty
    /// where it is not known.
    default String name() {
        return "";
    }
}
