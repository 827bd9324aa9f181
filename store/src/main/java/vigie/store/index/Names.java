package vigie.store.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vigie.text.identifier.IdentifierKind;
import vigie.text.identifier.Normal;
import vigie.text.word.Words;

/// The names of authors and conversations: documents of their own beside the messages, one for each
/// name under which an account or conversation occurs in an exhibit. Messages hold accounts only,
/// so that a name learned late, or one that must not be found, touches no message.
final class Names {
    /// The exhibit that a name is from.
    static final String OF = "of";

    private static final String WORD = ".word";
    private static final String ID = ".id";
    private static final String TERM = "term";

    private Names() {}

    /// The document of a name.
    ///
    /// @param what [Terms#AUTHOR] or [Terms#CONVERSATION]
    /// @param term the exact term that messages hold
    /// @param ids  keys, numbers and the like under which it is found whole
    static List<IndexableField> document(
            char what, BytesRef term, int exhibit, Collection<String> ids, String name) {
        var fields = new ArrayList<IndexableField>();
        fields.add(new BinaryDocValuesField(TERM, term));
        fields.add(new NumericDocValuesField(OF, exhibit));
        for (String id : ids) {
            fields.add(new StringField(what + ID, id(id), Field.Store.NO));
        }
        for (Words.Word word : Words.of(name)) {
            fields.add(new StringField(what + WORD, word.text(), Field.Store.NO));
        }
        return fields;
    }

    private static BytesRef id(String id) {
        return Terms.exact('=', id.strip().toLowerCase(Locale.ROOT));
    }

    /// The terms of the authors or conversations that are meant by a key, an id or words of a name;
    /// `~` and a folded name is the key of an author without an account, and means no other.
    static Set<BytesRef> resolve(IndexSearcher searcher, char what, String meant)
            throws IOException {
        var either = new BooleanQuery.Builder();
        either.add(new TermQuery(new Term(what + ID, id(meant))), Occur.SHOULD);
        if (meant.startsWith("@")) {
            either.add(new TermQuery(new Term(what + ID, id(meant.substring(1)))), Occur.SHOULD);
        }
        String phone = Normal.of(IdentifierKind.PHONE, meant);
        if (phone.startsWith("+")) {
            either.add(new TermQuery(new Term(what + ID, id(phone))), Occur.SHOULD);
        }
        Query words = words(what + WORD, meant);
        if (words != null && !meant.startsWith("~")) {
            either.add(words, Occur.SHOULD);
        }
        return terms(searcher, either.build());
    }

    private static @Nullable Query words(String field, String meant) {
        List<Words.Word> words = Words.of(meant);
        if (words.isEmpty()) {
            return null;
        }
        boolean prefix = meant.endsWith("*");
        var all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            var term = new Term(field, words.get(i).text());
            boolean cut = prefix && i == words.size() - 1;
            all.add(cut ? new PrefixQuery(term) : new TermQuery(term), Occur.FILTER);
        }
        return all.build();
    }

    private static Set<BytesRef> terms(IndexSearcher searcher, Query query) throws IOException {
        var terms = new HashSet<BytesRef>();
        Weight weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            BinaryDocValues values = DocValues.getBinary(leaf.reader(), TERM);
            var live = leaf.reader().getLiveDocs();
            var docs = scorer.iterator();
            for (int doc = docs.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = docs.nextDoc()) {
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    terms.add(BytesRef.deepCopyOf(values.binaryValue()));
                }
            }
        }
        return terms;
    }

    /// The account of an author's term.
    static String account(BytesRef term) {
        return new String(term.bytes, term.offset + 1, term.length - 1, StandardCharsets.UTF_8);
    }
}
