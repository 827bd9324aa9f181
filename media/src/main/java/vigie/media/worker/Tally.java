package vigie.media.worker;

import java.util.EnumMap;
import java.util.Map;
import vigie.media.examine.Examined;

/// How many items became what, and what it cost.
///
/// @param unreadable by reason; a reason that no item had is absent
/// @param deaths workers that died of an item, or were ended for it; an item is given a second
///     worker before it is blamed
public record Tally(long pictures, long clips, Map<Examined.Reason, Long> unreadable, long deaths) {
    public Tally {
        unreadable = Map.copyOf(unreadable);
    }

    /// How many items there were.
    public long items() {
        return pictures + clips + unreadable.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Counts while it goes.
    static final class Count {
        private long pictures;
        private long clips;
        private final Map<Examined.Reason, Long> unreadable = new EnumMap<>(Examined.Reason.class);

        void add(Examined examined) {
            switch (examined) {
                case Examined.Picture _ -> pictures++;
                case Examined.Clip _ -> clips++;
                case Examined.Unreadable lost -> unreadable.merge(lost.reason(), 1L, Long::sum);
            }
        }

        Tally tally(long deaths) {
            return new Tally(pictures, clips, unreadable, deaths);
        }
    }
}
