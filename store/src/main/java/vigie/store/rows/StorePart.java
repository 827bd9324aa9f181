package vigie.store.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import vigie.store.digest.RowSum;
import vigie.store.postgres.Migrated;

/// The tables that an edition adds to those of all editions.
public interface StorePart {
    /// One lower-case word.
    String name();

    /// Its tables that cannot be derived again.
    Migrated migrated();

    /// The version of its derived tables: raised by whatever changes one, or what a row of one
    /// means. Where it differs from that of the database, all derived tables are made anew.
    int version();

    /// The script, beside its class, that makes its tables in the schema `derived`, each with
    /// row-level security and what the role `${app}` may do; run after the house's own.
    String script();

    /// Drops all its derived rows of a case.
    void forget(Connection connection, int caseId) throws SQLException;

    /// The sums of its sections of the state digest, as its stages stored them.
    SortedMap<String, RowSum> stored(Connection connection, int caseId) throws SQLException;

    /// The same sums, computed again from every row.
    SortedMap<String, RowSum> recomputed(Connection connection, int caseId) throws SQLException;
}
