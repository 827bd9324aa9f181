package vigie.media.sets.vics;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file of a case as it leaves in a list.
///
/// @param md5       32 hexadecimal digits: VICS asks for it
/// @param sha256    64, where it may leave
/// @param category  a code of the recipient's scheme; null where nobody decided
/// @param comment   what the decision rests on, in the unit's words; empty where nothing is said
/// @param decidedAt when somebody decided
/// @param paths     where the file lay, `/` between segments
public record Exported(
        String md5,
        String sha1,
        @Nullable String sha256,
        long size,
        @Nullable String mimeType,
        @Nullable String category,
        String comment,
        @Nullable Instant decidedAt,
        List<String> paths) {
    public Exported {
        paths = List.copyOf(paths);
        requireHex(md5, 32);
        requireHex(sha1, 40);
        if (sha256 != null) {
            requireHex(sha256, 64);
        }
        if (size < 0) {
            throw new IllegalArgumentException("not a size: " + size);
        }
    }

    private static void requireHex(String hex, int digits) {
        if (!hex.toLowerCase(Locale.ROOT).matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException("not " + digits + " hexadecimal digits: " + hex);
        }
    }
}
