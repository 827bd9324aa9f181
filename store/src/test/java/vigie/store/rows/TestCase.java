package vigie.store.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vigie.casework.operation.CaseCounts;
import vigie.casework.operation.CaseStore;
import vigie.casework.operation.Gathering;
import vigie.casework.operation.Reading;
import vigie.casework.operation.StoredMessage;
import vigie.casework.overview.OverviewStore;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.claim.Claim;
import vigie.model.material.Exhibit;
import vigie.model.material.ReaderVersion;
import vigie.model.material.Sha256;
import vigie.store.postgres.TestPostgres;

/// A case of its own in the tests' database.
final class TestCase implements AutoCloseable {
    static final ReaderVersion READER = new ReaderVersion("telegram", 1);

    private final Actor member;
    private final CaseName name = new CaseName("case-" + UUID.randomUUID());
    private final PostgresCaseStore store = PostgresCaseStore.open(TestPostgres.access());
    private int exhibits;

    TestCase(Actor member) {
        this.member = member;
    }

    void create() {
        store.create(name, member);
    }

    CaseStore store() {
        return store;
    }

    OverviewStore overview() {
        return store.overview();
    }

    CaseName name() {
        return name;
    }

    /// Adds an exhibit whose digest is that of its path.
    Exhibit exhibit(String path) {
        return exhibit(path, path, 1);
    }

    Exhibit exhibit(String path, String content, int acquisition) {
        Exhibit exhibit =
                new Exhibit(
                        ++exhibits,
                        acquisition,
                        Sha256.of(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        content.length(),
                        path,
                        null,
                        false);
        store.addExhibits(name, List.of(exhibit), exhibit.number());
        return exhibit;
    }

    /// Adds a file that no reader reads.
    Exhibit take(String path) {
        return exhibit(path);
    }

    Exhibit take(String path, List<? extends Claim> claims) {
        return take(path, claims, null);
    }

    Exhibit take(String path, List<? extends Claim> claims, @Nullable String error) {
        Exhibit exhibit = exhibit(path);
        gather(exhibit, claims, error);
        return exhibit;
    }

    Reading gather(Exhibit exhibit, List<? extends Claim> claims, @Nullable String error) {
        return gather(exhibit, claims, error, 0, "");
    }

    Reading gather(
            Exhibit exhibit,
            List<? extends Claim> claims,
            @Nullable String error,
            int operator,
            String owner) {
        try (Gathering gathering = store.gather(name, exhibit, READER, operator, owner)) {
            gathering.add(List.copyOf(claims));
            Reading reading = gathering.finish(2, 1, error);
            gathering.commit();
            return reading;
        }
    }

    CaseCounts counts() {
        return store.counts(name, member);
    }

    List<StoredMessage> messages(int exhibit) {
        List<StoredMessage> all = new ArrayList<>();
        store.forEachMessage(name, member, exhibit, all::add);
        return all;
    }

    @Override
    public void close() {
        store.forget(name);
        store.close();
    }
}
