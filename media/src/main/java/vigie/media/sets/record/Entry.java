package vigie.media.sets.record;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.segment.DigestKind;

/// What a set says about one file, as its source wrote it.
///
/// @param digests    lower-case hexadecimal digits, by kind
/// @param quality    of its PDQ hash; 100 where the source states none
/// @param properties the source's own names and texts, `Category`, `VictimIdentified`; what it did
///     not state is not there, which is not the same as false
public record Entry(
        SortedMap<DigestKind, String> digests, int quality, SortedMap<String, String> properties) {
    /// The property that names the video whose frame an entry is: the digest of the file that
    /// listed its frames.
    public static final String VIDEO = "VideoFile";

    public Entry {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        digests.forEach(
                (kind, hex) -> {
                    if (!hex.matches("[0-9a-f]{" + 2 * kind.width() + "}")) {
                        throw new IllegalArgumentException("not a digest: " + hex);
                    }
                });
        if (quality < 0 || quality > 100) {
            throw new IllegalArgumentException("not a quality: " + quality);
        }
    }

    /// An entry with one digest.
    public static Entry of(
            DigestKind kind, String hex, int quality, Map<String, String> properties) {
        return new Entry(new TreeMap<>(Map.of(kind, hex)), quality, new TreeMap<>(properties));
    }

    /// What it says to a question of yes or no, `VictimIdentified`.
    public Said said(String property) {
        return Said.of(properties.get(property));
    }

    /// An answer of three values: silence is not a no.
    public enum Said {
        YES,
        NO,
        /// Not stated, or in words that are no answer.
        UNSAID;

        /// What a text answers.
        public static Said of(@Nullable String text) {
            if (text == null) {
                return UNSAID;
            }
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1" -> YES;
                case "false", "no", "0" -> NO;
                default -> UNSAID;
            };
        }
    }
}
