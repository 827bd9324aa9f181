package vigie.media.near;

import java.util.List;
import java.util.OptionalInt;
import vigie.media.pdq.PdqHash;

/// Hashes near which nothing matches: of a logo, of a blank frame.
///
/// What is near one is never compared, so an entry of a set that lies near one cannot be found
/// by its copies: a list is kept short, and each answer names the one that silenced it.
public record Negatives(List<Negative> list) {
    /// No such hashes.
    public static final Negatives NONE = new Negatives(List.of());

    /// A hash near which nothing matches.
    ///
    /// @param distance how near silences, 0 to 256
    /// @param why      what it shows, in a few words
    public record Negative(PdqHash hash, int distance, String why) {
        public Negative {
            if (distance < 0 || distance > 256) {
                throw new IllegalArgumentException("not a distance: " + distance);
            }
        }
    }

    public Negatives {
        list = List.copyOf(list);
    }

    /// The number of the first in the list that a hash is near.
    public OptionalInt near(PdqHash hash) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).hash().distance(hash) <= list.get(i).distance()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
