package vigie.store.postgres;

/// Tables that Flyway owns: what cannot be derived again. Each set of them counts its versions by
/// itself, so that an edition adds its own beside those of all editions.
///
/// @param name   one lower-case word; its history is `flyway_schema_history_NAME`, which its first
///     script lets the app role read
/// @param newest the newest packaged version
public record Migrated(String name, int newest) {
    /// The tables of all editions.
    static final Migrated HOUSE = new Migrated("", Migrations.NEWEST);

    public Migrated {
        if (!name.matches("[a-z]*") || newest < 1) {
            throw new IllegalArgumentException("no migrations: " + name + " " + newest);
        }
    }

    String history() {
        return name.isEmpty() ? "flyway_schema_history" : "flyway_schema_history_" + name;
    }

    /// Where its scripts are among the resources.
    String location() {
        return name.isEmpty() ? "classpath:db/vigie" : "classpath:db/" + name;
    }
}
