package vigie.store.index;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowSet;
import vigie.casework.operation.SearchIndex;
import vigie.casework.operation.SearchIndex.Facets;
import vigie.casework.operation.SearchIndex.Order;
import vigie.casework.operation.SearchIndex.Restriction;

/// All documents that match a query within a restriction, in one commit: from them come the total,
/// the pages in either order of time, and what narrows them.
final class Matches {
    /// A page brings this many hits at least into order, so that the next pages are there already.
    private static final int AHEAD = 500;

    private final Query compiled;
    private final @Nullable FixedBitSet[] segments;
    private final long total;
    private final Map<Order, List<Long>> ordered = new EnumMap<>(Order.class);
    private @Nullable Facets facets;
    private int facetsTop;

    private Matches(Query compiled, @Nullable FixedBitSet[] segments, long total) {
        this.compiled = compiled;
        this.segments = segments;
        this.total = total;
    }

    /// Finds them.
    static Matches of(IndexSearcher searcher, Query query, boolean ranked, Restriction only)
            throws IOException {
        Query compiled = searcher.rewrite(restricted(query, ranked, only));
        int leaves = searcher.getIndexReader().leaves().size();
        Collecting all = searcher.search(compiled, Collecting.manager(leaves));
        return new Matches(compiled, all.segments, all.count);
    }

    private static Query restricted(Query query, boolean ranked, Restriction only) {
        if (only.within().isEmpty() && only.without().isEmpty()) {
            return query;
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        both.add(query, ranked ? Occur.MUST : Occur.FILTER);
        only.within().forEach(rows -> both.add(rows(rows), Occur.FILTER));
        only.without().forEach(rows -> both.add(rows(rows), Occur.MUST_NOT));
        return both.build();
    }

    private static Query rows(RowSet rows) {
        return new BitsQuery(rows.size() + " rows", leaf -> RowDocs.of(leaf.reader()).docs(rows));
    }

    /// How many there are.
    long total() {
        return total;
    }

    /// Rows in order.
    synchronized List<Long> page(
            IndexSearcher searcher, Order order, boolean ranked, int from, int count)
            throws IOException {
        int wanted = (int) Math.min(total, (long) from + count);
        List<Long> known = ordered.getOrDefault(order, List.of());
        if (known.size() < wanted) {
            int depth =
                    (int)
                            Math.min(
                                    total,
                                    Math.min(
                                            Math.max(AHEAD, 2L * wanted),
                                            Math.max(SearchIndex.DEEPEST, wanted)));
            boolean scored = order == Order.RELEVANCE && ranked;
            Query query = scored ? compiled : new BitsQuery("matches", leaf -> segments[leaf.ord]);
            known =
                    searcher.search(
                                    query,
                                    NewestFirst.manager(depth, scored, order == Order.OLDEST))
                            .best();
            ordered.put(order, known);
        }
        return known.subList(Math.min(from, known.size()), Math.min(wanted, known.size()));
    }

    /// What narrows them.
    synchronized Facets facets(
            IndexSearcher searcher, Ordinals ordinals, CommitState state, int top)
            throws IOException {
        Facets known = facets;
        if (known == null || facetsTop != top) {
            known = new Distribution(searcher, ordinals, state, segments).facets(top);
            facets = known;
            facetsTop = top;
        }
        return known;
    }

    /// Notes every document.
    private static final class Collecting implements Collector {
        private final @Nullable FixedBitSet[] segments;
        private long count;

        private Collecting(int leaves) {
            segments = new FixedBitSet[leaves];
        }

        static CollectorManager<Collecting, Collecting> manager(int leaves) {
            var only = new Collecting(leaves);
            return new CollectorManager<>() {
                @Override
                public Collecting newCollector() {
                    return only;
                }

                @Override
                public Collecting reduce(Collection<Collecting> all) {
                    return only;
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) {
            FixedBitSet bits = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
            segments[leaf.ord] = bits;
            return new LeafCollector() {
                private final int[] docs = new int[512];

                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) {
                    bits.set(doc);
                    count++;
                }

                @Override
                public void collect(DocIdStream stream) throws IOException {
                    for (int n = stream.intoArray(docs); n > 0; n = stream.intoArray(docs)) {
                        for (int i = 0; i < n; i++) {
                            bits.set(docs[i]);
                        }
                        count += n;
                    }
                }
            };
        }
    }
}
