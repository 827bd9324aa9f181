package vigie.text.place;

import java.util.EnumMap;
import java.util.Map;

/// How often a name was written in which way in a conversation.
final class Uses {
    private final Map<Written, Integer> counts = new EnumMap<>(Written.class);
    private final int words;
    private final int letters;
    private int clitics = Integer.MAX_VALUE;

    Uses(Mention first) {
        words = first.words();
        letters = first.letters();
    }

    void add(Mention mention) {
        counts.merge(mention.written(), 1, Integer::sum);
        clitics = Math.min(clitics, mention.clitics());
    }

    int of(Written written) {
        return counts.getOrDefault(written, 0);
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Without a capital, where it could have had one or there is none.
    int plain() {
        return of(Written.LOWER) + of(Written.CASELESS);
    }

    int words() {
        return words;
    }

    int letters() {
        return letters;
    }

    /// The fewest particles that were taken off.
    int clitics() {
        return clitics;
    }
}
