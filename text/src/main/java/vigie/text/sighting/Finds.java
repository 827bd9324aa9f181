package vigie.text.sighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was found in one text so far.
final class Finds {
    private final Folded folded;
    private @Nullable List<Sighting> found;

    /// Where the last passage ended: no passage begins before it.
    private int free;

    Finds(Folded folded) {
        this.folded = folded;
    }

    String s() {
        return folded.s;
    }

    int free() {
        return free;
    }

    /// Passes over what ends before `to`.
    int passed(int to) {
        free = Math.max(free, to);
        return to;
    }

    /// Adds a sighting of a range of the folded text, and passes over it.
    int add(SightingKind kind, String value, String scope, int from, int to, Flag... flags) {
        inside(kind, value, scope, from, to, flags);
        free = Math.max(free, to);
        return to;
    }

    /// Adds a sighting within a passage that is not passed over by it.
    void inside(SightingKind kind, String value, String scope, int from, int to, Flag... flags) {
        put(kind, value, scope, raw(from, to), from, to, flags);
    }

    /// Adds a card: its raw passage has as many digits hidden as its value.
    int card(String masked, String scheme, int from, int to) {
        StringBuilder raw = new StringBuilder(raw(from, to));
        int digit = 0;
        for (int i = 0; i < raw.length(); i++) {
            if (Character.isDigit(raw.charAt(i)) || Character.isSurrogate(raw.charAt(i))) {
                boolean low = Character.isLowSurrogate(raw.charAt(i));
                char shown = masked.charAt(low ? digit - 1 : digit);
                digit += low ? 0 : 1;
                if (shown == Cards.HIDDEN) {
                    raw.setCharAt(i, Cards.HIDDEN);
                }
            }
        }
        put(SightingKind.CARD, masked, scheme, raw.toString(), from, to);
        free = Math.max(free, to);
        return to;
    }

    private String raw(int from, int to) {
        return folded.text.substring(folded.start(from), folded.end(to));
    }

    private void put(
            SightingKind kind,
            String value,
            String scope,
            String raw,
            int from,
            int to,
            Flag... flags) {
        if (found == null) {
            found = new ArrayList<>();
        }
        Set<Flag> all = flags.length == 0 ? folded.flags(from, to) : EnumSet.of(flags[0], flags);
        all.addAll(flags.length == 0 ? Set.of() : folded.flags(from, to));
        found.add(new Sighting(kind, value, scope, raw, folded.start(from), folded.end(to), all));
    }

    List<Sighting> sorted() {
        if (found == null) {
            return List.of();
        }
        found.sort(Comparator.comparingInt(Sighting::start).thenComparing(Sighting::kind));
        return found;
    }
}
