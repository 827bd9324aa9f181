package vigie.casework.media;

import java.io.IOException;
import java.nio.file.Path;
import vigie.casework.media.decide.Deciding;
import vigie.media.sets.HashSets;
import vigie.media.sets.scheme.Schemes;

/// What the Media screen is about.
///
/// @param sets the folder of the home's hash sets, which need not exist
public record MediaRoom(
        MediaReads reads, Deciding deciding, Exposure exposure, Revealing revealing, Path sets) {
    /// The category schemes of the home.
    public Schemes schemes() throws IOException {
        return HashSets.schemes(sets);
    }
}
