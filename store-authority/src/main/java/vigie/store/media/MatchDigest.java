package vigie.store.media;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vigie.model.material.Sha256;
import vigie.store.digest.CanonicalJson;
import vigie.store.digest.RowSum;

/// The section `match` of the state digest, from the rows (`docs/formats/state-digest.md`).
final class MatchDigest {
    private static final int FETCHED = 5000;

    private final Connection connection;
    private final int caseId;
    private final MessageDigest sha256 = Sha256.digest();
    private final CanonicalJson json = new CanonicalJson();
    private final RowSum sum = new RowSum();

    MatchDigest(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    /// The sum; of a case whose items were never compared, that of no rows.
    RowSum sum() throws SQLException {
        items();
        views();
        frames();
        properties();
        matches();
        stacks();
        appearances();
        rules();
        return sum;
    }

    private void items() throws SQLException {
        each(
                """
                SELECT digest, state, format, width, height, orientation, millis, decoder, reason,
                    finding
                FROM derived.media_item WHERE case_id = ? AND finding IS NOT NULL""",
                rows -> {
                    text("decoder", rows.getString(8));
                    whole("finding", rows, 10);
                    text("format", rows.getString(3));
                    whole("height", rows, 5);
                    text("item", hex(rows, 1));
                    whole("millis", rows, 7);
                    whole("orientation", rows, 6);
                    text("reason", rows.getString(9));
                    whole("state", rows, 2);
                    text("type", "item");
                    whole("width", rows, 4);
                });
    }

    private static final String OF =
            " JOIN derived.media_item i ON i.case_id = v.case_id AND i.item = v.item"
                    + " WHERE v.case_id = ? AND i.finding IS NOT NULL";

    private void views() throws SQLException {
        each(
                "SELECT i.digest, v.kind, v.pdq, v.quality, v.number FROM derived.media_view v"
                        + OF,
                rows -> {
                    text("item", hex(rows, 1));
                    whole("kind", rows, 2);
                    whole("number", rows, 5);
                    text("pdq", hex(rows, 3));
                    whole("quality", rows, 4);
                    text("type", "view");
                });
    }

    private void frames() throws SQLException {
        each(
                "SELECT i.digest, v.millis, v.pdq, v.quality, v.number FROM derived.media_frame v"
                        + OF,
                rows -> {
                    text("item", hex(rows, 1));
                    whole("millis", rows, 2);
                    whole("number", rows, 5);
                    text("pdq", hex(rows, 3));
                    whole("quality", rows, 4);
                    text("type", "frame");
                });
    }

    private void properties() throws SQLException {
        each(
                "SELECT i.digest, v.family, v.name, v.value FROM derived.media_property v" + OF,
                rows -> {
                    text("family", rows.getString(2));
                    text("item", hex(rows, 1));
                    text("name", rows.getString(3));
                    text("type", "property");
                    text("value", rows.getString(4));
                });
    }

    private void matches() throws SQLException {
        each(
                "SELECT i.digest, v.set_name, v.set_version, v.alert, v.by, v.distance, v.category,"
                        + " v.of_file, v.of_listed FROM derived.media_match v"
                        + OF,
                rows -> {
                    json.truth(CanonicalJson.name("alert"), rows.getBoolean(4));
                    text("by", rows.getString(5));
                    text("category", rows.getString(7));
                    whole("distance", rows, 6);
                    text("item", hex(rows, 1));
                    whole("ofFile", rows, 8);
                    whole("ofListed", rows, 9);
                    text("set", rows.getString(2));
                    text("type", "match");
                    text("version", rows.getString(3));
                });
    }

    /// A row for each item of a stack, which names the one that stands for all.
    private void stacks() throws SQLException {
        each(
                """
                SELECT i.digest, r.digest, s.finding FROM derived.media_stack s
                JOIN derived.media_item r ON r.case_id = s.case_id AND r.item = s.representative
                JOIN derived.media_item i ON i.case_id = s.case_id AND i.stack = s.stack
                WHERE s.case_id = ?""",
                rows -> {
                    whole("finding", rows, 3);
                    text("item", hex(rows, 1));
                    text("like", hex(rows, 2));
                    text("type", "stacked");
                });
    }

    private void appearances() throws SQLException {
        each(
                """
                SELECT i.digest, e.digest, v.row & ((1::bigint << 40) - 1), v.attachment, v.by
                FROM derived.media_appearance v
                JOIN derived.media_item i ON i.case_id = v.case_id AND i.item = v.item
                JOIN derived.exhibit e ON e.case_id = v.case_id AND e.number = (v.row >> 40)::integer
                WHERE v.case_id = ?""",
                rows -> {
                    whole("attachment", rows, 4);
                    whole("by", rows, 5);
                    text("exhibit", hex(rows, 2));
                    text("item", hex(rows, 1));
                    whole("offset", rows, 3);
                    text("type", "appearance");
                });
    }

    private void rules() throws SQLException {
        each(
                "SELECT rules, sets FROM derived.media_state WHERE case_id = ? AND rules > 0",
                rows -> {
                    whole("rules", rows, 1);
                    text("sets", rows.getString(2));
                    text("type", "rules");
                });
    }

    private interface Row {
        /// Writes the members, in the order of their names.
        void of(ResultSet rows) throws SQLException;
    }

    private void each(String sql, Row row) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setFetchSize(FETCHED);
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    json.reset(0).open('{');
                    row.of(rows);
                    json.close('}');
                    sha256.update(json.bytes(), 0, json.length());
                    sum.add(sha256.digest());
                }
            }
        }
    }

    private void text(String name, @Nullable String value) {
        json.text(CanonicalJson.name(name), value);
    }

    private void whole(String name, ResultSet rows, int column) throws SQLException {
        long value = rows.getLong(column);
        if (!rows.wasNull()) {
            json.integer(CanonicalJson.name(name), value);
        }
    }

    private static String hex(ResultSet rows, int column) throws SQLException {
        return HexFormat.of().formatHex(rows.getBytes(column));
    }
}
