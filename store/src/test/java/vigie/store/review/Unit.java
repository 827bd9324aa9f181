package vigie.store.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import vigie.casework.home.Home;
import vigie.casework.operation.Anchoring;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.StoredMessage;
import vigie.casework.operation.Taking;
import vigie.casework.operation.Workplace;
import vigie.casework.review.Reviewing;
import vigie.casework.user.Role;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Actor;
import vigie.model.casefile.Basis;
import vigie.model.casefile.CaseName;
import vigie.readers.Reader;
import vigie.store.index.LuceneIndex;
import vigie.store.postgres.DatabaseAccess;
import vigie.store.postgres.TestPostgres;
import vigie.store.rows.PostgresCaseStore;

/// A unit at work: a home of its own, people in every role, and a case about a gardening club.
final class Unit implements AutoCloseable {
    static final String PURPOSE = "review of the club's chat";

    final Actor head = actor();
    final Actor anne = actor();
    final Actor bruno = actor();
    final Actor translator = actor();
    final Actor officer = actor();
    final Actor stranger = actor();
    final CaseName name = new CaseName("club-" + UUID.randomUUID());
    final PostgresCaseStore store = PostgresCaseStore.open(TestPostgres.access());
    final Reviewing reviewing = new Reviewing(store.reviews());
    final Workplace workplace;
    private final Path folder;
    private final Home home;

    Unit(Path folder) throws IOException {
        this.folder = folder;
        this.home = Home.make(folder.resolve("home"), "authority");
        this.workplace = workplace(store);
        enrol(head, Role.HEAD);
        enrol(anne, Role.INVESTIGATOR);
        enrol(bruno, Role.INVESTIGATOR);
        enrol(translator, Role.TRANSLATOR);
        enrol(officer, Role.OFFICER);
        enrol(stranger, Role.INVESTIGATOR);
    }

    private static Actor actor() {
        return new Actor("u" + UUID.randomUUID());
    }

    /// Another workplace on the same home, as another process has it.
    Workplace workplace(PostgresCaseStore rows) throws IOException {
        return new Workplace(
                home,
                Keyring.open(home.root(), home.id(), new KeySource.KeyFile()),
                SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY)),
                rows,
                LuceneIndex::open,
                Anchoring.none(),
                Clock.systemUTC());
    }

    Path index() {
        return home.index(name);
    }

    /// Makes the case with everybody on it but the stranger, and takes an export into it.
    Unit with(Chatter chat) throws IOException {
        workplace.create(name, basis(), head, PURPOSE).close();
        for (Actor member : List.of(anne, bruno, translator, officer)) {
            store.admit(name, head, member, () -> {});
        }
        take(chat);
        return this;
    }

    void take(Chatter chat) throws IOException {
        Path export = folder.resolve("export-" + UUID.randomUUID()).resolve("result.json");
        Files.createDirectories(export.getParent());
        Files.writeString(export, chat.json(), StandardCharsets.UTF_8);
        try (OpenCase opened = workplace.open(name, head)) {
            Taking.Taken taken =
                    new Taking(opened, readers(), null, false, PURPOSE, (_, _) -> {})
                            .take(List.of(export));
            if (!taken.errors().isEmpty()) {
                throw new IllegalStateException(taken.errors().toString());
            }
        }
    }

    static List<Reader> readers() {
        return ServiceLoader.load(Reader.class).stream().map(ServiceLoader.Provider::get).toList();
    }

    OpenCase open(Actor actor) throws IOException {
        return workplace.open(name, actor);
    }

    /// The rows of an exhibit in their order.
    List<Long> rows(int exhibit) {
        List<Long> rows = new ArrayList<>();
        store.forEachMessage(name, head, exhibit, message -> rows.add(message.row()));
        return rows;
    }

    StoredMessage message(long row) {
        return store.messages(name, head, List.of(row)).getFirst();
    }

    private static Basis basis() {
        return new Basis(
                Basis.Act.CONSENT,
                "Garden club of Exempleville",
                "1/2026",
                LocalDate.now(ZoneOffset.UTC).minusDays(1),
                LocalDate.now(ZoneOffset.UTC).plusYears(1),
                "the club's chat",
                null,
                Basis.Exporter.WITNESS,
                acquisition());
    }

    private static Acquisition acquisition() {
        return new Acquisition("operator 7", null, null, null, null, null, null, null);
    }

    private static void enrol(Actor actor, Role role) {
        asOwner(
                "INSERT INTO vigie.app_user (actor, name, role) VALUES (?, ?, ?)",
                actor.id(),
                "Somebody " + role,
                role.name().toLowerCase(java.util.Locale.ROOT));
    }

    /// Runs SQL as the owner of the schema.
    static void asOwner(String sql, String... parameters) {
        DatabaseAccess access = TestPostgres.access();
        try (Connection connection =
                        DriverManager.getConnection(
                                access.url(), access.owner().user(), access.owner().password());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /// Takes somebody off the case.
    void dismiss(Actor member) {
        asOwner(
                "DELETE FROM vigie.membership WHERE actor = ? AND case_id ="
                        + " (SELECT id FROM vigie.casefile WHERE name = ?)",
                member.id(),
                name.value());
    }

    @Override
    public void close() throws IOException {
        store.forget(name);
        store.close();
        home.close();
    }
}
