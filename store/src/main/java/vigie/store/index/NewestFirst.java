package vigie.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/// Keeps the rows with the highest scores, and among equals the newest; where nothing is ranked,
/// the newest.
final class NewestFirst implements Collector {
    private static final int BLOCK = 512;

    /*
     * Messages of an exhibit come mostly in the order of time, so that each newest so far displaces
     * another: a heap would sift for every hit. Hits are appended to a buffer instead, and whenever it
     * is full, its best `limit` are selected, in linear time; what is worse than the worst of them is
     * not appended again.
     */
    private final int limit;
    private final ScoreMode mode;
    private final boolean ranked;
    private final boolean oldest;
    private final float[] scores;
    private final long[] sent;
    private final long[] rows;
    private int size;
    private boolean full;
    private float worstScore = Float.NEGATIVE_INFINITY;
    private long worstSent = Long.MIN_VALUE;
    private long count;

    private NewestFirst(int limit, boolean ranked, boolean oldest) {
        this.limit = limit;
        this.ranked = ranked;
        this.oldest = oldest;
        mode = ranked ? ScoreMode.TOP_SCORES : ScoreMode.COMPLETE_NO_SCORES;
        int capacity = Math.toIntExact(2L * limit + 1024);
        scores = new float[ranked ? capacity : 0];
        sent = new long[capacity];
        rows = new long[capacity];
    }

    /// One collector for all segments.
    ///
    /// @param ranked whether scores count: hits that cannot be among the best are then passed over
    ///     uncounted
    /// @param oldest whether the oldest come first instead; those of no stated time are last anyway
    static CollectorManager<NewestFirst, NewestFirst> manager(
            int limit, boolean ranked, boolean oldest) {
        var only = new NewestFirst(limit, ranked, oldest);
        return new CollectorManager<>() {
            @Override
            public NewestFirst newCollector() {
                return only;
            }

            @Override
            public NewestFirst reduce(Collection<NewestFirst> all) {
                return only;
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return mode;
    }

    /// How many hits it was shown.
    long count() {
        return count;
    }

    /// The rows, best first.
    List<Long> best() {
        var best = new ArrayList<Integer>(size);
        for (int i = 0; i < size; i++) {
            best.add(i);
        }
        best.sort(this::compare);
        return best.stream().limit(limit).map(i -> oldest ? -rows[i] : rows[i]).toList();
    }

    private int compare(int a, int b) {
        if (ranked && scores[a] != scores[b]) {
            return Float.compare(scores[b], scores[a]);
        }
        return sent[a] != sent[b] ? Long.compare(sent[b], sent[a]) : Long.compare(rows[b], rows[a]);
    }

    /// A time as it is compared: the highest comes first, one that nobody states last.
    private long key(long when) {
        return oldest && when != Long.MIN_VALUE ? -when : when;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(
                DocValues.getNumeric(context.reader(), Terms.SENT),
                DocValues.getNumeric(context.reader(), Terms.ROW));
    }

    private final class Leaf implements LeafCollector {
        private final NumericDocValues sentOf;
        private final NumericDocValues rowOf;
        private final int[] docs = new int[BLOCK];
        private final long[] values = new long[BLOCK];
        private @Nullable Scorable scorer;

        Leaf(NumericDocValues sentOf, NumericDocValues rowOf) {
            this.sentOf = sentOf;
            this.rowOf = rowOf;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            this.scorer = scorer;
            if (full && mode == ScoreMode.TOP_SCORES) {
                scorer.setMinCompetitiveScore(worstScore);
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            count++;
            Scorable current = scorer;
            float score = ranked && current != null ? current.score() : 0;
            if (score < worstScore) {
                return;
            }
            long when = key(sentOf.advanceExact(doc) ? sentOf.longValue() : Long.MIN_VALUE);
            if (score > worstScore || when >= worstSent) {
                add(doc, score, when);
                if (full && mode == ScoreMode.TOP_SCORES && current != null) {
                    current.setMinCompetitiveScore(worstScore);
                }
            }
        }

        @Override
        public void collect(DocIdStream stream) throws IOException {
            if (ranked) {
                LeafCollector.super.collect(stream);
                return;
            }
            for (int n = stream.intoArray(docs); n > 0; n = stream.intoArray(docs)) {
                count += n;
                sentOf.longValues(n, docs, values, Long.MIN_VALUE);
                for (int i = 0; i < n; i++) {
                    long when = key(values[i]);
                    if (when >= worstSent) {
                        add(docs[i], 0, when);
                    }
                }
            }
        }

        private void add(int doc, float score, long when) throws IOException {
            if (ranked) {
                scores[size] = score;
            }
            sent[size] = when;
            long row = rowOf.advanceExact(doc) ? rowOf.longValue() : 0;
            rows[size] = oldest ? -row : row;
            if (++size == rows.length) {
                select();
            }
        }
    }

    /// Keeps the best `limit` (Hoare's selection).
    private void select() {
        int low = 0;
        int high = size - 1;
        int last = limit - 1;
        while (low < high) {
            int pivot = partition(low, high);
            if (pivot == last) {
                break;
            }
            if (pivot < last) {
                low = pivot + 1;
            } else {
                high = pivot - 1;
            }
        }
        size = limit;
        full = true;
        worstScore = ranked ? scores[last] : worstScore;
        worstSent = sent[last];
    }

    private int partition(int low, int high) {
        swap((low + high) >>> 1, high);
        int to = low;
        for (int i = low; i < high; i++) {
            if (compare(i, high) < 0) {
                swap(i, to++);
            }
        }
        swap(to, high);
        return to;
    }

    private void swap(int a, int b) {
        if (ranked) {
            float score = scores[a];
            scores[a] = scores[b];
            scores[b] = score;
        }
        long when = sent[a];
        sent[a] = sent[b];
        sent[b] = when;
        long row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
    }
}
