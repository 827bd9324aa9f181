package vigie.casework.operation;

import java.util.SortedMap;
import java.util.TreeMap;

/// The state of a case in a few numbers: the same evidence, readers and decisions always give the
/// same, whatever order they came in (`docs/formats/state-digest.md`).
///
/// @param sections per section its sum, 64 lower-case hexadecimal digits
/// @param whole    SHA-256 over the canonical JSON of `sections`, in hexadecimal
public record StateDigest(SortedMap<String, String> sections, String whole) {
    public StateDigest {
        sections = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sections));
    }
}
