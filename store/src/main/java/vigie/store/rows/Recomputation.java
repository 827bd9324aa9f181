package vigie.store.rows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.Reading;
import vigie.casework.operation.RowId;
import vigie.model.claim.Moment;
import vigie.model.material.Exhibit;
import vigie.model.material.Span;
import vigie.store.digest.CanonicalJson;
import vigie.store.digest.ClaimJson;
import vigie.store.digest.MaterialRows;
import vigie.store.digest.RowSum;
import vigie.store.digest.Utf8;

/// Computes the state digest of a case from every row, as the loader: also from those that no user
/// is shown.
final class Recomputation {
    private static final int FETCHED = 2000;

    private final Connection connection;
    private final int caseId;
    private final RowSum material = new RowSum();
    private final RowSum media = new RowSum();
    private final MaterialRows digests = new MaterialRows();
    private final Map<Integer, byte[]> conversations = new HashMap<>();

    Recomputation(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    /// Takes one row.
    private interface Each {
        void row(ResultSet rows) throws SQLException;
    }

    CaseState run() throws SQLException {
        each(
                "SELECT number, key FROM derived.conversation WHERE case_id = ?",
                0,
                rows -> conversations.put(rows.getInt(1), json(rows.getString(2))));
        Map<Integer, Exhibit> exhibits = new HashMap<>();
        for (Exhibit exhibit : Exhibits.all(connection, caseId)) {
            exhibits.put(exhibit.number(), exhibit);
            material.add(digests.exhibit(exhibit));
        }
        for (Readings.Stored stored : Readings.stored(connection, caseId)) {
            Exhibit exhibit = exhibits.get(stored.reading().exhibit());
            if (exhibit == null) {
                throw new IllegalStateException("a reading of no exhibit");
            }
            reading(stored, exhibit);
        }
        references(exhibits);
        return new CaseState(material, media, new TreeMap<>());
    }

    private void reading(Readings.Stored stored, Exhibit exhibit) throws SQLException {
        Reading reading = stored.reading();
        MaterialRows.Claims claims = new MaterialRows.Claims(exhibit.digest(), reading.reader());
        messages(claims, exhibit.number());
        namings(claims, exhibit.number());
        migrations(claims, exhibit.number());
        profiles(claims, exhibit.number());
        contacts(claims, exhibit.number());
        sessions(claims, exhibit.number());
        ownMedia(claims, exhibit.number());
        unknowns(claims, exhibit.number());
        material.add(claims.sum().bytes());
        material.add(
                digests.reading(
                        reading, exhibit.digest(), stored.operator(), stored.declaredOwner()));
    }

    private void messages(MaterialRows.Claims claims, int exhibit) throws SQLException {
        Map<Integer, byte[]> authors = new HashMap<>();
        each(
                """
                SELECT n.number, a.key, n.name FROM derived.alias n
                LEFT JOIN derived.account a ON a.case_id = n.case_id AND a.number = n.account
                WHERE n.case_id = ? AND n.exhibit = ?""",
                exhibit,
                rows -> {
                    CanonicalJson json = new CanonicalJson();
                    ClaimJson.author(json, rows.getString(2), rows.getString(3));
                    authors.put(rows.getInt(1), json.copy());
                });
        long first = RowId.of(exhibit, 0);
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT row, length, kind, conversation, message_id, sent_unix, sent_local,
                            edited_unix, edited_local, alias, action, text, details
                        FROM derived.message WHERE case_id = ? AND row >= ? AND row < ?""")) {
            ask.setFetchSize(FETCHED);
            ask.setInt(1, caseId);
            ask.setLong(2, first);
            ask.setLong(3, first + (1L << 40));
            try (ResultSet rows = ask.executeQuery()) {
                CanonicalJson details = new CanonicalJson();
                while (rows.next()) {
                    long id = rows.getLong(5);
                    boolean numbered = !rows.wasNull();
                    String more = rows.getString(13);
                    if (more != null) {
                        byte[] bytes = more.getBytes(StandardCharsets.UTF_8);
                        details.reset(0).raw(bytes, 0, bytes.length);
                    }
                    ClaimJson.message(
                            claims.next(),
                            new Span(RowId.offset(rows.getLong(1)), rows.getInt(2)),
                            Kinds.kind(rows.getInt(3)),
                            conversation(rows.getInt(4)),
                            numbered ? Long.valueOf(id) : null,
                            moment(rows, 6),
                            moment(rows, 8),
                            authors.get(rows.getInt(10)),
                            rows.getString(11),
                            Utf8.of(rows.getString(12)),
                            more == null ? null : details);
                    claims.taken();
                }
            }
        }
    }

    private void namings(MaterialRows.Claims claims, int exhibit) throws SQLException {
        each(
                """
                SELECT start, length, conversation, type, name, is_left FROM derived.naming
                WHERE case_id = ? AND exhibit = ?""",
                exhibit,
                rows -> {
                    ClaimJson.conversation(
                            claims.next(),
                            span(rows),
                            conversation(rows.getInt(3)),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getBoolean(6));
                    claims.taken();
                });
    }

    private void migrations(MaterialRows.Claims claims, int exhibit) throws SQLException {
        each(
                """
                SELECT start, length, before, after FROM derived.migration
                WHERE case_id = ? AND exhibit = ?""",
                exhibit,
                rows -> {
                    ClaimJson.migration(
                            claims.next(),
                            span(rows),
                            conversation(rows.getInt(3)),
                            conversation(rows.getInt(4)));
                    claims.taken();
                });
    }

    private void profiles(MaterialRows.Claims claims, int exhibit) throws SQLException {
        each(
                """
                SELECT o.start, o.length, a.key, o.first_name, o.last_name, o.phone, o.username,
                    o.bio
                FROM derived.own_profile o
                LEFT JOIN derived.account a ON a.case_id = o.case_id AND a.number = o.account
                WHERE o.case_id = ? AND o.exhibit = ?""",
                exhibit,
                rows -> {
                    ClaimJson.owner(
                            claims.next(),
                            span(rows),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getString(8));
                    claims.taken();
                });
    }

    private void contacts(MaterialRows.Claims claims, int exhibit) throws SQLException {
        each(
                """
                SELECT o.start, o.length, o.list, a.key, o.first_name, o.last_name, o.phone,
                    o.date_unix, o.date_local, o.details
                FROM derived.contact o
                LEFT JOIN derived.account a ON a.case_id = o.case_id AND a.number = o.account
                WHERE o.case_id = ? AND o.exhibit = ?""",
                exhibit,
                rows -> {
                    ClaimJson.contact(
                            claims.next(),
                            span(rows),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            moment(rows, 8),
                            bytes(rows, 10));
                    claims.taken();
                });
    }

    private void sessions(MaterialRows.Claims claims, int exhibit) throws SQLException {
        each(
                """
                SELECT start, length, list, ip, country, created_unix, created_local, active_unix,
                    active_local, details
                FROM derived.session WHERE case_id = ? AND exhibit = ?""",
                exhibit,
                rows -> {
                    ClaimJson.session(
                            claims.next(),
                            span(rows),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            moment(rows, 6),
                            moment(rows, 8),
                            bytes(rows, 10));
                    claims.taken();
                });
    }

    private void ownMedia(MaterialRows.Claims claims, int exhibit) throws SQLException {
        each(
                """
                SELECT start, length, list, date_unix, date_local, attachments
                FROM derived.own_media WHERE case_id = ? AND exhibit = ?""",
                exhibit,
                rows -> {
                    ClaimJson.ownMedia(
                            claims.next(),
                            span(rows),
                            rows.getString(3),
                            moment(rows, 4),
                            bytes(rows, 6));
                    claims.taken();
                });
    }

    private void unknowns(MaterialRows.Claims claims, int exhibit) throws SQLException {
        each(
                """
                SELECT start, length, path, json FROM derived.unknown_field
                WHERE case_id = ? AND exhibit = ?""",
                exhibit,
                rows -> {
                    ClaimJson.unknown(
                            claims.next(), span(rows), rows.getString(3), rows.getString(4));
                    claims.taken();
                });
    }

    private void references(Map<Integer, Exhibit> exhibits) throws SQLException {
        each(
                "SELECT row, item, role, path, file FROM derived.media_reference WHERE case_id = ?",
                0,
                rows -> {
                    long row = rows.getLong(1);
                    Exhibit referring = exhibits.get(RowId.exhibit(row));
                    Exhibit file = exhibits.get(rows.getInt(5));
                    if (referring == null) {
                        throw new IllegalStateException("a reference of no exhibit");
                    }
                    media.add(
                            digests.reference(
                                    referring.digest(),
                                    RowId.offset(row),
                                    rows.getInt(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    file == null ? null : file.digest()));
                });
    }

    private byte[] conversation(int number) {
        byte[] json = conversations.get(number);
        if (json == null) {
            throw new IllegalStateException("a claim of no conversation");
        }
        return json;
    }

    /// Runs over the rows of an exhibit, or of the case where `exhibit` is 0.
    private void each(String sql, int exhibit, Each each) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setFetchSize(FETCHED);
            ask.setInt(1, caseId);
            if (exhibit != 0) {
                ask.setInt(2, exhibit);
            }
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    each.row(rows);
                }
            }
        }
    }

    private static Span span(ResultSet rows) throws SQLException {
        return new Span(rows.getLong(1), rows.getLong(2));
    }

    private static Moment moment(ResultSet rows, int unix) throws SQLException {
        return new Moment(MessageReads.time(rows, unix), MessageReads.time(rows, unix + 1));
    }

    private static byte @Nullable [] bytes(ResultSet rows, int column) throws SQLException {
        String json = rows.getString(column);
        return json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(String text) {
        CanonicalJson json = new CanonicalJson();
        json.string(Utf8.of(text));
        return json.copy();
    }
}
