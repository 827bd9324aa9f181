package vigie.store.postgres;

/// How to reach a database: its address and the three roles that Vigie uses there.
///
/// @param url    JDBC address, `jdbc:postgresql://host:port/database`
/// @param owner  owns the schema and migrates it
/// @param loader loads and drops derived rows of every case; the role has BYPASSRLS
/// @param app    answers users; row-level security applies to every query
public record DatabaseAccess(String url, Login owner, Login loader, Login app) {
    /// A role and its password.
    public record Login(String user, String password) {
        public Login {
            if (!user.matches("[a-z_][a-z0-9_]{0,62}")) {
                throw new IllegalArgumentException("not a plain role name: " + user);
            }
        }

        @Override
        public String toString() {
            return user;
        }
    }

    public DatabaseAccess {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("not the address of a PostgreSQL database: " + url);
        }
    }
}
