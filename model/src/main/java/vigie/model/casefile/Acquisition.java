package vigie.model.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.model.material.Sha256;

/// How evidence was obtained, as the person who obtained it recorded it; what came before taking
/// rests on this record alone.
///
/// @param by      who acquired it; where the exporter is a pseudonym, `operator N`
/// @param tool    the program that exported it
/// @param clock   how the clock that dates it was compared, in words
/// @param seal    the seal of the medium it came on
/// @param sha256  the digest that the acquirer stated for the export, compared at taking
/// @param account the platform id of the exporting account, where the export does not state it
public record Acquisition(
        String by,
        @Nullable String tool,
        @Nullable String version,
        @Nullable Instant at,
        @Nullable String clock,
        @Nullable String seal,
        @Nullable Sha256 sha256,
        @Nullable String account) {
    public Acquisition {
        if (by.isBlank()) {
            throw new IllegalArgumentException("an acquisition states by whom");
        }
    }
}
