package vigie.store.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Home;
import vigie.casework.media.MediaReads;
import vigie.casework.media.decide.Deciding;
import vigie.casework.media.match.CaseExaminer;
import vigie.casework.media.match.Examining;
import vigie.casework.media.match.MatchStage;
import vigie.casework.operation.Anchoring;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.Rebuilding;
import vigie.casework.operation.StageWork;
import vigie.casework.operation.Taking;
import vigie.casework.operation.Workplace;
import vigie.casework.user.Role;
import vigie.casework.user.access.UserAccess;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Sieve;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.media.examine.Examined;
import vigie.media.metadata.Metadata;
import vigie.media.pdq.PdqHash;
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
import vigie.readers.Reader;
import vigie.store.index.LuceneIndex;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.rows.PostgresCaseStore;
import vigie.store.users.PostgresCredentialStore;
import vigie.store.users.PostgresUserStore;

/// A unit whose case is about a gardening club: people in every role, a chat with drawn pictures.
/// What examines files runs in this process, so that a test can count and stop it.
final class Club implements AutoCloseable {
    static final String PURPOSE = "pictures of the club";

    final Actor head = new Actor("head");
    final Actor anne = new Actor("anne");
    final Actor bruno = new Actor("bruno");
    final Actor translator = new Actor("translator");
    final Actor officer = new Actor("officer");
    final Actor stranger = new Actor("stranger");
    final CaseName name = new CaseName("club");
    final AtomicInteger examined = new AtomicInteger();

    /// What decodes pictures calls itself so; "" for what it is.
    String decoder = "";

    /// After so many files what examines them dies.
    final AtomicInteger dies = new AtomicInteger(Integer.MAX_VALUE);

    final PostgresCaseStore store;
    final PostgresMediaStore rows;
    final MediaReads reads;
    final Deciding deciding;
    final Workplace workplace;
    final UserAccess access;
    private final Path folder;
    private final Home home;
    private final EmbeddedPostgres postgres;

    Club() throws IOException {
        this(null);
    }

    /// @param examining what examines files; null for what runs here
    Club(Examining.@Nullable Opening examining) throws IOException {
        this.folder = Files.createTempDirectory("vigie-club-");
        this.home = Home.make(folder.resolve("home"), "authority");
        this.postgres =
                EmbeddedPostgres.start(
                        new EmbeddedPostgres.Place(home.root(), home.id(), null), _ -> {});
        this.store = PostgresCaseStore.open(postgres.access(), List.of(new MediaTables()));
        this.rows = new PostgresMediaStore(store);
        this.reads = new PostgresMediaReads(store);
        this.deciding = new Deciding(new PostgresDecisions(store));
        SigningKey signing = SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY));
        Keyring keys = Keyring.open(home.root(), home.id(), new KeySource.KeyFile());
        this.workplace =
                new Workplace(
                        home,
                        keys,
                        signing,
                        store,
                        LuceneIndex::open,
                        Anchoring.none(),
                        List.of(
                                new MatchStage(
                                        rows,
                                        deciding,
                                        sets(),
                                        examining == null ? Here::new : examining,
                                        Clock.systemUTC())),
                        Clock.systemUTC());
        this.access =
                UserAccess.open(
                        home,
                        keys,
                        signing,
                        new PostgresUserStore(store.database()),
                        new PostgresCredentialStore(store.database()),
                        Clock.systemUTC());
        enrol(head, Role.HEAD);
        enrol(anne, Role.INVESTIGATOR);
        enrol(bruno, Role.INVESTIGATOR);
        enrol(translator, Role.TRANSLATOR);
        enrol(officer, Role.OFFICER);
        enrol(stranger, Role.INVESTIGATOR);
        workplace.create(name, basis(), head, PURPOSE).close();
        for (Actor member : List.of(anne, bruno, translator, officer)) {
            store.admit(name, head, member, () -> {});
        }
    }

    private final class Here implements Examining {
        private final CaseExaminer examiner = new CaseExaminer();

        @Override
        public void examine(Iterator<Item> items, Consumer<Answer> answers) throws IOException {
            while (items.hasNext()) {
                if (dies.getAndDecrement() == 0) {
                    throw new IOException("the power failed");
                }
                Item item = items.next();
                try (var in = item.content().open()) {
                    examined.incrementAndGet();
                    byte[] file = in.readAllBytes();
                    Examined found = called(examiner.picture(file), Metadata.of(file));
                    answers.accept(new Answer(item.id(), found));
                }
            }
        }

        private Examined called(Examined found, List<Examined.Property> says) {
            return found instanceof Examined.Picture p
                    ? new Examined.Picture(
                            p.format(),
                            p.width(),
                            p.height(),
                            p.orientation(),
                            decoder.isEmpty() ? p.decoder() : decoder,
                            p.views(),
                            p.frames(),
                            says)
                    : found;
        }

        @Override
        public void close() {
            // Nothing runs beside this process.
        }
    }

    Path sets() {
        return home.root().resolve("sets");
    }

    /// A folder that holds an export, to be filled.
    Path export(String called) throws IOException {
        return Files.createDirectories(folder.resolve("exports").resolve(called));
    }

    /// A message of a chat that carries a photo.
    static String photo(int id, String user, String path) {
        return """
        {"id":%d,"type":"message","date":"2024-06-01T10:00:00","date_unixtime":"%d","from":"%s",
         "from_id":"user%d","photo":"%s","width":400,"height":300,"text":"","text_entities":[]}"""
                .formatted(id, 1_717_225_200L + id, user, user.hashCode() & 0xFFFF, path);
    }

    /// Writes the chat of a group beside its pictures.
    static void chat(Path export, int group, String... messages) throws IOException {
        Files.writeString(
                export.resolve("result.json"),
                """
                {"name":"Garden %d","type":"private_supergroup","id":%d,"messages":[%s]}"""
                        .formatted(group, group, String.join(",", messages)));
    }

    List<String> take(Path export) throws IOException {
        try (OpenCase opened = workplace.open(name, head)) {
            return new Taking(opened, readers(), null, false, PURPOSE, (_, _) -> {})
                    .take(List.of(export))
                    .errors();
        }
    }

    List<String> match() throws IOException {
        try (OpenCase opened = workplace.open(name, head)) {
            return StageWork.run(opened, PURPOSE, (_, _) -> {});
        }
    }

    static List<Reader> readers() {
        return ServiceLoader.load(Reader.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    /// Imports a list of digests.
    void set(String called, SetKind kind, List<String> hex) throws IOException {
        set(called, kind, Files.write(folder.resolve(called + ".txt"), hex));
    }

    /// Imports a table of PDQ hashes.
    void pdqSet(String called, SetKind kind, List<PdqHash> hashes) throws IOException {
        List<String> lines = new ArrayList<>(List.of("pdq,note"));
        hashes.forEach(hash -> lines.add(hash + ",of the club"));
        set(called, kind, Files.write(folder.resolve(called + ".csv"), lines));
    }

    /// Imports files of any form.
    void set(String called, SetKind kind, Path... files) throws IOException {
        SetLibrary.open(sets(), Clock.systemUTC())
                .run(ImportOrder.of(SetInfo.Label.of(called, kind), List.of(files)), _ -> {});
    }

    List<String> rebuild() throws IOException {
        try (OpenCase opened = workplace.open(name, head)) {
            return Rebuilding.rebuild(opened, readers(), PURPOSE, (_, _) -> {});
        }
    }

    /// The newest entry of a kind.
    Entry entry(String kind) throws IOException {
        try (OpenCase opened = workplace.open(name, head)) {
            return opened.ledger().newest(Long.MAX_VALUE, 1, Sieve.of(kind)).getFirst();
        }
    }

    /// What the part's tables hold, for whom they belong to: no policy hides a row of theirs.
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

    private void enrol(Actor actor, Role role) {
        try (Connection loader = store.database().loader();
                PreparedStatement insert =
                        loader.prepareStatement(
                                "INSERT INTO vigie.app_user (actor, name, role) VALUES (?, ?, ?)")) {
            insert.setString(1, actor.id());
            insert.setString(2, actor.id());
            insert.setString(3, role.word());
            insert.executeUpdate();
            loader.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Basis basis() {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        return new Basis(
                Basis.Act.SEIZURE,
                "Tribunal judiciaire d'Exempleville",
                "12/2026",
                today.minusDays(1),
                today.plusDays(30),
                "the club's chat",
                null,
                Basis.Exporter.SEIZED,
                new Acquisition("operator 7", null, null, null, null, null, null, null));
    }

    @Override
    public void close() throws IOException {
        access.close();
        store.close();
        postgres.close();
        home.close();
        List<Path> left = new ArrayList<>(List.of(folder, postgres.folder()));
        for (Path path : left) {
            if (Files.exists(path)) {
                vigie.evidence.disk.Folders.delete(path);
            }
        }
    }
}
