package vigie.casework.operation;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import vigie.model.claim.Claim;
import vigie.text.query.Query;

/// The full-text index of one case: disposable, holding row numbers and terms, never texts.
public interface SearchIndex extends AutoCloseable {
    /// The exhibits whose messages the index holds, as of its last commit.
    Set<Integer> exhibits() throws IOException;

    /// Starts to index the messages of an exhibit, in place of what it held of it. One exhibit is
    /// indexed at a time.
    ///
    /// @param operator the number of the investigator's pseudonym whose account made this export,
    ///     or 0: no search by name or id finds that account, in any exhibit, but `operator N` does
    /// @param declaredOwner the account key of the exporter where the basis states it, or ""; else
    ///     the export's owner claim tells
    Indexing index(int exhibit, int operator, String declaredOwner) throws IOException;

    /// The best rows for a query: those that hold more, or rarer, of its alternatives first, and
    /// among equals the newest.
    ///
    /// @param exact whether `Hits#total` must be exact rather than a lower bound
    Hits search(Query query, int limit, boolean exact) throws IOException;

    /// Where the query's words stand in a text: pairs of start and end offsets in UTF-16 units, in
    /// order, not overlapping.
    List<int[]> highlights(Query query, String text) throws IOException;

    /// What no text search can see among all messages: by kind, how many messages carry one.
    Unseen unseen() throws IOException;

    @Override
    void close() throws IOException;

    /// The indexing of one exhibit: all of it or none. Any number of threads may add.
    interface Indexing extends AutoCloseable {
        /// Adds the messages among these claims.
        void add(List<Claim> batch) throws IOException;

        /// Makes them durable and searchable.
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }

    /// What a search found.
    ///
    /// @param rows  row numbers, best first
    /// @param total how many rows match, at least
    /// @param exact whether `total` is exact
    record Hits(List<Long> rows, long total, boolean exact) {}

    /// How many messages carry something that no text search sees.
    ///
    /// @param voice    voice messages
    /// @param pictures photos, stickers and animations
    /// @param videos   videos and video messages
    /// @param files    other files, sounds among them
    /// @param absent   a reference to a file that was not collected
    record Unseen(long voice, long pictures, long videos, long files, long absent) {}
}
