package vigie.store.media;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.media.Finding;
import vigie.casework.media.Match;
import vigie.casework.media.MediaReads.Decided;
import vigie.casework.media.StackAct;
import vigie.casework.media.StackDecision;
import vigie.casework.media.StackMember;
import vigie.media.examine.Examined;
import vigie.model.casefile.Actor;
import vigie.model.material.Sha256;

/// Items of stacks, for whoever the transaction acts for.
final class MemberReads {
    /// More items of one stack are no page any more; the counts say how many there are.
    private static final int MOST = 500;

    private static final String MEMBER =
            """
            SELECT i.item, i.digest, i.size, i.copies, i.format, i.width, i.height, i.millis,
                i.decoder, i.why, i.finding, i.state, ARRAY(SELECT e.path FROM derived.exhibit e
                    WHERE e.case_id = i.case_id AND e.digest = i.digest
                    ORDER BY e.number LIMIT 20) AS names
            FROM derived.media_item i WHERE i.case_id = :case""";

    private final JdbcClient client;
    private final int caseId;

    MemberReads(JdbcClient client, int caseId) {
        this.client = client;
        this.caseId = caseId;
    }

    List<StackMember> ofStack(int stack, int representative) {
        return client.sql(
                        MEMBER
                                + " AND i.stack = :stack"
                                + " ORDER BY i.item <> :first, i.item LIMIT "
                                + MOST)
                .param("case", caseId)
                .param("stack", stack)
                .param("first", representative)
                .query((rows, _) -> member(rows))
                .list();
    }

    private StackMember member(ResultSet rows) throws SQLException {
        int item = rows.getInt("item");
        int finding = rows.getInt("finding");
        boolean compared = !rows.wasNull();
        boolean clip = rows.getInt("state") == 2;
        Array names = rows.getArray("names");
        return new StackMember(
                item,
                Sha256.ofDigest(rows.getBytes("digest")),
                rows.getLong("size"),
                List.of((String[]) names.getArray()),
                rows.getLong("copies"),
                rows.getString("format"),
                rows.getInt("width"),
                rows.getInt("height"),
                clip ? rows.getLong("millis") : -1,
                rows.getString("decoder"),
                rows.getString("why"),
                compared ? Optional.of(Finding.of(finding)) : Optional.empty(),
                matches(item),
                properties(item));
    }

    private List<Match> matches(int item) {
        return client.sql(
                        """
                        SELECT set_name, set_version, alert, by, distance, category, details,
                            of_file, of_listed
                        FROM derived.media_match WHERE case_id = ? AND item = ? ORDER BY number""")
                .param(caseId)
                .param(item)
                .query(
                        (rows, _) ->
                                new Match(
                                        rows.getString(1),
                                        rows.getString(2),
                                        rows.getBoolean(3),
                                        rows.getString(4),
                                        rows.getInt(5),
                                        shares(rows),
                                        rows.getString(6),
                                        rows.getString(7)))
                .list();
    }

    private static Match.@Nullable Shares shares(ResultSet rows) throws SQLException {
        int ofFile = rows.getInt(8);
        return rows.wasNull() ? null : new Match.Shares(ofFile, rows.getInt(9));
    }

    private List<Examined.Property> properties(int item) {
        return client.sql(
                        "SELECT family, name, value FROM derived.media_property"
                                + " WHERE case_id = ? AND item = ? ORDER BY number")
                .param(caseId)
                .param(item)
                .query(
                        (rows, _) ->
                                new Examined.Property(
                                        rows.getString(1), rows.getString(2), rows.getString(3)))
                .list();
    }

    /// Items whose category that holds is told, each with all who decided it.
    List<Decided> decided() {
        return client.sql(
                        """
                        %s
                        SELECT m.*, d.scheme, d.category, d.entries, d.actors, d.times
                        FROM (%s) m JOIN LATERAL (
                            SELECT y.scheme, y.category,
                                array_agg(y.entry ORDER BY y.entry) AS entries,
                                array_agg(y.actor ORDER BY y.entry) AS actors,
                                array_agg(y.at ORDER BY y.entry) AS times
                            FROM (SELECT DISTINCT ON (x.actor) x.*
                                FROM derived.media_decision x
                                WHERE x.case_id = :case AND x.item = m.digest AND x.kind = 1
                                  AND NOT EXISTS (SELECT FROM derived.media_decision w
                                      WHERE w.case_id = x.case_id AND w.kind = 3
                                        AND w.target = x.entry)
                                ORDER BY x.actor, x.entry DESC) y
                            GROUP BY y.scheme, y.category
                            ORDER BY max(y.entry) DESC LIMIT 1) d ON true
                        WHERE EXISTS (SELECT FROM derived.media_item i
                            JOIN derived.media_stack s
                                ON s.case_id = i.case_id AND s.stack = i.stack
                            LEFT JOIN opinion o ON o.stack = s.stack
                            WHERE i.case_id = :case AND i.digest = m.digest AND NOT %s)
                          AND :case = ANY (vigie.decision_cases())
                        ORDER BY m.item"""
                                .formatted(MediaCounting.OPINIONS, MEMBER, MediaCounting.OPEN))
                .param("case", caseId)
                .query(
                        (rows, _) -> {
                            var category =
                                    new StackDecision.Category(
                                            rows.getString("scheme"), rows.getString("category"));
                            return new Decided(member(rows), category, acts(rows, category));
                        })
                .list();
    }

    private static List<StackAct> acts(ResultSet rows, StackDecision.Category category)
            throws SQLException {
        Long[] entries = (Long[]) rows.getArray("entries").getArray();
        String[] actors = (String[]) rows.getArray("actors").getArray();
        Timestamp[] times = (Timestamp[]) rows.getArray("times").getArray();
        List<StackAct> acts = new ArrayList<>();
        for (int i = 0; i < entries.length; i++) {
            acts.add(
                    new StackAct(
                            entries[i],
                            new Actor(actors[i]),
                            times[i].toInstant(),
                            category,
                            1,
                            false));
        }
        return acts;
    }
}
