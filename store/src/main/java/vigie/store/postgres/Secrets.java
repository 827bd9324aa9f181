package vigie.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import vigie.evidence.disk.Durable;
import vigie.store.postgres.DatabaseAccess.Login;

/// The random passwords of an embedded database, in a file that only the home's owner reads.
///
/// @param prepared whether the database knows them all
record Secrets(Login superuser, Login owner, Login loader, Login app, boolean prepared) {
    static final String FILE = "pg.properties";

    /// The passwords of the home, made where there are none.
    static Secrets of(Path home) throws IOException {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            SecureRandom random = new SecureRandom();
            Secrets fresh =
                    new Secrets(
                            login("postgres", random),
                            login("vigie_owner", random),
                            login("vigie_loader", random),
                            login("vigie_app", random),
                            false);
            fresh.write(home);
            return fresh;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return new Secrets(
                login("postgres", properties, file),
                login("vigie_owner", properties, file),
                login("vigie_loader", properties, file),
                login("vigie_app", properties, file),
                Boolean.parseBoolean(properties.getProperty("prepared")));
    }

    /// Notes durably that the database knows them.
    Secrets nowPrepared(Path home) throws IOException {
        Secrets known = new Secrets(superuser, owner, loader, app, true);
        known.write(home);
        return known;
    }

    private void write(Path home) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Login login : List.of(superuser, owner, loader, app)) {
            text.append(login.user()).append('=').append(login.password()).append('\n');
        }
        text.append("prepared=").append(prepared).append('\n');
        Durable.replace(home.resolve(FILE), text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Login login(String user, SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return new Login(user, HexFormat.of().formatHex(bytes));
    }

    private static Login login(String user, Properties properties, Path file) throws IOException {
        String password = properties.getProperty(user);
        if (password == null) {
            throw new IOException(file + " lacks the password of " + user);
        }
        return new Login(user, password);
    }
}
