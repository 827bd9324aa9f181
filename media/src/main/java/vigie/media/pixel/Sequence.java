package vigie.media.pixel;

import java.util.List;
import vigie.media.examine.Examined;

/// The frames of a moving picture, or the pages of one with several, and what could not be had of
/// them.
///
/// @param marks what is said of them beside what the file says about itself
record Sequence(List<Examined.Frame> frames, List<Examined.Property> marks) {
    /// A picture that stands still and alone.
    static final Sequence NONE = new Sequence(List.of(), List.of());

    private static final String GROUP = "container";

    Sequence {
        frames = List.copyOf(frames);
        marks = List.copyOf(marks);
    }

    /// There are more, and only the first was seen.
    static Sequence firstOnly(String why) {
        return new Sequence(
                List.of(), List.of(new Examined.Property(GROUP, "FirstFrameOnly", why)));
    }

    /// Some were seen, and those after them could not be.
    static Sequence upTo(List<Examined.Frame> frames, String why) {
        return new Sequence(frames, List.of(new Examined.Property(GROUP, "FramesUnreadable", why)));
    }
}
