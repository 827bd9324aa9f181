package vigie.store.index;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an index says about itself in each commit.
///
/// @param exhibits the exhibits whose messages it holds, each of them whole
/// @param masks    per exhibit that an investigator's pseudonym made, whose account that is
record CommitState(SortedSet<Integer> exhibits, SortedMap<Integer, Mask> masks) {
    /// The format that this program reads and writes; `docs/formats/index.md` defines it.
    static final String FORMAT = "2";

    static final CommitState EMPTY = new CommitState(new TreeSet<>(), new TreeMap<>());

    private static final String FORMAT_KEY = "vigie.index";
    private static final String EXHIBITS = "exhibits";
    private static final String OPERATOR = "operator.";

    /// An account that is shown as `operator N` alone.
    record Mask(int operator, String account) {}

    CommitState {
        exhibits = Collections.unmodifiableSortedSet(new TreeSet<>(exhibits));
        masks = Collections.unmodifiableSortedMap(new TreeMap<>(masks));
    }

    /// Reads the user data of a commit.
    ///
    /// @throws IndexUnusable if another format wrote it
    static CommitState of(Map<String, String> data) throws IndexUnusable {
        String format = data.get(FORMAT_KEY);
        if (!FORMAT.equals(format)) {
            throw new IndexUnusable("the index has format " + format + ", not " + FORMAT, null);
        }
        var exhibits = new TreeSet<Integer>();
        var masks = new TreeMap<Integer, Mask>();
        for (String range : data.getOrDefault(EXHIBITS, "").split(",", -1)) {
            addRange(exhibits, range);
        }
        data.forEach((key, value) -> addMask(masks, key, value));
        return new CommitState(exhibits, masks);
    }

    private static void addRange(SortedSet<Integer> exhibits, String range) {
        if (range.isEmpty()) {
            return;
        }
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
        for (int exhibit = first; exhibit <= last; exhibit++) {
            exhibits.add(exhibit);
        }
    }

    private static void addMask(Map<Integer, Mask> masks, String key, String value) {
        int space = value.indexOf(' ');
        if (key.startsWith(OPERATOR) && space > 0) {
            masks.put(
                    Integer.parseInt(key.substring(OPERATOR.length())),
                    new Mask(
                            Integer.parseInt(value.substring(0, space)),
                            value.substring(space + 1)));
        }
    }

    /// This state once an exhibit is whole, its exporter's mask in place of an earlier one.
    CommitState with(int exhibit, @Nullable Mask mask) {
        var all = new TreeSet<>(exhibits);
        all.add(exhibit);
        var hidden = new TreeMap<>(masks);
        hidden.remove(exhibit);
        if (mask != null) {
            hidden.put(exhibit, mask);
        }
        return new CommitState(all, hidden);
    }

    /// The user data that says this.
    Map<String, String> data() {
        var data = new HashMap<String, String>();
        data.put(FORMAT_KEY, FORMAT);
        data.put(EXHIBITS, ranges());
        masks.forEach((exhibit, m) -> data.put(OPERATOR + exhibit, m.operator + " " + m.account));
        return data;
    }

    private String ranges() {
        var ranges = new StringBuilder();
        int first = 0;
        int last = 0;
        for (int exhibit : exhibits) {
            if (first > 0 && exhibit == last + 1) {
                last = exhibit;
                continue;
            }
            append(ranges, first, last);
            first = exhibit;
            last = exhibit;
        }
        append(ranges, first, last);
        return ranges.toString();
    }

    private static void append(StringBuilder ranges, int first, int last) {
        if (first > 0) {
            ranges.append(ranges.isEmpty() ? "" : ",").append(first);
            ranges.append(last > first ? "-" + last : "");
        }
    }
}
