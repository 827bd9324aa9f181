package vigie.text.sighting;

import java.util.Set;

/// An identifier where it stands in a text.
///
/// @param value its normal form, in which it is compared; of a card no more than may be shown
/// @param scope whom it belongs to, or "": the platform, the country, the card's scheme, the
///     chain's network, the unit's rule
/// @param raw   the passage as written; of a card with the same digits hidden as in the value
/// @param start where the passage starts, in UTF-16 units
/// @param end   where it ends
public record Sighting(
        SightingKind kind,
        String value,
        String scope,
        String raw,
        int start,
        int end,
        Set<Flag> flags) {
    public Sighting {
        if (value.isEmpty() || start < 0 || raw.length() != end - start || raw.isEmpty()) {
            throw new IllegalArgumentException("not a sighting: " + kind + " at " + start);
        }
        flags = Set.copyOf(flags);
    }
}
