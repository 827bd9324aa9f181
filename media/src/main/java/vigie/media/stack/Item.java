package vigie.media.stack;

import java.util.Comparator;
import vigie.media.examine.Examined;
import vigie.model.material.Sha256;

/// A file to stack.
///
/// @param id       the caller's own number of it, of which each file has another
/// @param digest   of its bytes
/// @param examined what was found in it
public record Item(long id, Sha256 digest, Examined examined) {
    static final Comparator<Item> ORDER =
            Comparator.comparing(Item::digest).thenComparingLong(Item::id);

    /// How many pixels it has; nothing where no picture could be had.
    long pixels() {
        return switch (examined) {
            case Examined.Picture picture -> (long) picture.width() * picture.height();
            case Examined.Clip clip -> (long) clip.width() * clip.height();
            case Examined.Unreadable _ -> 0;
        };
    }

    /// Whether looking at it takes time: a clip, or a picture that moves.
    boolean moves() {
        return !frames().isEmpty();
    }

    /// Its frames, none where it stands still.
    java.util.List<Examined.Frame> frames() {
        return switch (examined) {
            case Examined.Picture picture -> picture.frames();
            case Examined.Clip clip -> clip.frames();
            case Examined.Unreadable _ -> java.util.List.of();
        };
    }
}
