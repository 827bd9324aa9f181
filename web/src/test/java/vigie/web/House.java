package vigie.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Home;
import vigie.casework.operation.Anchoring;
import vigie.casework.operation.CaseBases;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Taking;
import vigie.casework.operation.Workplace;
import vigie.casework.overview.Desk;
import vigie.casework.overview.Verifications;
import vigie.casework.review.Reviewing;
import vigie.casework.user.Role;
import vigie.casework.user.access.Invitation;
import vigie.casework.user.access.UserAccess;
import vigie.evidence.disk.Folders;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;
import vigie.readers.Reader;
import vigie.store.index.LuceneIndex;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.rows.PostgresCaseStore;
import vigie.store.users.PostgresCredentialStore;
import vigie.store.users.PostgresUserStore;

/// A home with people in every role and three cases, served; one for all tests of this JVM.
public final class House {
    /// What people do here, as ledgers enter it.
    public static final String PURPOSE = "test of the pages";

    /// The case of a garden club, which everybody but [#STRANGER] and [#ADMIN] is on.
    public static final CaseName GARDEN = new CaseName("Garden-1");

    /// A case about football, which only [#STRANGER] is on, and who leads them.
    public static final CaseName FOOTBALL = new CaseName("Football-2");

    /// A case in which all that people wrote is markup; on it are [#HEAD] and [#ANNE].
    public static final CaseName MARKUP = new CaseName("Markup-3");

    /// The name of no case.
    public static final CaseName NOWHERE = new CaseName("Nowhere-9");

    /// A head of unit.
    public static final Actor HEAD = new Actor("hana.weiss");

    /// An investigator.
    public static final Actor ANNE = new Actor("anne.petit");

    /// A translator.
    public static final Actor TRANSLATOR = new Actor("tarek.amin");

    /// A data protection officer.
    public static final Actor OFFICER = new Actor("olga.brandt");

    /// An administrator.
    public static final Actor ADMIN = new Actor("adam.roth");

    /// An investigator who is on another case only.
    public static final Actor STRANGER = new Actor("stella.nunes");

    /// The head of that case.
    public static final Actor OTHER_HEAD = new Actor("henk.mulder");

    static {
        // A test names another host as a page elsewhere would.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final Map<Actor, Browser> BROWSERS = new ConcurrentHashMap<>();
    private static @Nullable House running;

    private final Path folder = Files.createTempDirectory("vigie-web-");
    private final Home home = Home.make(folder.resolve("home"), "authority");
    private final EmbeddedPostgres postgres;
    private final PostgresCaseStore store;
    private final Rooms rooms;
    private final Server server;
    private volatile Duration ahead = Duration.ZERO;

    private House() throws IOException {
        postgres =
                EmbeddedPostgres.start(
                        new EmbeddedPostgres.Place(home.root(), home.id(), null), _ -> {});
        store = PostgresCaseStore.open(postgres.access());
        SigningKey signing = SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY));
        Keyring keys = Keyring.open(home.root(), home.id(), new KeySource.KeyFile());
        Workplace workplace =
                new Workplace(
                        home,
                        keys,
                        signing,
                        store,
                        LuceneIndex::open,
                        Anchoring.none(),
                        Clock.systemUTC());
        UserAccess access =
                UserAccess.open(
                        home,
                        keys,
                        signing,
                        new PostgresUserStore(store.database()),
                        new PostgresCredentialStore(store.database()),
                        this::now);
        SharedCases cases = new SharedCases(workplace, Duration.ofMinutes(10));
        CaseBases bases = new CaseBases();
        rooms =
                new Rooms(
                        home,
                        workplace,
                        cases,
                        access,
                        store.overview(),
                        bases,
                        new Verifications(cases),
                        new Desk(
                                cases,
                                bases,
                                List.of(
                                        (_, _) ->
                                                List.of(new Desk.Item("undecided", 1, "search")))),
                        new Reviewing(store.reviews()),
                        store.searches());
        server = Server.start(Setting.LOOPBACK.at(0), rooms);
    }

    /// The house, opened and furnished by the first who asks.
    public static synchronized House open() {
        House open = running;
        if (open == null) {
            try {
                open = new House();
                House house = open;
                Runtime.getRuntime().addShutdownHook(new Thread(house::close));
                open.furnish();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            running = open;
        }
        return open;
    }

    /// A house of its own in which nobody works yet; whoever asks closes it.
    public static House empty() throws IOException {
        return new House();
    }

    private void furnish() throws IOException {
        enter(HEAD, "Hana Weiss", Role.HEAD);
        enter(ANNE, "Anne Petit", Role.INVESTIGATOR);
        enter(TRANSLATOR, "Tarek Amin", Role.TRANSLATOR);
        enter(OFFICER, "Olga Brandt", Role.OFFICER);
        enter(ADMIN, "Adam Roth", Role.ADMINISTRATOR);
        enter(STRANGER, "Stella Nunes", Role.INVESTIGATOR);
        enter(OTHER_HEAD, "Henk Mulder", Role.HEAD);
        make(GARDEN, HEAD, Exports.GARDEN, "result.json", ANNE, TRANSLATOR, OFFICER);
        make(FOOTBALL, OTHER_HEAD, Exports.FOOTBALL, "result.json", STRANGER);
        make(MARKUP, HEAD, Exports.markup(), Exports.FOLDER + "/result.json", ANNE);
    }

    /// Makes a user who opens the door by link only.
    public void enter(Actor actor, String name, Role role) throws IOException {
        rooms.users().addWithoutLink(Actor.LOCAL, actor, name, role, PURPOSE);
    }

    private void make(CaseName name, Actor head, String export, String path, Actor... members)
            throws IOException {
        Path file = folder.resolve(name.value()).resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, export, StandardCharsets.UTF_8);
        String hostile = name.equals(MARKUP) ? Exports.HOSTILE : "";
        try (OpenCase opened = rooms.workplace().create(name, basis(hostile), head, PURPOSE)) {
            Taking.Taken taken =
                    new Taking(opened, readers(), null, false, PURPOSE, (_, _) -> {})
                            .take(List.of(folder.resolve(name.value())));
            if (!taken.errors().isEmpty()) {
                throw new IllegalStateException(taken.errors().toString());
            }
        }
        for (Actor member : members) {
            rooms.workplace().admit(name, head, member, PURPOSE);
        }
    }

    private static List<Reader> readers() {
        return ServiceLoader.load(Reader.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    private static Basis basis(String more) {
        return new Basis(
                Basis.Act.CONSENT,
                "Club of Exempleville" + more,
                "1/2026" + more,
                LocalDate.now(ZoneOffset.UTC).minusDays(1),
                LocalDate.now(ZoneOffset.UTC).plusYears(1),
                "the club's chat" + more,
                null,
                Basis.Exporter.WITNESS,
                new Acquisition("operator 7", null, null, null, null, null, null, null));
    }

    /// The time at the door.
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    /// Lets time pass at the door.
    public void later(Duration time) {
        ahead = ahead.plus(time);
    }

    /// What the pages are about.
    public Rooms rooms() {
        return rooms;
    }

    /// The running server.
    public Server server() {
        return server;
    }

    /// A browser in which nobody signed in.
    public Browser visitor() {
        return new Browser(server.address());
    }

    /// A fresh browser in which this user signed in.
    public Browser fresh(Actor actor) {
        try {
            Invitation link = rooms.access().enrolment().sample(Actor.LOCAL, actor, PURPOSE);
            Browser browser = visitor();
            Answer in = browser.get(link.path());
            if (in.status() != 302) {
                throw new IllegalStateException("not signed in: " + in.status());
            }
            return browser;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The browser of a user who stays signed in through the tests.
    public Browser browser(Actor actor) {
        return BROWSERS.computeIfAbsent(actor, this::fresh);
    }

    /// The entries of a case's ledger, from one on.
    public List<Entry> entries(CaseName name, Actor actor, long from) throws IOException {
        try (OpenCase opened = rooms.cases().open(name, actor);
                var entries = opened.ledger().entries(from)) {
            return entries.toList();
        }
    }

    /// How many entries a case's ledger has.
    public long size(CaseName name, Actor actor) throws IOException {
        try (OpenCase opened = rooms.cases().open(name, actor)) {
            return opened.ledger().size();
        }
    }

    /// The rows of a case's messages, as addresses write them.
    public List<String> rows(CaseName name, Actor actor) {
        List<String> rows = new java.util.ArrayList<>();
        store.forEachMessage(
                name,
                actor,
                1,
                message -> rows.add(vigie.casework.operation.RowId.text(message.row())));
        return rows;
    }

    /// Closes it for good, and leaves nothing of it.
    public void close() {
        server.close();
        try (home;
                UserAccess _ = rooms.access()) {
            rooms.cases().close();
            store.close();
            postgres.close();
            Folders.delete(postgres.folder());
            Folders.delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
