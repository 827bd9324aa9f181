package vigie.store.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.InPlaceMergeSorter;
import vigie.casework.operation.RowSet;

/// Where the rows of one segment stand in it: made when rows are first asked for, kept as long as
/// the segment is open, with the sets of rows that were asked for.
final class RowDocs {
    /// By the segments of every open index of the process.
    private static final Map<IndexReader.CacheKey, RowDocs> OPEN = new ConcurrentHashMap<>();

    private final long[] rows;
    private final int[] docs;
    private final int maxDoc;
    private final Map<RowSet, FixedBitSet> sets = Collections.synchronizedMap(new WeakHashMap<>());

    private RowDocs(LeafReader reader) throws IOException {
        NumericDocValues values = DocValues.getNumeric(reader, Terms.ROW);
        maxDoc = reader.maxDoc();
        long[] found = new long[maxDoc];
        int[] at = new int[maxDoc];
        int size = 0;
        boolean ascending = true;
        for (int doc = values.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = values.nextDoc()) {
            found[size] = values.longValue();
            ascending &= size == 0 || found[size] > found[size - 1];
            at[size++] = doc;
        }
        rows = Arrays.copyOf(found, size);
        docs = Arrays.copyOf(at, size);
        if (!ascending) {
            sort();
        }
    }

    private void sort() {
        new InPlaceMergeSorter() {
            @Override
            protected int compare(int i, int j) {
                return Long.compare(rows[i], rows[j]);
            }

            @Override
            protected void swap(int i, int j) {
                long row = rows[i];
                rows[i] = rows[j];
                rows[j] = row;
                int doc = docs[i];
                docs[i] = docs[j];
                docs[j] = doc;
            }
        }.sort(0, rows.length);
    }

    /// Those of a segment.
    static RowDocs of(LeafReader reader) throws IOException {
        IndexReader.CacheHelper cache = reader.getCoreCacheHelper();
        RowDocs known = cache == null ? null : OPEN.get(cache.getKey());
        if (known != null) {
            return known;
        }
        RowDocs made = new RowDocs(reader);
        if (cache != null && OPEN.putIfAbsent(cache.getKey(), made) == null) {
            cache.addClosedListener(OPEN::remove);
        }
        return made;
    }

    /// The documents whose rows are in a set.
    FixedBitSet docs(RowSet set) {
        FixedBitSet known = sets.get(set);
        if (known == null) {
            known = match(set);
            sets.put(set, known);
        }
        return known;
    }

    /*
     * Both are sorted. The smaller is walked, and each of its rows is looked for in the larger from the
     * last place on by steps that double, then halve (Bentley and Yao): linear where the two are of one
     * size, logarithmic for each row of a small set.
     */
    private FixedBitSet match(RowSet set) {
        FixedBitSet found = new FixedBitSet(Math.max(1, maxDoc));
        int at = 0;
        int other = 0;
        while (at < rows.length && other < set.size()) {
            long row = rows[at];
            long wanted = set.row(other);
            if (row == wanted) {
                found.set(docs[at]);
                at++;
                other++;
            } else if (row < wanted) {
                at = gallop(wanted, at);
            } else {
                other = gallop(set, row, other);
            }
        }
        return found;
    }

    private int gallop(long wanted, int from) {
        int step = 1;
        int low = from;
        while (low + step < rows.length && rows[low + step] < wanted) {
            low += step;
            step *= 2;
        }
        int high = Math.min(rows.length, low + step);
        int place = Arrays.binarySearch(rows, low, high, wanted);
        return place >= 0 ? place : -place - 1;
    }

    private static int gallop(RowSet set, long wanted, int from) {
        int step = 1;
        int low = from;
        while (low + step < set.size() && set.row(low + step) < wanted) {
            low += step;
            step *= 2;
        }
        int high = Math.min(set.size(), low + step);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (set.row(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
