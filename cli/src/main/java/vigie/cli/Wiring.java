package vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Endpoint;
import vigie.casework.home.Home;
import vigie.casework.home.ProcessMark;
import vigie.casework.home.Settings;
import vigie.casework.operation.Anchoring;
import vigie.casework.operation.CaseBases;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Progress;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.WorkLock;
import vigie.casework.operation.Workplace;
import vigie.casework.overview.Desk;
import vigie.casework.overview.OverviewStore;
import vigie.casework.overview.Verifications;
import vigie.casework.review.ReviewCounts;
import vigie.casework.review.Reviewing;
import vigie.casework.user.access.UserAccess;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.readers.Reader;
import vigie.store.index.IndexUnusable;
import vigie.store.index.LuceneIndex;
import vigie.store.postgres.DatabaseAccess;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.rows.PostgresCaseStore;
import vigie.store.rows.StorePart;
import vigie.store.users.PostgresCredentialStore;
import vigie.store.users.PostgresUserStore;
import vigie.web.Rooms;

/// Opens a home and puts its rooms together: keys, database, rows, index, readers. Beside a process
/// that serves the home, it joins that process's database.
public final class Wiring implements AutoCloseable {
    /// How long a case stays open that nobody looks at.
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final String DATABASE_URL = "VIGIE_DATABASE_URL";

    private final Home home;
    private final @Nullable EmbeddedPostgres embedded;
    private final DatabaseAccess access;
    private final PostgresCaseStore store;
    private final Workplace workplace;
    private final List<EditionPart.Furnished> parts;
    private final Opening opening;
    private final Console console;
    private @Nullable UserAccess users;
    private boolean closed;

    /// How users are reached where somebody asks.
    private interface Opening {
        UserAccess open() throws IOException;
    }

    private Wiring(
            Home home,
            @Nullable EmbeddedPostgres embedded,
            DatabaseAccess access,
            PostgresCaseStore store,
            Workplace workplace,
            List<EditionPart.Furnished> parts,
            Opening opening,
            Console console) {
        this.home = home;
        this.embedded = embedded;
        this.access = access;
        this.store = store;
        this.workplace = workplace;
        this.parts = List.copyOf(parts);
        this.opening = opening;
        this.console = console;
    }

    /// Opens the home in a folder and everything that it needs.
    public static Wiring open(Path folder, Console console) throws IOException {
        return with(Home.enter(folder, Edition.name()), console);
    }

    /// Opens the home in a folder, made when missing, and everything that it needs.
    public static Wiring make(Path folder, Console console) throws IOException {
        return with(Home.make(folder, Edition.name()), console);
    }

    private static Wiring with(Home home, Console console) throws IOException {
        try {
            Anchoring anchoring = anchoring(home, console);
            Keyring keys = Keyring.open(home.root(), home.id(), KeySource.from(System.getenv()));
            Endpoint endpoint = home.joined().orElse(null);
            return endpoint == null
                    ? withDatabase(home, keys, anchoring, console)
                    : withRows(home, keys, anchoring, null, joined(endpoint), console);
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
        List<EditionPart> parts = EditionPart.all();
        PostgresCaseStore store = PostgresCaseStore.open(access, rows(parts));
        List<EditionPart.Furnished> furnished = new ArrayList<>();
        try {
            for (EditionPart part : parts) {
                furnished.add(part.furnish(home, store));
            }
            SigningKey signing =
                    SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY));
            Workplace workplace =
                    new Workplace(
                            home,
                            keys,
                            signing,
                            store,
                            folder -> index(home, folder, console),
                            anchoring,
                            furnished.stream().flatMap(part -> part.stages().stream()).toList(),
                            Clock.systemUTC());
            Opening opening =
                    () ->
                            UserAccess.open(
                                    home,
                                    keys,
                                    signing,
                                    new PostgresUserStore(store.database()),
                                    new PostgresCredentialStore(store.database()),
                                    Clock.systemUTC());
            Wiring wiring =
                    new Wiring(
                            home, embedded, access, store, workplace, furnished, opening, console);
            // Who is a user, and in which role, holds for every verb: the rows follow first.
            if (Files.isDirectory(home.ledger(Home.REGISTER))) {
                wiring.users();
            }
            return wiring;
        } catch (IOException | RuntimeException failure) {
            close(furnished, store);
            throw failure;
        }
    }

    private static List<StorePart> rows(List<EditionPart> parts) {
        return parts.stream().map(EditionPart::rows).toList();
    }

    private static String schema() {
        return PostgresCaseStore.schema(rows(EditionPart.all()));
    }

    private static void close(List<EditionPart.Furnished> parts, PostgresCaseStore store)
            throws IOException {
        try (store) {
            for (EditionPart.Furnished part : parts.reversed()) {
                part.close();
            }
        }
    }

    /// An index that cannot be used is derived: it starts anew, and search says what it lacks. It
    /// may be unusable because somebody is making it.
    private static LuceneIndex index(Home home, Path folder, Console console) throws IOException {
        try {
            return LuceneIndex.open(folder);
        } catch (IndexUnusable unusable) {
            CaseName name = new CaseName(String.valueOf(folder.getFileName()));
            try (WorkLock lock = WorkLock.takeOrHeld(home.workLock(name)).orElse(null)) {
                if (lock == null) {
                    throw new IOException(
                            "the index of case "
                                    + name
                                    + " is being made: try again when it is done",
                            unusable);
                }
                console.say(unusable.getMessage() + "; it will be made again from the evidence.");
                LuceneIndex.discard(folder);
                return LuceneIndex.open(folder);
            }
        }
    }

    /// The database of the process that owns the home.
    private static DatabaseAccess joined(Endpoint endpoint) throws IOException {
        if (!endpoint.schema().equals(schema())) {
            throw new Refusal(
                    Refusal.Kind.VERSION,
                    "this home is served by another version of Vigie (process %d): stop it first, or use its program"
                            .formatted(endpoint.owner().pid()));
        }
        return new DatabaseAccess(
                endpoint.url(),
                login(endpoint.role("owner")),
                login(endpoint.role("loader")),
                login(endpoint.role("app")));
    }

    private static DatabaseAccess.Login login(Endpoint.Role role) {
        return new DatabaseAccess.Login(role.user(), role.password());
    }

    private static Endpoint.Role role(DatabaseAccess.Login login) {
        return new Endpoint.Role(login.user(), login.password());
    }

    /// Lets verbs join this process until it closes.
    void publish() throws IOException {
        home.publish(
                new Endpoint(
                        ProcessMark.current(),
                        schema(),
                        access.url(),
                        Map.of(
                                "owner", role(access.owner()),
                                "loader", role(access.loader()),
                                "app", role(access.app()))));
    }

    /// What screens read.
    OverviewStore overview() {
        return store.overview();
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

    /// Where its cases are opened.
    public Workplace workplace() {
        return workplace;
    }

    /// The home.
    public Home home() {
        return home;
    }

    /// The users of the home; the first who asks makes its register.
    public UserAccess users() throws IOException {
        UserAccess open = users;
        if (open == null) {
            open = opening.open();
            users = open;
        }
        return open;
    }

    /// The readers of this edition.
    public List<Reader> readers() {
        return ServiceLoader.load(Reader.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    /// Told how far work is, it shows that on a terminal.
    public Progress progress() {
        return (stage, done) -> console.progress("%s  %,d".formatted(stage, done));
    }

    /// What the pages of the web interface are about; the caller closes its cases.
    public Rooms rooms() throws IOException {
        SharedCases cases = new SharedCases(workplace, IDLE);
        CaseBases bases = new CaseBases();
        Reviewing reviewing = new Reviewing(store.reviews());
        List<Desk.Waiting> waiting = new ArrayList<>();
        waiting.add((name, actor) -> waiting(cases, reviewing, name, actor));
        parts.forEach(part -> waiting.addAll(part.waiting(cases)));
        Desk desk = new Desk(cases, bases, waiting);
        return new Rooms(
                home,
                workplace,
                cases,
                users(),
                store.overview(),
                bases,
                new Verifications(cases),
                desk,
                reviewing,
                store.searches());
    }

    private static List<Desk.Item> waiting(
            SharedCases cases, Reviewing reviewing, CaseName name, Actor actor) throws IOException {
        try (OpenCase opened = cases.open(name, actor)) {
            ReviewCounts counts = Reviewing.progress(opened, reviewing.store().sets(name, actor));
            return List.of(
                    new Desk.Item("undecided", counts.undecided(), "search?state=undecided"),
                    new Desk.Item("later", counts.later(), "search?state=later"));
        }
    }

    /// What the pages of the edition's parts are about, each under its name.
    public Map<String, Object> beans(Rooms rooms) throws IOException {
        Map<String, Object> beans = new HashMap<>();
        for (EditionPart.Furnished part : parts) {
            beans.putAll(part.beans(rooms));
        }
        return beans;
    }

    /// What the edition's parts say of a case.
    List<EditionPart.Said> said(OpenCase opened) throws IOException {
        List<EditionPart.Said> said = new ArrayList<>();
        for (EditionPart.Furnished part : parts) {
            said.add(part.said(opened));
        }
        return said;
    }

    /// The rooms of a part of the edition, by their type.
    public <T extends EditionPart.Furnished> T part(Class<T> type) {
        return parts.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    /// Closing again does nothing.
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (home;
                UserAccess _ = users) {
            close(parts, store);
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
