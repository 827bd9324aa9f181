package vigie.store.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import vigie.text.word.Words;

/// The words of a few texts as Lucene reads them. A phrase never spans two texts.
final class WordStream extends TokenStream {
    private static final int GAP = 100;

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef bytes = new BytesRef();
    private final Words words = new Words();
    private final List<String> texts = new ArrayList<>();
    private int at;

    /// Forgets the texts.
    void clear() {
        texts.clear();
    }

    /// Adds a text after the others.
    void add(String text) {
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    /// Whether there is no text.
    boolean isEmpty() {
        return texts.isEmpty();
    }

    @Override
    public void reset() {
        at = 0;
        words.read(texts.isEmpty() ? "" : texts.getFirst());
        term.setBytesRef(bytes);
        step.setPositionIncrement(1);
    }

    @Override
    public boolean incrementToken() {
        int increment = 1;
        while (!words.next()) {
            if (++at >= texts.size()) {
                return false;
            }
            words.read(texts.get(at));
            increment = GAP;
        }
        step.setPositionIncrement(increment);
        bytes.bytes = words.bytes();
        bytes.length = words.length();
        return true;
    }

    @Override
    public void end() {
        step.setPositionIncrement(0);
    }

    /// Lucene would clear what the next document reads again.
    @Override
    public void close() {}
}
