package vigie.media.sets;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.segment.DigestKind;
import vigie.model.material.Sha256;

/// What is known of a set as a whole.
///
/// @param id       its number in this home, never used twice
/// @param label    what whoever imported it said of it
/// @param imported when it last changed
/// @param files    what it was made from, in the order of import
/// @param rows     how many different digests of each kind it lists
/// @param records  how many entries with properties it has; 0 for a bare list
/// @param warnings what the import left out or found doubtful, a sentence each
public record SetInfo(
        int id,
        Label label,
        Instant imported,
        List<SourceFile> files,
        Map<DigestKind, Long> rows,
        long records,
        List<String> warnings) {
    public SetInfo {
        files = List.copyOf(files);
        Map<DigestKind, Long> ordered = new EnumMap<>(DigestKind.class);
        ordered.putAll(rows);
        rows = Collections.unmodifiableMap(ordered);
        warnings = List.copyOf(warnings);
        if (id < 1 || records < 0) {
            throw new IllegalArgumentException("not a set: " + id);
        }
    }

    /// What a person states about a set when they import it.
    ///
    /// @param scheme   the category scheme of its entries, `us/1`; null where it has no categories
    /// @param distance the most bits in which a PDQ hash may differ from one of this set to be
    ///     similar, 0 to 255
    public record Label(
            String name,
            SetKind kind,
            String version,
            String source,
            String licence,
            @Nullable String scheme,
            int distance) {
        /// The distance that the authors of PDQ advise.
        public static final int DISTANCE = 31;

        private static final int LONGEST = 200;

        public Label {
            if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}")) {
                throw new IllegalArgumentException("not a name of a set: " + name);
            }
            if (distance < 0 || distance > 255) {
                throw new IllegalArgumentException("not a distance: " + distance);
            }
            requireShort(version);
            requireShort(source);
            requireShort(licence);
        }

        /// A label that states no more than it must.
        public static Label of(String name, SetKind kind) {
            return new Label(name, kind, "", "", "", null, DISTANCE);
        }

        private static void requireShort(String text) {
            if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "must be one line of at most " + LONGEST + " characters");
            }
        }
    }

    /// A file that a set was made from.
    ///
    /// @param name   its last name, never its path
    /// @param format what it was read as: `vics-1.3`, `nsrl`, `list`
    public record SourceFile(String name, Sha256 digest, long size, String format) {}
}
