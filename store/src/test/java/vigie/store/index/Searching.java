package vigie.store.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.RowId;
import vigie.casework.operation.SearchIndex;
import vigie.model.claim.Claim;
import vigie.text.query.QueryError;
import vigie.text.query.QueryParser;

/// An index as tests use it: whole exhibits in, typed queries out.
final class Searching implements AutoCloseable {
    private @Nullable LuceneIndex open;

    void open(Path folder) throws IOException {
        open = LuceneIndex.open(folder);
    }

    LuceneIndex index() {
        return Objects.requireNonNull(open);
    }

    void take(int exhibit, int operator, String owner, List<Claim> claims) throws IOException {
        try (SearchIndex.Indexing indexing = index().index(exhibit, operator, owner)) {
            indexing.add(claims);
            indexing.commit();
        }
    }

    SearchIndex.Hits find(String typed) throws IOException {
        try {
            return index().search(QueryParser.parse(typed), 100, true);
        } catch (QueryError error) {
            throw new AssertionError(typed, error);
        }
    }

    /// The offsets, in hundreds, of what is found, best first.
    String found(String typed) throws IOException {
        SearchIndex.Hits hits = find(typed);
        assertEquals(hits.rows().size(), hits.total());
        assertTrue(hits.exact());
        var offsets = new ArrayList<String>();
        hits.rows().forEach(row -> offsets.add(Long.toString(RowId.offset(row) / 100)));
        return String.join(" ", offsets);
    }

    @Override
    public void close() throws IOException {
        index().close();
    }
}
