package vigie.casework.media;

import org.jspecify.annotations.Nullable;

/// That an item is in a set, or like something in one.
///
/// @param set      the set's name
/// @param version  the set's version, as whoever imported it stated
/// @param alert    whether that is an alert set, else one of known files
/// @param by       `sha256`, `sha1`, `md5`; for likeness [#PICTURE], [#CLIP] or [#FRAME]
/// @param distance in how many bits it differs, where several frames were compared the nearest two;
///     0 for a digest
/// @param shares   what a clip and a listed video have in common; null for what is no clip
/// @param category what the set says it is, `us/1 2`; null where it says nothing
/// @param details  the set's own properties in canonical JSON; null where it has none
public record Match(
        String set,
        String version,
        boolean alert,
        String by,
        int distance,
        @Nullable Shares shares,
        @Nullable String category,
        @Nullable String details) {
    /// A picture is near a listed hash.
    public static final String PICTURE = "pdq";

    /// A clip shares frames with a listed video, as vPDQ counts them.
    public static final String CLIP = "vpdq";

    /// One frame of a clip is near a listed hash of a picture: much less than [#CLIP].
    public static final String FRAME = "frame";

    /// Which share of the frames of each of two clips is like some frame of the other, in percent.
    public record Shares(int ofFile, int ofListed) {
        public Shares {
            if (ofFile < 0 || ofFile > 100 || ofListed < 0 || ofListed > 100) {
                throw new IllegalArgumentException("not a share: " + ofFile + ", " + ofListed);
            }
        }
    }
}
