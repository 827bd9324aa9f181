package vigie.store.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.packed.PackedInts;

/// The numbers of authors and conversations over all segments of one commit.
///
/// @param authors       over [Terms#BY]
/// @param conversations over [Terms#ROOM]
record Ordinals(OrdinalMap authors, OrdinalMap conversations) {
    /// Those of a commit.
    static Ordinals of(IndexReader reader) throws IOException {
        return new Ordinals(map(reader, Terms.BY), map(reader, Terms.ROOM));
    }

    private static OrdinalMap map(IndexReader reader, String field) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        SortedDocValues[] values = new SortedDocValues[leaves.size()];
        for (LeafReaderContext leaf : leaves) {
            values[leaf.ord] = DocValues.getSorted(leaf.reader(), field);
        }
        return OrdinalMap.build(null, values, PackedInts.DEFAULT);
    }
}
