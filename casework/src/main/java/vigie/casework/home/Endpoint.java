package vigie.casework.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vigie.evidence.disk.Durable;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.evidence.json.NotCanonical;

/// How a process that works beside the owner of a home reaches the database that the owner runs.
/// It stands in the home's folder `run`, for the owner of the files alone (0600), as long as the
/// process that wrote it runs.
///
/// @param owner  the process that owns the home
/// @param schema the version of the database's tables that the owner's program knows
/// @param url    the database's address
/// @param roles  its roles by what they are for
public record Endpoint(ProcessMark owner, String schema, String url, Map<String, Role> roles) {
    /// A role of the database and its password.
    public record Role(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    public Endpoint {
        roles = Map.copyOf(roles);
    }

    /// The role for a purpose.
    ///
    /// @throws IOException where the endpoint names none
    public Role role(String purpose) throws IOException {
        Role role = roles.get(purpose);
        if (role == null) {
            throw new IOException("the endpoint of this home names no role " + purpose);
        }
        return role;
    }

    void write(Path file) throws IOException {
        Json.Fields logins = Json.Fields.NONE;
        for (Map.Entry<String, Role> role : roles.entrySet()) {
            logins =
                    logins.with(
                            role.getKey(),
                            Json.Fields.ofTexts(
                                    Map.of(
                                            "user", role.getValue().user(),
                                            "password", role.getValue().password())));
        }
        Durable.replace(
                file,
                CanonicalJson.write(
                        Json.Fields.ofTexts(
                                        Map.of(
                                                "started", owner.started(),
                                                "schema", schema,
                                                "url", url))
                                .with("pid", owner.pid())
                                .with("roles", logins)));
    }

    /// What a file says, if the process that wrote it still runs: what a killed one left is not
    /// there.
    static Optional<Endpoint> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            Endpoint found = parse(CanonicalJson.readFields(bytes));
            return found.owner.alive() ? Optional.of(found) : Optional.empty();
        } catch (NotCanonical | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Endpoint parse(Json.Fields fields) {
        Json.Fields logins = fields.fields("roles").orElse(Json.Fields.NONE);
        Map<String, Role> roles = new TreeMap<>();
        for (String name : logins.values().keySet()) {
            Json.Fields login = logins.fields(name).orElse(Json.Fields.NONE);
            roles.put(name, new Role(text(login, "user"), text(login, "password")));
        }
        return new Endpoint(
                new ProcessMark(fields.whole("pid").orElse(-1), text(fields, "started")),
                text(fields, "schema"),
                text(fields, "url"),
                roles);
    }

    private static String text(Json.Fields fields, String name) {
        return fields.text(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }
}
