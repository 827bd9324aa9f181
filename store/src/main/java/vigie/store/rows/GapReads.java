package vigie.store.rows;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.overview.Conversations;
import vigie.casework.overview.Page;
import vigie.casework.overview.Slice;

/// Where ids of a conversation are missing.
///
/// A copy's lowest and highest id are ids that it holds, so ids between two neighbours are missing
/// where one copy spans both: what lies between the ranges of two copies is in neither export.
final class GapReads {
    private static final String GAPS =
            """
            WITH held AS (
                SELECT m.message_id AS id, min(coalesce(m.sent_unix, m.sent_local)) AS sent
                FROM derived.message m
                JOIN derived.conversation c ON c.case_id = m.case_id AND c.number = m.conversation
                WHERE m.case_id = :case AND m.conversation = :number AND m.message_id > 0
                  AND c.type = 'channel'
                GROUP BY m.message_id
            ), neighbours AS (
                SELECT id, lead(id) OVER (ORDER BY id) AS next, sent,
                    lead(sent) OVER (ORDER BY id) AS next_sent
                FROM held
            )
            SELECT id + 1, next - 1, sent, next_sent, count(*) OVER ()
            FROM neighbours n
            WHERE next > id + 1 AND EXISTS (SELECT FROM derived.copy k
                WHERE k.case_id = :case AND k.conversation = :number
                  AND k.lowest <= n.id AND k.highest >= n.next)
            ORDER BY id LIMIT :limit OFFSET :offset""";

    private final JdbcClient client;
    private final int caseId;

    GapReads(JdbcClient client, int caseId) {
        this.client = client;
        this.caseId = caseId;
    }

    /// The record of a row and how many rows there are.
    private record Counted(Conversations.Gap gap, long total) {}

    Page<Conversations.Gap> page(int conversation, Slice slice) {
        List<Counted> rows =
                client.sql(GAPS)
                        .param("case", caseId)
                        .param("number", conversation)
                        .param("limit", slice.limit())
                        .param("offset", slice.offset())
                        .query(
                                (row, _) ->
                                        new Counted(
                                                new Conversations.Gap(
                                                        row.getLong(1),
                                                        row.getLong(2),
                                                        Times.drawn(row, 3),
                                                        Times.drawn(row, 4)),
                                                row.getLong(5)))
                        .list();
        long total = rows.isEmpty() ? slice.offset() : rows.getFirst().total();
        return new Page<>(rows.stream().map(Counted::gap).toList(), total, slice);
    }
}
