package vigie.store.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.SearchIndex.Facets;
import vigie.casework.operation.SearchIndex.Facets.Value;
import vigie.text.query.Query;

/// Counts matches by author, conversation, month and kind: in time linear in the matches, and in
/// how many messages have a kind.
final class Distribution {
    private static final long DAY = 86_400;

    /// Months are counted of these years only, which the query language can name.
    private static final int YEARS = 10_000;

    private final IndexSearcher searcher;
    private final Ordinals ordinals;
    private final CommitState state;
    private final @Nullable FixedBitSet[] segments;

    Distribution(
            IndexSearcher searcher,
            Ordinals ordinals,
            CommitState state,
            @Nullable FixedBitSet[] segments) {
        this.searcher = searcher;
        this.ordinals = ordinals;
        this.state = state;
        this.segments = segments;
    }

    Facets facets(int top) throws IOException {
        return new Facets(
                best(counts(Terms.BY, ordinals.authors(), top, true), top),
                best(counts(Terms.ROOM, ordinals.conversations(), top, false), top),
                months(),
                best(kinds(), top));
    }

    /// The most frequent values of a field, and every investigator.
    private Map<String, Long> counts(String field, OrdinalMap map, int top, boolean masked)
            throws IOException {
        int[] counts = new int[Math.toIntExact(map.getValueCount())];
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FixedBitSet bits = segments[leaf.ord];
            if (bits != null) {
                SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
                LongValues global = map.getGlobalOrds(leaf.ord);
                for (int doc = next(bits, 0); doc >= 0; doc = next(bits, doc + 1)) {
                    if (values.advanceExact(doc)) {
                        counts[(int) global.get(values.ordValue())]++;
                    }
                }
            }
        }
        Map<String, Long> found = new HashMap<>();
        if (masked) {
            operators(counts, map, found);
        }
        for (int ord : frequent(counts, top)) {
            found.put(key(field, map, ord), (long) counts[ord]);
        }
        return found;
    }

    /// Takes the messages of investigators' accounts out of the counts, and counts them by
    /// investigator.
    private void operators(int[] counts, OrdinalMap map, Map<String, Long> found)
            throws IOException {
        for (CommitState.Mask mask : Set.copyOf(state.masks().values())) {
            BytesRef term = Terms.exact(Terms.AUTHOR, mask.account());
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                int ord = DocValues.getSorted(leaf.reader(), Terms.BY).lookupTerm(term);
                int global = ord < 0 ? -1 : (int) map.getGlobalOrds(leaf.ord).get(ord);
                if (global >= 0 && counts[global] > 0) {
                    found.merge("operator:" + mask.operator(), (long) counts[global], Long::sum);
                    counts[global] = 0;
                }
            }
        }
    }

    private static int next(FixedBitSet bits, int from) {
        if (from >= bits.length()) {
            return -1;
        }
        int doc = bits.nextSetBit(from);
        return doc == DocIdSetIterator.NO_MORE_DOCS ? -1 : doc;
    }

    private static List<Integer> frequent(int[] counts, int top) {
        PriorityQueue<Integer> best =
                new PriorityQueue<>(Comparator.comparingInt((Integer ord) -> counts[ord]));
        for (int ord = 0; ord < counts.length; ord++) {
            if (counts[ord] > 0) {
                if (best.size() < top) {
                    best.add(ord);
                } else if (counts[ord] > counts[best.element()]) {
                    best.remove();
                    best.add(ord);
                }
            }
        }
        return new ArrayList<>(best);
    }

    private String key(String field, OrdinalMap map, int ord) throws IOException {
        int segment = map.getFirstSegmentNumber(ord);
        LeafReader reader = searcher.getIndexReader().leaves().get(segment).reader();
        BytesRef term =
                DocValues.getSorted(reader, field).lookupOrd((int) map.getFirstSegmentOrd(ord));
        return new String(term.bytes, term.offset + 1, term.length - 1, StandardCharsets.UTF_8);
    }

    private List<Value> months() throws IOException {
        int[] counts = new int[12 * YEARS];
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FixedBitSet bits = segments[leaf.ord];
            if (bits != null) {
                NumericDocValues sent = DocValues.getNumeric(leaf.reader(), Terms.SENT);
                for (int doc = next(bits, 0); doc >= 0; doc = next(bits, doc + 1)) {
                    int month = sent.advanceExact(doc) ? month(sent.longValue()) : -1;
                    if (month >= 0) {
                        counts[month]++;
                    }
                }
            }
        }
        List<Value> months = new ArrayList<>();
        for (int month = counts.length - 1; month >= 0; month--) {
            if (counts[month] > 0) {
                months.add(
                        new Value(
                                "%04d-%02d".formatted(month / 12, month % 12 + 1), counts[month]));
            }
        }
        return months;
    }

    /// The months since the year 0 of a second of UTC, or -1 (Hinnant's days to civil).
    private static int month(long seconds) {
        long days = Math.floorDiv(seconds, DAY) + 719_468;
        if (days < 366 || days > 3_652_000) {
            return -1;
        }
        int era = (int) (days / 146_097);
        int ofEra = (int) (days - era * 146_097L);
        int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int dayOfYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int month = shifted < 10 ? shifted + 2 : shifted - 10;
        int year = yearOfEra + 400 * era + (month <= 1 ? 1 : 0);
        return year < YEARS ? 12 * year + month : -1;
    }

    private Map<String, Long> kinds() throws IOException {
        Map<String, Long> found = new HashMap<>();
        for (String kind : Query.Has.KINDS) {
            long count = 0;
            Term term = new Term(Terms.EXACT, Kinds.term(kind));
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                FixedBitSet bits = segments[leaf.ord];
                PostingsEnum postings =
                        bits == null ? null : leaf.reader().postings(term, PostingsEnum.NONE);
                if (bits != null && postings != null) {
                    for (int doc = postings.nextDoc();
                            doc != DocIdSetIterator.NO_MORE_DOCS;
                            doc = postings.nextDoc()) {
                        if (bits.get(doc)) {
                            count++;
                        }
                    }
                }
            }
            if (count > 0) {
                found.put(kind, count);
            }
        }
        return found;
    }

    private static List<Value> best(Map<String, Long> counts, int top) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(top)
                .map(each -> new Value(each.getKey(), each.getValue()))
                .toList();
    }
}
