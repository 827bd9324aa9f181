package vigie.casework.operation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Verb;
import vigie.text.query.Query;

/// Asks the messages of a case; each asking is a consultation in the ledger.
public final class Finding {
    /// The longest snippet, in UTF-16 units: two lines of a terminal.
    private static final int SNIPPET = 160;

    private Finding() {}

    /// One message that matches.
    ///
    /// @param snippet the part of its text around the first match
    /// @param marks   where the query's words stand in the snippet: start and end, in UTF-16 units
    public record Hit(StoredMessage message, String snippet, List<int[]> marks) {
        public Hit {
            marks = List.copyOf(marks);
        }
    }

    /// What a search found, and what it could not see.
    ///
    /// @param unindexed exhibits that are read and not yet searchable: take again, or rebuild
    public record Found(
            List<Hit> hits,
            long total,
            boolean exact,
            SearchIndex.Unseen unseen,
            Set<Integer> unindexed) {
        public Found {
            hits = List.copyOf(hits);
            unindexed = Set.copyOf(unindexed);
        }

        private Found without(Set<Integer> exhibits) {
            return new Found(hits, total, exact, unseen, exhibits);
        }
    }

    /// Searches, and enters the consultation.
    ///
    /// @param words   the query as it was typed, for the ledger's erasable envelope
    /// @param purpose what for
    /// @throws vigie.model.casefile.Refusal where the actor may not read what people wrote
    public static Found find(
            OpenCase opened, Query query, String words, int limit, boolean exact, String purpose)
            throws IOException {
        Searching.requireReader(opened);
        Found found;
        Set<Integer> unindexed =
                new TreeSet<>(opened.store().gathered(opened.name(), opened.actor()));
        try (SearchIndex index = opened.index()) {
            unindexed.removeAll(index.exhibits());
            found = search(opened, index, query, limit, exact).without(unindexed);
        }
        opened.ledger()
                .append(
                        Draft.of(Verb.CONSULTATION, "find", opened.actor(), purpose)
                                .with("shown", found.hits().size())
                                .with("total", found.total())
                                .sealing("query", words));
        return found;
    }

    /// Searches in an index that the caller keeps open and knows to be whole; enters nothing.
    public static Found search(
            OpenCase opened, SearchIndex index, Query query, int limit, boolean exact)
            throws IOException {
        SearchIndex.Hits rows = index.search(query, limit, exact);
        List<Hit> hits = new ArrayList<>(rows.rows().size());
        for (StoredMessage message :
                opened.store().messages(opened.name(), opened.actor(), rows.rows())) {
            hits.add(hit(message, index.highlights(query, message.text())));
        }
        return new Found(hits, rows.total(), rows.exact(), index.unseen(), Set.of());
    }

    /// A message with a snippet of its text.
    static Hit hit(StoredMessage message, List<int[]> marks) {
        String text = message.text();
        int first = marks.isEmpty() ? 0 : marks.getFirst()[0];
        int start = Math.max(0, first - SNIPPET / 4);
        if (text.length() - start < SNIPPET) {
            start = Math.max(0, text.length() - SNIPPET);
        }
        start = atBoundary(text, start);
        int end = atBoundary(text, Math.min(text.length(), start + SNIPPET));
        List<int[]> within = new ArrayList<>();
        for (int[] mark : marks) {
            if (mark[0] >= start && mark[1] <= end) {
                within.add(new int[] {mark[0] - start, mark[1] - start});
            }
        }
        return new Hit(message, text.substring(start, end), within);
    }

    /// Never between the two halves of a character.
    private static int atBoundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                ? at - 1
                : at;
    }
}
