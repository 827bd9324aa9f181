package vigie.store.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Which accounts of a case are investigators'.
final class Pseudonyms {
    private Pseudonyms() {}

    /// Derives the rows of `pseudonym` from the readings: the owner of an export that an
    /// investigator made. Where two numbers claim one account, the lower has it.
    static void derive(Connection connection, int caseId) throws SQLException {
        try (PreparedStatement delete =
                        connection.prepareStatement(
                                "DELETE FROM derived.pseudonym WHERE case_id = ?");
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                INSERT INTO derived.pseudonym (case_id, account, operator)
                                SELECT case_id, owner_account, min(operator) FROM derived.reading
                                WHERE case_id = ? AND operator > 0 AND owner_account IS NOT NULL
                                GROUP BY case_id, owner_account""")) {
            delete.setInt(1, caseId);
            delete.executeUpdate();
            insert.setInt(1, caseId);
            insert.executeUpdate();
        }
    }

    /// What must not be shown of the investigators on a case, read by the loader.
    static Mask mask(Connection connection, int caseId) throws SQLException {
        Map<String, String> replacements = new HashMap<>();
        List<String> keys = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement(
                        """
                        SELECT p.operator, a.key, NULL FROM derived.pseudonym p
                        JOIN derived.account a ON a.case_id = p.case_id AND a.number = p.account
                        WHERE p.case_id = ?
                        UNION
                        SELECT p.operator, NULL, n.name FROM derived.pseudonym p
                        JOIN derived.alias n ON n.case_id = p.case_id AND n.account = p.account
                        WHERE p.case_id = ? AND n.name <> ''
                        UNION
                        SELECT p.operator, NULL, unnest(ARRAY[
                            concat_ws(' ', o.first_name, o.last_name), o.username,
                            '@' || o.username, o.phone])
                        FROM derived.pseudonym p
                        JOIN derived.own_profile o
                            ON o.case_id = p.case_id AND o.account = p.account
                        WHERE p.case_id = ?""")) {
            ask.setInt(1, caseId);
            ask.setInt(2, caseId);
            ask.setInt(3, caseId);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    int operator = rows.getInt(1);
                    String key = rows.getString(2);
                    String name = rows.getString(3);
                    if (key != null) {
                        replacements.put(key, Mask.key(operator));
                        keys.add(key);
                    } else if (name != null && !name.isEmpty()) {
                        replacements.merge(
                                name, Mask.name(operator), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                    }
                }
            }
        }
        return new Mask(replacements, new HashSet<>(keys));
    }
}
