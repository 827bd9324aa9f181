package vigie.web.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Home;
import vigie.casework.media.Exposure;
import vigie.casework.media.MediaRoom;
import vigie.casework.media.Revealing;
import vigie.casework.media.StackFilter;
import vigie.casework.media.StackLine;
import vigie.casework.media.StackView;
import vigie.casework.media.decide.Deciding;
import vigie.casework.media.match.CaseExaminer;
import vigie.casework.media.match.Examining;
import vigie.casework.media.match.MatchStage;
import vigie.casework.operation.Anchoring;
import vigie.casework.operation.CaseBases;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Taking;
import vigie.casework.operation.Workplace;
import vigie.casework.overview.Desk;
import vigie.casework.overview.Slice;
import vigie.casework.overview.Verifications;
import vigie.casework.review.Reviewing;
import vigie.casework.user.Role;
import vigie.casework.user.access.UserAccess;
import vigie.evidence.disk.Folders;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.media.sets.ImportOrder;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;
import vigie.media.sets.SetLibrary;
import vigie.media.worker.Answer;
import vigie.media.worker.Item;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;
import vigie.model.material.Sha256;
import vigie.readers.Reader;
import vigie.store.index.LuceneIndex;
import vigie.store.media.MediaTables;
import vigie.store.media.PostgresDecisions;
import vigie.store.media.PostgresExposure;
import vigie.store.media.PostgresMediaReads;
import vigie.store.media.PostgresMediaStore;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.rows.PostgresCaseStore;
import vigie.store.users.PostgresCredentialStore;
import vigie.store.users.PostgresUserStore;
import vigie.web.Rooms;
import vigie.web.Server;
import vigie.web.Setting;

/// A home with people in every role and two clubs' pictures, served; one for all tests of this JVM.
final class MediaHouse {
    static final String PURPOSE = "test of the pages";
    static final CaseName GARDEN = new CaseName("Garden-1");
    static final CaseName FOOTBALL = new CaseName("Football-2");
    static final CaseName NOWHERE = new CaseName("Nowhere-9");
    static final Actor HEAD = new Actor("hana.weiss");
    static final Actor ANNE = new Actor("anne.petit");
    static final Actor BRUNO = new Actor("bruno.klein");
    static final Actor TRANSLATOR = new Actor("tarek.amin");
    static final Actor OFFICER = new Actor("olga.brandt");
    static final Actor ADMIN = new Actor("adam.roth");
    static final Actor STRANGER = new Actor("stella.nunes");
    static final Actor OTHER_HEAD = new Actor("henk.mulder");

    private static final Map<Actor, Visit> VISITS = new ConcurrentHashMap<>();
    private static @Nullable MediaHouse running;

    private final Path folder = Files.createTempDirectory("vigie-web-media-");
    private final Home home = Home.make(folder.resolve("home"), "authority");
    private final SmallGrey veil = new SmallGrey();
    private final EmbeddedPostgres postgres;
    private final PostgresCaseStore store;
    private final MediaRoom media;
    private final Rooms rooms;
    private final Server server;

    private MediaHouse() throws IOException {
        postgres =
                EmbeddedPostgres.start(
                        new EmbeddedPostgres.Place(home.root(), home.id(), null), _ -> {});
        store = PostgresCaseStore.open(postgres.access(), List.of(new MediaTables()));
        SigningKey signing = SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY));
        Keyring keys = Keyring.open(home.root(), home.id(), new KeySource.KeyFile());
        Deciding deciding = new Deciding(new PostgresDecisions(store));
        PostgresMediaReads reads = new PostgresMediaReads(store);
        Exposure exposure = new PostgresExposure(store);
        media =
                new MediaRoom(
                        reads, deciding, exposure, new Revealing(reads, exposure, veil), sets());
        Workplace workplace =
                new Workplace(
                        home,
                        keys,
                        signing,
                        store,
                        LuceneIndex::open,
                        Anchoring.none(),
                        List.of(
                                new MatchStage(
                                        new PostgresMediaStore(store),
                                        deciding,
                                        sets(),
                                        Here::new,
                                        Clock.systemUTC())),
                        Clock.systemUTC());
        UserAccess access =
                UserAccess.open(
                        home,
                        keys,
                        signing,
                        new PostgresUserStore(store.database()),
                        new PostgresCredentialStore(store.database()),
                        Clock.systemUTC());
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
                        new Desk(cases, bases, List.of()),
                        new Reviewing(store.reviews()),
                        store.searches());
        server = Server.start(Setting.LOOPBACK.at(0), rooms, Map.of("media", media), _ -> {});
    }

    /// Examines in this process: that it is confined is tried elsewhere.
    private static final class Here implements Examining {
        private final CaseExaminer examiner = new CaseExaminer();

        @Override
        public void examine(Iterator<Item> items, Consumer<Answer> answers) throws IOException {
            while (items.hasNext()) {
                Item item = items.next();
                try (var in = item.content().open()) {
                    answers.accept(new Answer(item.id(), examiner.picture(in.readAllBytes())));
                }
            }
        }

        @Override
        public void close() {
            // Nothing runs beside this process.
        }
    }

    static synchronized MediaHouse open() {
        MediaHouse open = running;
        if (open == null) {
            try {
                open = new MediaHouse();
                Runtime.getRuntime().addShutdownHook(new Thread(open::close));
                open.furnish();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            running = open;
        }
        return open;
    }

    private Path sets() {
        return home.root().resolve("sets");
    }

    private void furnish() throws IOException {
        enter(HEAD, "Hana Weiss", Role.HEAD);
        enter(ANNE, "Anne Petit", Role.INVESTIGATOR);
        enter(BRUNO, "Bruno Klein", Role.INVESTIGATOR);
        enter(TRANSLATOR, "Tarek Amin", Role.TRANSLATOR);
        enter(OFFICER, "Olga Brandt", Role.OFFICER);
        enter(ADMIN, "Adam Roth", Role.ADMINISTRATOR);
        enter(STRANGER, "Stella Nunes", Role.INVESTIGATOR);
        enter(OTHER_HEAD, "Henk Mulder", Role.HEAD);
        Path garden = Files.createDirectories(folder.resolve("garden"));
        Gardens.write(garden);
        list("club-alert", SetKind.ALERT, garden, "alert.jpg", "both.jpg");
        list("club-known", SetKind.KNOWN, garden, "known.jpg", "both.jpg");
        Path football = Files.createDirectories(folder.resolve("football"));
        Gardens.writeOther(football);
        make(GARDEN, HEAD, garden, ANNE, BRUNO, TRANSLATOR, OFFICER);
        make(FOOTBALL, OTHER_HEAD, football, STRANGER);
    }

    private void enter(Actor actor, String name, Role role) throws IOException {
        rooms.users().addWithoutLink(Actor.LOCAL, actor, name, role, PURPOSE);
    }

    private void list(String called, SetKind kind, Path export, String... files)
            throws IOException {
        List<String> hex = new java.util.ArrayList<>();
        for (String file : files) {
            hex.add(
                    java.util.HexFormat.of()
                            .formatHex(
                                    Sha256.digest()
                                            .digest(
                                                    Files.readAllBytes(
                                                            export.resolve("photos")
                                                                    .resolve(file)))));
        }
        Path list = Files.write(folder.resolve(called + ".txt"), hex);
        SetLibrary.open(sets(), Clock.systemUTC())
                .run(ImportOrder.of(SetInfo.Label.of(called, kind), List.of(list)), _ -> {});
    }

    private void make(CaseName name, Actor head, Path export, Actor... members) throws IOException {
        try (OpenCase opened = rooms.workplace().create(name, basis(), head, PURPOSE)) {
            List<String> errors =
                    new Taking(opened, readers(), null, false, PURPOSE, (_, _) -> {})
                            .take(List.of(export))
                            .errors();
            if (!errors.isEmpty()) {
                throw new IllegalStateException(errors.toString());
            }
        }
        for (Actor member : members) {
            rooms.workplace().admit(name, head, member, PURPOSE);
        }
    }

    private static List<Reader> readers() {
        return ServiceLoader.load(Reader.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    private static Basis basis() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new Basis(
                Basis.Act.CONSENT,
                "Club of Exempleville",
                "1/2026",
                today.minusDays(1),
                today.plusYears(1),
                "the club's chat",
                null,
                Basis.Exporter.WITNESS,
                new Acquisition("operator 7", null, null, null, null, null, null, null));
    }

    MediaRoom media() {
        return media;
    }

    Server server() {
        return server;
    }

    /// Changes rows as whoever the tables belong to.
    void asOwner(String sql) {
        try (Connection owner =
                        DriverManager.getConnection(
                                postgres.access().url(),
                                postgres.access().owner().user(),
                                postgres.access().owner().password());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// A browser in which nobody signed in.
    Visit visitor() {
        return new Visit(server.address());
    }

    /// A fresh browser in which this user signed in.
    Visit fresh(Actor actor) {
        try {
            Visit visit = visitor();
            String link = rooms.access().enrolment().sample(Actor.LOCAL, actor, PURPOSE).path();
            if (visit.get(link).status() != 302) {
                throw new IllegalStateException("not signed in");
            }
            return visit;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The browser of a user who stays signed in through the tests.
    Visit of(Actor actor) {
        return VISITS.computeIfAbsent(actor, this::fresh);
    }

    /// The stacks of a case in the order of looking.
    List<StackLine> stacks(CaseName name, Actor actor) {
        return media.reads().stacks(name, actor, StackFilter.ALL, Slice.first(50)).rows();
    }

    StackView stack(CaseName name, Actor actor, int stack) {
        return media.reads().stack(name, actor, stack).orElseThrow();
    }

    /// The entries of a case's ledger, from one on.
    List<Entry> entries(CaseName name, Actor actor, long from) throws IOException {
        try (OpenCase opened = rooms.cases().open(name, actor);
                var entries = opened.ledger().entries(from)) {
            return entries.toList();
        }
    }

    long size(CaseName name, Actor actor) throws IOException {
        try (OpenCase opened = rooms.cases().open(name, actor)) {
            return opened.ledger().size();
        }
    }

    private void close() {
        server.close();
        try (home;
                UserAccess _ = rooms.access()) {
            rooms.cases().close();
            veil.close();
            store.close();
            postgres.close();
            Folders.delete(postgres.folder());
            Folders.delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
