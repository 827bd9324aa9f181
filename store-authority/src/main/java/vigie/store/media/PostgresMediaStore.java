package vigie.store.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vigie.casework.media.MediaCounts;
import vigie.casework.media.MediaStore;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;
import vigie.store.digest.RowSum;
import vigie.store.rows.CaseLock;
import vigie.store.rows.PostgresCaseStore;

/// The rows of the stage `match` in PostgreSQL. Safe for several threads.
public final class PostgresMediaStore implements MediaStore {
    private final PostgresCaseStore store;

    public PostgresMediaStore(PostgresCaseStore store) {
        this.store = store;
    }

    @Override
    public State state(CaseName name) {
        return store.asLoader(
                name,
                (client, _, caseId) ->
                        client.sql(
                                        "SELECT seen, compared, rules FROM derived.media_state"
                                                + " WHERE case_id = ?")
                                .param(caseId)
                                .query(
                                        (rows, _) ->
                                                new State(
                                                        rows.getInt(1),
                                                        rows.getString(2),
                                                        rows.getInt(3)))
                                .optional()
                                .orElse(new State(0, "", 0)));
    }

    @Override
    public void add(CaseName name, List<Item> items, int seen) {
        store.asLoader(
                name,
                (client, connection, caseId) -> {
                    CaseLock.take(connection, caseId);
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    """
                                    INSERT INTO derived.media_item
                                        (case_id, item, digest, size, md5, sha1)
                                    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")) {
                        for (Item item : items) {
                            insert.setInt(1, caseId);
                            insert.setInt(2, item.item());
                            insert.setBytes(3, bytes(item.digest()));
                            insert.setLong(4, item.size());
                            insert.setBytes(5, hex(item.md5()));
                            insert.setBytes(6, hex(item.sha1()));
                            insert.addBatch();
                        }
                        insert.executeBatch();
                    }
                    begun(client, caseId);
                    return client.sql(
                                    "UPDATE derived.media_state SET seen = greatest(seen, ?)"
                                            + " WHERE case_id = ?")
                            .param(seen)
                            .param(caseId)
                            .update();
                });
    }

    static void begun(JdbcClient client, int caseId) {
        client.sql("INSERT INTO derived.media_state (case_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(caseId)
                .update();
    }

    @Override
    public void digests(CaseName name, List<Item> items) {
        store.asLoader(
                name,
                (_, connection, caseId) -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    """
                                    UPDATE derived.media_item
                                    SET md5 = coalesce(md5, ?), sha1 = coalesce(sha1, ?)
                                    WHERE case_id = ? AND item = ?""")) {
                        for (Item item : items) {
                            update.setBytes(1, hex(item.md5()));
                            update.setBytes(2, hex(item.sha1()));
                            update.setInt(3, caseId);
                            update.setInt(4, item.item());
                            update.addBatch();
                        }
                        return update.executeBatch();
                    }
                });
    }

    @Override
    public List<Item> items(CaseName name) {
        return store.asLoader(
                name,
                (client, _, caseId) ->
                        client.sql(
                                        "SELECT item, digest, size, md5, sha1 FROM"
                                                + " derived.media_item WHERE case_id = ?"
                                                + " ORDER BY item")
                                .param(caseId)
                                .query(
                                        (rows, _) ->
                                                new Item(
                                                        rows.getInt(1),
                                                        Sha256.ofDigest(rows.getBytes(2)),
                                                        rows.getLong(3),
                                                        hex(rows, 4),
                                                        hex(rows, 5)))
                                .list());
    }

    @Override
    public List<Integer> unexamined(CaseName name) {
        return store.asLoader(
                name,
                (client, _, caseId) ->
                        client.sql(
                                        "SELECT item FROM derived.media_item"
                                                + " WHERE case_id = ? AND state IS NULL"
                                                + " ORDER BY item")
                                .param(caseId)
                                .query(Integer.class)
                                .list());
    }

    @Override
    public void examined(CaseName name, List<Result> results) {
        store.asLoader(
                name,
                (_, connection, caseId) -> {
                    new ExaminedRows(connection, caseId).write(results);
                    return caseId;
                });
    }

    @Override
    public void forEachExamined(CaseName name, Consumer<Result> each) {
        store.asLoader(
                name,
                (_, connection, caseId) -> {
                    new ExaminedRows(connection, caseId).forEach(each);
                    return caseId;
                });
    }

    @Override
    public MediaCounts settle(CaseName name, Settled settled, Entering entering)
            throws IOException {
        try {
            return store.asLoader(
                    name,
                    (client, connection, caseId) ->
                            settle(client, connection, caseId, settled, entering));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static MediaCounts settle(
            JdbcClient client,
            Connection connection,
            int caseId,
            Settled settled,
            Entering entering)
            throws SQLException {
        CaseLock.take(connection, caseId);
        begun(client, caseId);
        new MatchSettling(connection, caseId).run(settled);
        client.sql(
                        """
                        UPDATE derived.media_state
                        SET compared = ?, rules = ?, sets = ?, warnings = ?, serials = ?
                        WHERE case_id = ?""")
                .param(settled.compared())
                .param(settled.rules())
                .param(String.join("\n", settled.sets()))
                .param(String.join("\n", settled.warnings()))
                .param(new SerialReads(client, caseId).count())
                .param(caseId)
                .update();
        RowSum sum = new MatchDigest(connection, caseId).sum();
        client.sql("UPDATE derived.media_state SET match_sum = ? WHERE case_id = ?")
                .param(sum.bytes())
                .param(caseId)
                .update();
        MediaCounts counts = MediaCounting.of(client, caseId);
        try {
            entering.enter(counts, sum.hex());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return counts;
    }

    private static byte @Nullable [] hex(@Nullable String digits) {
        return digits == null ? null : HexFormat.of().parseHex(digits);
    }

    private static @Nullable String hex(ResultSet rows, int column) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    static byte[] bytes(Sha256 digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
