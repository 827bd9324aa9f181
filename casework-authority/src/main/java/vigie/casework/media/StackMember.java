package vigie.casework.media;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.media.examine.Examined;
import vigie.model.material.Sha256;

/// One file of a stack, by its bytes.
///
/// @param item       its number: that of the first exhibit with its bytes
/// @param names      under which it was taken, at most [#NAMES]
/// @param copies     how many exhibits have its bytes
/// @param format     as decoded; null where it could not be
/// @param millis     the length of a clip; -1 for a picture
/// @param decoder    what decoded it
/// @param unreadable why no picture could be had, where none could
/// @param finding    what comparing it says; absent before the first comparison
/// @param matches    what it was found in or like
/// @param properties what it says about itself: claims of whoever wrote it
public record StackMember(
        int item,
        Sha256 digest,
        long size,
        List<String> names,
        long copies,
        @Nullable String format,
        int width,
        int height,
        long millis,
        @Nullable String decoder,
        @Nullable String unreadable,
        Optional<Finding> finding,
        List<Match> matches,
        List<Examined.Property> properties) {
    /// More names say nothing more.
    public static final int NAMES = 20;

    public StackMember {
        names = List.copyOf(names);
        matches = List.copyOf(matches);
        properties = List.copyOf(properties);
    }

    /// Whether it is a clip.
    public boolean clip() {
        return millis >= 0;
    }
}
