package vigie.media.sets;

import java.util.List;

/// What all sets together say about one file: an order of looking, never a finding. Each keeps
/// every hit it rests on.
public sealed interface Verdict {
    /// What it rests on; empty for [Unlisted].
    List<Hit> hits();

    /// No set lists the file, which says nothing about it.
    record Unlisted() implements Verdict {
        @Override
        public List<Hit> hits() {
            return List.of();
        }
    }

    /// An alert set lists it, and no set contradicts that.
    record Alert(List<Hit> hits) implements Verdict {
        public Alert {
            hits = requireSome(hits);
        }
    }

    /// Only known sets list it, or alert sets under categories that call for no alert: looked at
    /// last, and not cleared.
    record Known(List<Hit> hits) implements Verdict {
        public Known {
            hits = requireSome(hits);
        }
    }

    /// Alert sets list it without a category that says what for: looked at before the unlisted.
    record Undecided(List<Hit> hits) implements Verdict {
        public Undecided {
            hits = requireSome(hits);
        }
    }

    /// Sets disagree about it. It is treated as an alert until a person decided.
    record Conflict(List<Hit> hits, List<String> why) implements Verdict {
        public Conflict {
            hits = requireSome(hits);
            why = List.copyOf(why);
            if (why.isEmpty()) {
                throw new IllegalArgumentException("a conflict says what disagrees");
            }
        }
    }

    private static List<Hit> requireSome(List<Hit> hits) {
        if (hits.isEmpty()) {
            throw new IllegalArgumentException("a verdict rests on a hit");
        }
        return List.copyOf(hits);
    }
}
