package vigie.evidence.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.model.material.Sha256;

/// Tells how the lines of a file differ from the entries that were once there, given the leaf
/// hashes of both from the first break on.
///
/// A line whose hash is that of an entry is that entry. Most entries still stand in order: the
/// longest increasing subsequence of their numbers (Fredman, 1975) are the ones that stayed, the
/// others were moved. Between two that stayed, a line that is no entry took the place of an entry
/// that has no line, by the number it states or else in order: that one was altered. Entries left
/// over were removed, lines left over were inserted.
final class Difference {
    /// Where a change is, and what it is.
    sealed interface Change {
        /// Entry `entry` reads otherwise now.
        record Altered(long entry) implements Change {}

        /// Entry `entry` has no line.
        record Removed(long entry) implements Change {}

        /// The entries from `entry` up to `end`, the last ones, have no line.
        record Truncated(long entry, long end) implements Change {}

        /// Line `line` is no entry.
        record Inserted(long line) implements Change {}

        /// Entry `entry` stands at line `line`, out of order.
        record Moved(long entry, long line) implements Change {}
    }

    /// A line of the file.
    ///
    /// @param seq the number that the line states, or -1
    record Line(Sha256 leaf, long seq) {}

    private final long base;
    private final List<Sha256> expected;
    private final List<Line> lines;
    private final List<Change> changes = new ArrayList<>();
    private final int[] entryOf;

    /// @param base the number of the first of `expected` and of the first of `lines`
    Difference(long base, List<Sha256> expected, List<Line> lines) {
        this.base = base;
        this.expected = expected;
        this.lines = lines;
        this.entryOf = new int[lines.size()];
    }

    List<Change> changes() {
        Set<Integer> present = match();
        int[] stayed = stayed();
        int entry = 0;
        int line = 0;
        for (int i = 0; i <= stayed.length; i++) {
            int nextLine = i < stayed.length ? stayed[i] : lines.size();
            int nextEntry = i < stayed.length ? entryOf[nextLine] : expected.size();
            gap(lost(entry, nextEntry, present), line, nextLine, i == stayed.length);
            entry = nextEntry + 1;
            line = nextLine + 1;
        }
        return changes;
    }

    private Set<Integer> match() {
        Map<Sha256, Integer> places = new HashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            places.put(expected.get(i), i);
        }
        var present = new HashSet<Integer>();
        for (int i = 0; i < entryOf.length; i++) {
            int place = places.getOrDefault(lines.get(i).leaf(), -1);
            entryOf[i] = place >= 0 && present.add(place) ? place : -1;
        }
        return present;
    }

    /// The lines that hold a longest run of entries in order.
    private int[] stayed() {
        int[] tails = new int[entryOf.length];
        int[] before = new int[entryOf.length];
        int length = 0;
        for (int i = 0; i < entryOf.length; i++) {
            if (entryOf[i] < 0) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (entryOf[tails[middle]] < entryOf[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        int[] stayed = new int[length];
        int at = length == 0 ? -1 : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            stayed[i] = at;
            at = before[at];
        }
        return stayed;
    }

    private List<Integer> lost(int from, int to, Set<Integer> present) {
        var lost = new ArrayList<Integer>();
        for (int entry = from; entry < to; entry++) {
            if (!present.contains(entry)) {
                lost.add(entry);
            }
        }
        return lost;
    }

    private void gap(List<Integer> lost, int fromLine, int toLine, boolean last) {
        var foreign = new ArrayList<Integer>();
        for (int line = fromLine; line < toLine; line++) {
            if (entryOf[line] < 0) {
                foreign.add(line);
            } else {
                changes.add(new Change.Moved(base + entryOf[line], base + line));
            }
        }
        var left = new ArrayList<>(lost);
        foreign.removeIf(line -> pairByNumber(line, left));
        int pairs = Math.min(foreign.size(), left.size());
        for (int i = 0; i < pairs; i++) {
            changes.add(new Change.Altered(base + left.get(i)));
        }
        foreign.subList(pairs, foreign.size())
                .forEach(line -> changes.add(new Change.Inserted(base + line)));
        List<Integer> removed = left.subList(pairs, left.size());
        if (last && endsExpected(removed)) {
            changes.add(new Change.Truncated(base + removed.getFirst(), base + expected.size()));
        } else {
            removed.forEach(entry -> changes.add(new Change.Removed(base + entry)));
        }
    }

    private boolean pairByNumber(int line, List<Integer> lost) {
        long seq = lines.get(line).seq();
        if (seq < base || !lost.remove(Integer.valueOf((int) (seq - base)))) {
            return false;
        }
        changes.add(new Change.Altered(seq));
        return true;
    }

    /// Whether these are the last entries, without a hole.
    private boolean endsExpected(List<Integer> removed) {
        return !removed.isEmpty()
                && removed.getLast() == expected.size() - 1
                && removed.getLast() - removed.getFirst() == removed.size() - 1;
    }
}
