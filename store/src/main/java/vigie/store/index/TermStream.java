package vigie.store.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/// Exact terms as Lucene reads them.
final class TermStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final List<BytesRef> terms = new ArrayList<>();
    private int at;

    /// Forgets the terms.
    void clear() {
        terms.clear();
    }

    void add(BytesRef exact) {
        terms.add(exact);
    }

    @Override
    public void reset() {
        at = 0;
    }

    @Override
    public boolean incrementToken() {
        if (at == terms.size()) {
            return false;
        }
        term.setBytesRef(terms.get(at++));
        return true;
    }

    @Override
    public void end() {}

    @Override
    public void close() {}
}
