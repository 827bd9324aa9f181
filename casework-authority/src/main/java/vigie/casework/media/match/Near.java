package vigie.casework.media.match;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.Match;
import vigie.media.sets.SetInfo;

/// That an item is like something that a set lists.
///
/// @param id what [vigie.media.sets.Consultation#pdqEntry] wants: of several entries the nearest
/// @param by as [Match#by]
/// @param shares what a clip and a listed video have in common; null for what is no clip
record Near(SetInfo set, long id, String by, int distance, Match.@Nullable Shares shares) {
    /// The nearest first; of equals the first that is listed.
    static final Comparator<Near> ORDER =
            Comparator.comparingInt(Near::distance)
                    .thenComparingInt(near -> near.set().id())
                    .thenComparingLong(Near::id);

    /// The nearer of two.
    static Near nearer(Near one, Near other) {
        return ORDER.compare(one, other) <= 0 ? one : other;
    }
}
