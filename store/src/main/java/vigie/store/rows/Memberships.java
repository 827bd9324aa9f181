package vigie.store.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.CaseStore.Changes;
import vigie.casework.operation.CaseStore.Following;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// Makes the members of a case follow its ledger, under a lock of the case's row, which every other
/// change of members takes too.
final class Memberships {
    /// Entries that change no members are read again at each opening until there are this many.
    private static final int READ_AGAIN = 1000;

    private record Known(int id, long followed) {}

    private Memberships() {}

    static void follow(Connection connection, CaseName name, Following following)
            throws SQLException {
        Known known = locked(connection, name);
        if (known == null) {
            if (since(following, 0).on().isEmpty()) {
                return;
            }
            insert(connection, name);
            known = locked(connection, name);
        }
        if (known == null) {
            throw new SQLException("the case was made and is not there: " + name);
        }
        Changes changes = since(following, known.followed());
        for (Map.Entry<Actor, Boolean> change : changes.on().entrySet()) {
            set(connection, known.id(), change.getKey(), change.getValue());
        }
        if (!changes.on().isEmpty() || changes.followed() - known.followed() > READ_AGAIN) {
            advance(connection, known.id(), changes.followed());
        }
    }

    private static Changes since(Following following, long followed) {
        try {
            return following.since(followed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static @Nullable Known locked(Connection connection, CaseName name)
            throws SQLException {
        try (PreparedStatement ask =
                connection.prepareStatement(
                        "SELECT id, followed FROM vigie.casefile WHERE name = ? FOR UPDATE")) {
            ask.setString(1, name.value());
            try (ResultSet rows = ask.executeQuery()) {
                return rows.next() ? new Known(rows.getInt(1), rows.getLong(2)) : null;
            }
        }
    }

    private static void insert(Connection connection, CaseName name) throws SQLException {
        try (PreparedStatement make =
                connection.prepareStatement(
                        "INSERT INTO vigie.casefile (name) VALUES (?) ON CONFLICT DO NOTHING")) {
            make.setString(1, name.value());
            make.executeUpdate();
        }
    }

    private static void set(Connection connection, int caseId, Actor actor, boolean on)
            throws SQLException {
        try (PreparedStatement change =
                connection.prepareStatement(
                        on
                                ? "INSERT INTO vigie.membership (case_id, actor) VALUES (?, ?) ON CONFLICT DO NOTHING"
                                : "DELETE FROM vigie.membership WHERE case_id = ? AND actor = ?")) {
            change.setInt(1, caseId);
            change.setString(2, actor.id());
            change.executeUpdate();
        }
    }

    private static void advance(Connection connection, int caseId, long followed)
            throws SQLException {
        try (PreparedStatement change =
                connection.prepareStatement(
                        "UPDATE vigie.casefile SET followed = ? WHERE id = ?")) {
            change.setLong(1, followed);
            change.setInt(2, caseId);
            change.executeUpdate();
        }
    }
}
