package vigie.casework.media;

import org.jspecify.annotations.Nullable;

/// That an item is in a set, or like something in one.
///
/// @param set      the set's name
/// @param version  the set's version, as whoever imported it stated
/// @param alert    whether that is an alert set, else one of known files
/// @param by       `sha256`, `sha1`, `md5`, or `pdq` for likeness
/// @param distance in how many bits it differs; 0 for a digest
/// @param category what the set says it is, `us/1 2`; null where it says nothing
/// @param details  the set's own properties in canonical JSON; null where it has none
public record Match(
        String set,
        String version,
        boolean alert,
        String by,
        int distance,
        @Nullable String category,
        @Nullable String details) {}
