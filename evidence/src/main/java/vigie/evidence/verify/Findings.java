package vigie.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Gathers findings and notes while a check runs; any thread may add.
final class Findings {
    /// Enough for a person to act on; the number of all is kept.
    private static final int LISTED = 1000;

    private final List<Finding> found = new ArrayList<>();
    private final Set<String> notes = new TreeSet<>();
    private long count;

    synchronized void add(Finding.Kind kind, long entry, String where, String says) {
        count++;
        if (found.size() < LISTED) {
            found.add(new Finding(kind, entry, where, says));
        }
    }

    synchronized void note(String says) {
        notes.add(says);
    }

    synchronized long count() {
        return count;
    }

    synchronized List<Finding> listed() {
        return found.stream().sorted(Finding.BY_ENTRY).toList();
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }
}
