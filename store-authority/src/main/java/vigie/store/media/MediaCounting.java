package vigie.store.media;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.media.Finding;
import vigie.casework.media.MediaCounts;

/// Counts over the media of a case.
final class MediaCounting {
    /// Stacks with, of each person, the newest category that holds. A decision is about items: it
    /// holds for whatever stack they are in now.
    static final String OPINIONS =
            """
            WITH holding AS (
                SELECT DISTINCT ON (i.stack, d.actor) i.stack, d.actor, d.entry,
                    d.scheme || ' ' || d.category AS category
                FROM derived.media_decision d
                JOIN derived.media_item i ON i.case_id = d.case_id AND i.digest = d.item
                WHERE d.case_id = :case AND d.kind = 1 AND NOT EXISTS (
                    SELECT FROM derived.media_decision w
                    WHERE w.case_id = d.case_id AND w.kind = 3 AND w.target = d.entry)
                ORDER BY i.stack, d.actor, d.entry DESC),
            opinion AS (
                SELECT stack, count(*) AS people, count(DISTINCT category) AS categories,
                    (array_agg(category ORDER BY entry DESC))[1] AS category
                FROM holding GROUP BY stack)
            """;

    /// Whether a stack `s` with the opinions `o` still waits for a decision.
    static final String OPEN =
            """
            (o.stack IS NULL OR o.categories > 1 OR o.people < coalesce(
                (SELECT t.opinions FROM derived.media_state t WHERE t.case_id = :case), 1))""";

    private MediaCounting() {}

    static MediaCounts of(JdbcClient client, int caseId) {
        Map<Finding, Long> found = new EnumMap<>(Finding.class);
        client.sql(
                        "SELECT finding, count(*) FROM derived.media_item"
                                + " WHERE case_id = ? AND finding IS NOT NULL GROUP BY finding")
                .param(caseId)
                .query(
                        rows -> {
                            found.put(Finding.of(rows.getInt(1)), rows.getLong(2));
                        });
        long undecided =
                client.sql(
                                OPINIONS
                                        + "SELECT count(*) FROM derived.media_stack s"
                                        + " LEFT JOIN opinion o ON o.stack = s.stack"
                                        + " WHERE s.case_id = :case AND "
                                        + OPEN)
                        .param("case", caseId)
                        .query(Long.class)
                        .single();
        return client.sql(
                        """
                        SELECT count(*) FILTER (WHERE state = 1), count(*) FILTER (WHERE state = 2),
                            count(*) FILTER (WHERE state = 3),
                            count(*) FILTER (WHERE state IS NULL),
                            (SELECT count(*) FROM derived.media_stack s WHERE s.case_id = :case),
                            coalesce((SELECT t.serials FROM derived.media_state t
                                WHERE t.case_id = :case), 0),
                            (SELECT t.warnings FROM derived.media_state t WHERE t.case_id = :case)
                        FROM derived.media_item WHERE case_id = :case""")
                .param("case", caseId)
                .query(
                        (rows, _) ->
                                new MediaCounts(
                                        rows.getLong(1),
                                        rows.getLong(2),
                                        rows.getLong(3),
                                        rows.getLong(4),
                                        found,
                                        rows.getLong(5),
                                        undecided,
                                        rows.getLong(6),
                                        warnings(rows.getString(7))))
                .single();
    }

    private static List<String> warnings(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : text.lines().toList();
    }
}
