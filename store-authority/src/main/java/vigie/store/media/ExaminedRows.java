package vigie.store.media;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.casework.media.MediaStore.Result;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;

/// What was found in items, as rows.
final class ExaminedRows {
    private static final int FETCHED = 2000;

    private final Connection connection;
    private final int caseId;

    ExaminedRows(Connection connection, int caseId) {
        this.connection = connection;
        this.caseId = caseId;
    }

    /// Keeps results; an item that was examined already stays as it was found then.
    void write(List<Result> results) throws SQLException {
        try (PreparedStatement item = connection.prepareStatement(ITEM);
                PreparedStatement view = connection.prepareStatement(VIEW);
                PreparedStatement frame = connection.prepareStatement(FRAME);
                PreparedStatement property = connection.prepareStatement(PROPERTY)) {
            for (Result result : results) {
                if (item(item, result) == 1) {
                    views(view, result);
                    frames(frame, result);
                    properties(property, result);
                }
            }
            view.executeBatch();
            frame.executeBatch();
            property.executeBatch();
        }
    }

    private static final String ITEM =
            """
            UPDATE derived.media_item SET state = ?, format = ?, width = ?, height = ?,
                orientation = ?, millis = ?, decoder = ?, reason = ?, why = ?
            WHERE case_id = ? AND item = ? AND state IS NULL""";

    private static final String VIEW =
            "INSERT INTO derived.media_view (case_id, item, number, kind, pdq, quality, turned)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String FRAME =
            "INSERT INTO derived.media_frame (case_id, item, number, millis, pdq, quality)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private static final String PROPERTY =
            "INSERT INTO derived.media_property (case_id, item, number, family, name, value)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private int item(PreparedStatement set, Result result) throws SQLException {
        for (int i = 2; i <= 9; i++) {
            set.setNull(i, Types.OTHER);
        }
        switch (result.examined()) {
            case Examined.Picture picture -> {
                set.setInt(1, 1);
                set.setString(2, picture.format());
                set.setInt(3, picture.width());
                set.setInt(4, picture.height());
                set.setInt(5, picture.orientation());
                set.setString(7, picture.decoder());
            }
            case Examined.Clip clip -> {
                set.setInt(1, 2);
                set.setString(2, clip.format());
                set.setInt(3, clip.width());
                set.setInt(4, clip.height());
                set.setLong(6, clip.millis());
                set.setString(7, clip.decoder());
            }
            case Examined.Unreadable unreadable -> {
                set.setInt(1, 3);
                set.setString(8, unreadable.reason().name());
                set.setString(9, text(unreadable.why()));
            }
        }
        set.setInt(10, caseId);
        set.setInt(11, result.item());
        return set.executeUpdate();
    }

    private void views(PreparedStatement insert, Result result) throws SQLException {
        if (result.examined() instanceof Examined.Picture picture) {
            int number = 0;
            for (Examined.View view : picture.views()) {
                insert.setInt(1, caseId);
                insert.setInt(2, result.item());
                insert.setInt(3, number++);
                insert.setInt(4, code(view.kind()));
                insert.setBytes(5, Pdqs.bytes(view.hashed().hash()));
                insert.setInt(6, view.hashed().quality());
                insert.setBytes(7, Pdqs.bytes(view.turned()));
                insert.addBatch();
            }
        }
    }

    private void frames(PreparedStatement insert, Result result) throws SQLException {
        for (Examined.Frame frame : frames(result.examined())) {
            insert.setInt(1, caseId);
            insert.setInt(2, result.item());
            insert.setInt(3, frame.number());
            insert.setLong(4, frame.millis());
            insert.setBytes(5, Pdqs.bytes(frame.hashed().hash()));
            insert.setInt(6, frame.hashed().quality());
            insert.addBatch();
        }
    }

    private static List<Examined.Frame> frames(Examined examined) {
        return switch (examined) {
            case Examined.Picture picture -> picture.frames();
            case Examined.Clip clip -> clip.frames();
            case Examined.Unreadable _ -> List.of();
        };
    }

    private void properties(PreparedStatement insert, Result result) throws SQLException {
        int number = 0;
        for (Examined.Property property : result.examined().properties()) {
            insert.setInt(1, caseId);
            insert.setInt(2, result.item());
            insert.setInt(3, number++);
            insert.setString(4, text(property.group()));
            insert.setString(5, text(property.name()));
            insert.setString(6, text(property.value()));
            insert.addBatch();
        }
    }

    /// What a file says may hold what no row can.
    private static String text(String said) {
        return said.replace('\u0000', '\ufffd');
    }

    static int code(Examined.View.Kind kind) {
        return switch (kind) {
            case STORED -> 1;
            case ORIENTED -> 2;
            case TRIMMED -> 3;
            case CROPPED -> 4;
        };
    }

    private static Examined.View.Kind kind(int code) {
        for (Examined.View.Kind kind : Examined.View.Kind.values()) {
            if (code(kind) == code) {
                return kind;
            }
        }
        throw new IllegalStateException("no view: " + code);
    }

    /// Hands over every examined item in the order of their numbers, without properties.
    void forEach(Consumer<Result> each) throws SQLException {
        Map<Integer, List<Examined.View>> views = new HashMap<>();
        Map<Integer, List<Examined.Frame>> frames = new HashMap<>();
        ask(
                "SELECT item, kind, pdq, quality, turned FROM derived.media_view"
                        + " WHERE case_id = ? ORDER BY item, number",
                rows ->
                        views.computeIfAbsent(rows.getInt(1), _ -> new ArrayList<>())
                                .add(
                                        new Examined.View(
                                                kind(rows.getInt(2)),
                                                new Hashed(
                                                        Pdqs.hash(rows.getBytes(3)),
                                                        rows.getInt(4)),
                                                Pdqs.hashes(rows.getBytes(5)))));
        ask(
                "SELECT item, number, millis, pdq, quality FROM derived.media_frame"
                        + " WHERE case_id = ? ORDER BY item, number",
                rows ->
                        frames.computeIfAbsent(rows.getInt(1), _ -> new ArrayList<>())
                                .add(
                                        new Examined.Frame(
                                                rows.getInt(2),
                                                rows.getLong(3),
                                                new Hashed(
                                                        Pdqs.hash(rows.getBytes(4)),
                                                        rows.getInt(5)))));
        ask(
                "SELECT item, state, format, width, height, orientation, millis, decoder, reason,"
                        + " why FROM derived.media_item WHERE case_id = ? AND state IS NOT NULL"
                        + " ORDER BY item",
                rows ->
                        each.accept(
                                new Result(
                                        rows.getInt(1),
                                        examined(
                                                rows,
                                                views.getOrDefault(rows.getInt(1), List.of()),
                                                frames.getOrDefault(rows.getInt(1), List.of())))));
    }

    private static Examined examined(
            ResultSet rows, List<Examined.View> views, List<Examined.Frame> frames)
            throws SQLException {
        return switch (rows.getInt(2)) {
            case 1 ->
                    new Examined.Picture(
                            string(rows, 3),
                            rows.getInt(4),
                            rows.getInt(5),
                            rows.getInt(6),
                            string(rows, 8),
                            views,
                            frames,
                            List.of());
            case 2 ->
                    new Examined.Clip(
                            string(rows, 3),
                            rows.getInt(4),
                            rows.getInt(5),
                            rows.getLong(7),
                            string(rows, 8),
                            frames,
                            List.of());
            default ->
                    new Examined.Unreadable(
                            Examined.Reason.valueOf(string(rows, 9)), string(rows, 10), List.of());
        };
    }

    private static String string(ResultSet rows, int column) throws SQLException {
        @Nullable String text = rows.getString(column);
        return text == null ? "" : text;
    }

    private interface Row {
        void of(ResultSet rows) throws SQLException;
    }

    private void ask(String sql, Row each) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setFetchSize(FETCHED);
            ask.setInt(1, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    each.of(rows);
                }
            }
        }
    }
}
