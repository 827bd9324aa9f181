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

    /// One page of what a query finds within a restriction, and how many there are, exactly. The
    /// result is kept for a while: the next page costs little.
    ///
    /// @param from how many hits come before the page
    /// @throws IllegalArgumentException where the page ends beyond [#DEEPEST]
    Page page(Query query, Restriction only, Order order, int from, int count) throws IOException;

    /// What narrows the result of a query within a restriction: who wrote it, where, when and of
    /// what kind, each with how many of the hits, exactly; the `top` most frequent, months all.
    Facets facets(Query query, Restriction only, int top) throws IOException;

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

    /// How far pages go: nobody reads further, who must narrow the question.
    int DEEPEST = 10_000;

    /// In which order hits come.
    enum Order {
        /// Those that hold more, or rarer, of the alternatives first; among equals the newest.
        RELEVANCE,
        NEWEST,
        OLDEST
    }

    /// Rows that a search keeps to.
    ///
    /// @param within  only rows that are in each of these
    /// @param without only rows that are in none of these
    record Restriction(List<RowSet> within, List<RowSet> without) {
        /// Every row.
        public static final Restriction NONE = new Restriction(List.of(), List.of());

        public Restriction {
            within = List.copyOf(within);
            without = List.copyOf(without);
        }
    }

    /// One page of hits.
    ///
    /// @param total how many there are on all pages
    record Page(List<Long> rows, long total) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /// How the hits of a query are distributed.
    ///
    /// @param senders       account keys; `operator:N` for an investigator; `~` and the folded name
    ///     where the source gives no account
    /// @param conversations keys
    /// @param months        `2024-06`, the latest first
    /// @param kinds         of [Query.Has#KINDS]
    record Facets(
            List<Value> senders, List<Value> conversations, List<Value> months, List<Value> kinds) {
        public Facets {
            senders = List.copyOf(senders);
            conversations = List.copyOf(conversations);
            months = List.copyOf(months);
            kinds = List.copyOf(kinds);
        }

        /// A value and how many hits have it.
        public record Value(String key, long count) {}
    }

    /// How many messages carry something that no text search sees.
    ///
    /// @param voice    voice messages
    /// @param pictures photos, stickers and animations
    /// @param videos   videos and video messages
    /// @param files    other files, sounds among them
    /// @param absent   a reference to a file that was not collected
    record Unseen(long voice, long pictures, long videos, long files, long absent) {}
}
