package vigie.store.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.SearchIndex.Restriction;
import vigie.text.query.Query;

/// What was found lately in the newest commit that was asked, so that the next page of it is not
/// searched again.
final class Results {
    /// So many questions are kept: some for each of a unit's users. A million messages take 125 kB
    /// each.
    private static final int KEPT = 32;

    private @Nullable Object commit;
    private @Nullable Ordinals ordinals;
    private final Map<Question, Matches> found =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, Matches> eldest) {
                    return size() > KEPT;
                }
            };

    private record Question(Query query, Restriction only) {}

    /// What a query finds within a restriction.
    Matches of(IndexSearcher searcher, CommitState state, Query query, Restriction only)
            throws IOException {
        Question question = new Question(query, only);
        Object asked = key(searcher);
        synchronized (this) {
            settle(asked);
            Matches known = found.get(question);
            if (known != null) {
                return known;
            }
        }
        Matches matches =
                Matches.of(
                        searcher,
                        new QueryCompiler(searcher, state).compile(query),
                        QueryCompiler.isRanked(query),
                        only);
        synchronized (this) {
            if (asked.equals(commit)) {
                found.put(question, matches);
            }
        }
        return matches;
    }

    /// The numbers of authors and conversations of a commit.
    Ordinals ordinals(IndexSearcher searcher) throws IOException {
        Object asked = key(searcher);
        synchronized (this) {
            settle(asked);
            Ordinals known = ordinals;
            if (known != null) {
                return known;
            }
        }
        Ordinals made = Ordinals.of(searcher.getIndexReader());
        synchronized (this) {
            if (asked.equals(commit)) {
                ordinals = made;
            }
        }
        return made;
    }

    private static Object key(IndexSearcher searcher) {
        IndexReader.CacheHelper cache = searcher.getIndexReader().getReaderCacheHelper();
        return cache == null ? searcher.getIndexReader() : cache.getKey();
    }

    private void settle(Object asked) {
        if (!asked.equals(commit)) {
            found.clear();
            ordinals = null;
            commit = asked;
        }
    }
}
