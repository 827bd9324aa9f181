package vigie.casework.media;

import java.util.List;
import java.util.Map;

/// How many media of a case there are, by their bytes, and what comparing them says.
///
/// @param pictures   that could be decoded
/// @param clips      that could be decoded
/// @param unreadable of which no picture could be had
/// @param waiting    that were not examined yet
/// @param found      how many items stand so; a finding that none has is absent
/// @param stacks     how many things there are to look at
/// @param undecided  stacks without the decisions that the case requires
/// @param serials    serial numbers that different files share
/// @param warnings   that what decodes here is not what did before, a sentence for each decoder
public record MediaCounts(
        long pictures,
        long clips,
        long unreadable,
        long waiting,
        Map<Finding, Long> found,
        long stacks,
        long undecided,
        long serials,
        List<String> warnings) {
    public MediaCounts {
        warnings = List.copyOf(warnings);
        found = Map.copyOf(found);
    }

    /// All items.
    public long items() {
        return pictures + clips + unreadable + waiting;
    }

    /// How many items stand so.
    public long of(Finding finding) {
        return found.getOrDefault(finding, 0L);
    }
}
