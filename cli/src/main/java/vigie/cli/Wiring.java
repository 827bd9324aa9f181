package vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Home;
import vigie.casework.home.Settings;
import vigie.casework.operation.Anchoring;
import vigie.casework.operation.Progress;
import vigie.casework.operation.Workplace;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.readers.Reader;
import vigie.store.index.IndexUnusable;
import vigie.store.index.LuceneIndex;
import vigie.store.postgres.DatabaseAccess;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.rows.PostgresCaseStore;

/// Opens a home and puts its rooms together: keys, database, rows, index, readers.
final class Wiring implements AutoCloseable {
    private static final String DATABASE_URL = "VIGIE_DATABASE_URL";

    private final Home home;
    private final @Nullable EmbeddedPostgres embedded;
    private final PostgresCaseStore store;
    private final Workplace workplace;
    private final Console console;

    private Wiring(
            Home home,
            @Nullable EmbeddedPostgres embedded,
            PostgresCaseStore store,
            Workplace workplace,
            Console console) {
        this.home = home;
        this.embedded = embedded;
        this.store = store;
        this.workplace = workplace;
        this.console = console;
    }

    /// Opens the home in a folder and everything that it needs.
    static Wiring open(Path folder, Console console) throws IOException {
        return with(Home.open(folder, Edition.name()), console);
    }

    /// Opens the home in a folder, made when missing, and everything that it needs.
    static Wiring make(Path folder, Console console) throws IOException {
        return with(Home.make(folder, Edition.name()), console);
    }

    private static Wiring with(Home home, Console console) throws IOException {
        try {
            Anchoring anchoring = anchoring(home, console);
            Keyring keys = Keyring.open(home.root(), home.id(), KeySource.from(System.getenv()));
            return withDatabase(home, keys, anchoring, console);
        } catch (IOException | RuntimeException failure) {
            home.close();
            throw failure;
        }
    }

    /// Read before anything is begun, so that a faulty setting costs nothing.
    private static Anchoring anchoring(Home home, Console console) throws IOException {
        Settings.Timestamp set = Settings.read(home.root()).timestamp();
        return new Anchoring(
                set.stamping().orElse(null),
                set.anchors(),
                why -> {
                    console.progressDone();
                    console.say(why);
                });
    }

    private static Wiring withDatabase(
            Home home, Keyring keys, Anchoring anchoring, Console console) throws IOException {
        if (System.getenv(DATABASE_URL) != null) {
            return withRows(home, keys, anchoring, null, given(System.getenv()), console);
        }
        EmbeddedPostgres embedded =
                EmbeddedPostgres.start(
                        new EmbeddedPostgres.Place(
                                home.root(), home.id(), home.databaseFolder().orElse(null)),
                        console::say);
        try {
            if (!embedded.folder()
                    .equals(home.databaseFolder().orElse(home.root().resolve("pg")))) {
                home.recordDatabaseFolder(embedded.folder());
            }
            return withRows(home, keys, anchoring, embedded, embedded.access(), console);
        } catch (IOException | RuntimeException failure) {
            embedded.close();
            throw failure;
        }
    }

    private static Wiring withRows(
            Home home,
            Keyring keys,
            Anchoring anchoring,
            @Nullable EmbeddedPostgres embedded,
            DatabaseAccess access,
            Console console)
            throws IOException {
        PostgresCaseStore store = PostgresCaseStore.open(access);
        try {
            Workplace workplace =
                    new Workplace(
                            home,
                            keys,
                            SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY)),
                            store,
                            folder -> index(folder, console),
                            anchoring,
                            Clock.systemUTC());
            return new Wiring(home, embedded, store, workplace, console);
        } catch (IOException | RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    /// An index that cannot be used is derived: it starts anew, and search says what it lacks.
    private static LuceneIndex index(Path folder, Console console) throws IOException {
        try {
            return LuceneIndex.open(folder);
        } catch (IndexUnusable unusable) {
            console.say(unusable.getMessage() + "; it will be made again from the evidence.");
            LuceneIndex.discard(folder);
            return LuceneIndex.open(folder);
        }
    }

    /// A server of the unit's own: its address and, for each of the three roles, name and password.
    private static DatabaseAccess given(Map<String, String> environment) {
        return new DatabaseAccess(
                environment.getOrDefault(DATABASE_URL, ""),
                login(environment, "OWNER"),
                login(environment, "LOADER"),
                login(environment, "APP"));
    }

    private static DatabaseAccess.Login login(Map<String, String> environment, String role) {
        String variable = "VIGIE_DATABASE_" + role;
        String[] parts = environment.getOrDefault(variable, "").split(":", 2);
        if (parts.length != 2) {
            throw new Misuse(variable + " must be the role's name, a colon and its password");
        }
        return new DatabaseAccess.Login(parts[0], parts[1]);
    }

    Workplace workplace() {
        return workplace;
    }

    Home home() {
        return home;
    }

    /// The readers of this edition.
    List<Reader> readers() {
        return ServiceLoader.load(Reader.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    Progress progress() {
        return (stage, done) -> console.progress("%s  %,d".formatted(stage, done));
    }

    @Override
    public void close() throws IOException {
        try (home) {
            store.close();
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
