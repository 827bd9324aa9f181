package vigie.media.sets.vics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A file of a case as it leaves in a list.
///
/// @param md5        32 hexadecimal digits: VICS asks for it
/// @param sha256     64, where it may leave
/// @param category   a code of the case's scheme; null where it was decided in another
/// @param provenance where the category comes from
/// @param paths      where the file lay, `/` between segments
public record Exported(
        String md5,
        String sha1,
        @Nullable String sha256,
        long size,
        @Nullable String mimeType,
        @Nullable String category,
        Provenance provenance,
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

    /// Where a category comes from.
    ///
    /// @param category as the case decided it, with its scheme: `us/1 2`
    /// @param ledger   the origin of the ledger that has the decisions
    /// @param voices   who decided it, in the order of their entries; at least one
    public record Provenance(String category, String ledger, List<Voice> voices) {
        public Provenance {
            voices = List.copyOf(voices);
            if (voices.isEmpty()) {
                throw new IllegalArgumentException("nobody decided " + category);
            }
        }

        /// When the last of them decided.
        public Instant at() {
            return voices.getLast().at();
        }

        /// In a line: `us/1 2; decided by anne 2026-11-02T10:00:00Z, entry 17 of vigie/…/club`.
        public String text() {
            return category
                    + "; decided by "
                    + voices.stream().map(Voice::text).collect(Collectors.joining("; "))
                    + " of "
                    + ledger;
        }
    }

    /// One person's decision.
    ///
    /// @param by    the id under which the ledger has them
    /// @param entry its number in the ledger
    public record Voice(String by, Instant at, long entry) {
        String text() {
            return by + " " + at.truncatedTo(ChronoUnit.SECONDS) + ", entry " + entry;
        }
    }

    private static void requireHex(String hex, int digits) {
        if (!hex.toLowerCase(Locale.ROOT).matches("[0-9a-f]{" + digits + "}")) {
            throw new IllegalArgumentException("not " + digits + " hexadecimal digits: " + hex);
        }
    }
}
