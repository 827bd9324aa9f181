package vigie.store.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import vigie.casework.operation.Gathering;
import vigie.casework.overview.Accounts;
import vigie.casework.overview.Conversations;
import vigie.casework.overview.Exhibits;
import vigie.casework.overview.OverviewStore;
import vigie.casework.overview.Slice;
import vigie.evidence.ledger.Draft;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.Sealer;
import vigie.evidence.ledger.Sieve;
import vigie.evidence.ledger.Verb;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;
import vigie.model.material.Span;
import vigie.model.subject.ConversationId;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.postgres.TestPostgres;

/// What each page costs in a case of a million messages, 10,000 accounts, 300 conversations and
/// 23,000 exhibits, and in a ledger of 100,000 entries.
public final class OverviewBench {
    private static final Actor ANNE = new Actor("anne");
    private static final CaseName NAME = new CaseName("bench");
    private static final int MESSAGES = 1_000_000;
    private static final int ACCOUNTS = 10_000;
    private static final int CONVERSATIONS = 300;
    private static final int ROUNDS = 200;

    private OverviewBench() {}

    private interface Ask {
        Object of(Random random) throws IOException;
    }

    /// Runs it; the argument names an empty folder for the ledger.
    public static void main(String[] arguments) throws IOException {
        ledger(Path.of(arguments[0]));
        try (TestPostgres.Home home = new TestPostgres.Home();
                EmbeddedPostgres server = home.start();
                PostgresCaseStore store = PostgresCaseStore.open(server.access())) {
            fill(store);
            ask(store.overview(), store);
        }
    }

    private static void ask(OverviewStore overview, PostgresCaseStore store) throws IOException {
        Slice page = Slice.first(50);
        time("counts", _ -> store.counts(NAME, ANNE));
        time("activity of the case", _ -> overview.activity(NAME, ANNE, 0));
        time(
                "activity of a conversation",
                random -> overview.activity(NAME, ANNE, 1 + random.nextInt(CONVERSATIONS)));
        for (Conversations.Sort sort : Conversations.Sort.values()) {
            time(
                    "conversations by " + sort,
                    _ ->
                            overview.conversations(
                                    NAME, ANNE, new Conversations.Question("", sort, true), page));
        }
        time(
                "conversation",
                random -> overview.conversation(NAME, ANNE, 1 + random.nextInt(CONVERSATIONS)));
        time("members of the largest", _ -> overview.members(NAME, ANNE, 1, page));
        for (Accounts.Sort sort : Accounts.Sort.values()) {
            time(
                    "accounts by " + sort,
                    random ->
                            overview.accounts(
                                    NAME,
                                    ANNE,
                                    new Accounts.Question("", sort, true),
                                    new Slice(50 * random.nextInt(190), 50)));
        }
        time(
                "accounts by text",
                random ->
                        overview.accounts(
                                NAME,
                                ANNE,
                                new Accounts.Question(
                                        "member " + random.nextInt(100),
                                        Accounts.Sort.MESSAGES,
                                        true),
                                page));
        time("account", random -> overview.account(NAME, ANNE, 1 + random.nextInt(ACCOUNTS)));
        for (Exhibits.Which which : Exhibits.Which.values()) {
            time(
                    "exhibits " + which,
                    random ->
                            overview.exhibits(
                                    NAME,
                                    ANNE,
                                    which,
                                    new Slice(
                                            which == Exhibits.Which.ALL
                                                    ? random.nextInt(23_000)
                                                    : 0,
                                            50)));
        }
        time("acquisitions", _ -> overview.acquisitions(NAME, ANNE));
        time("documents", _ -> overview.documents(NAME, ANNE));
        time("unknown paths", _ -> overview.unknownPaths(NAME, ANNE, page));
    }

    private static void fill(PostgresCaseStore store) {
        store.create(NAME, ANNE);
        List<Exhibit> exhibits = new ArrayList<>();
        for (int number = 1; number <= 23_000; number++) {
            exhibits.add(
                    new Exhibit(
                            number,
                            1,
                            Sha256.of(
                                    Integer.toString(number)
                                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                            number <= 2 ? 200L * MESSAGES : 20_000,
                            number <= 2 ? "export" + number + "/result.json" : "photos/" + number,
                            null,
                            false));
        }
        store.addExhibits(NAME, exhibits, 1);
        for (int number = 1; number <= 2; number++) {
            Random random = new Random(number);
            try (Gathering gathering =
                    store.gather(NAME, exhibits.get(number - 1), TestCase.READER, 0, "")) {
                List<Claim> batch = new ArrayList<>();
                for (int i = 0; i < MESSAGES / 2; i++) {
                    batch.add(message(random, number, i));
                    if (batch.size() == 1000) {
                        gathering.add(batch);
                        batch = new ArrayList<>();
                    }
                }
                gathering.finish(0, 0, null);
                gathering.commit();
            }
        }
        long start = System.nanoTime();
        store.settle(NAME);
        System.err.printf("settled in %.0f ms%n", (System.nanoTime() - start) / 1e6);
    }

    private static Claim message(Random random, int exhibit, int i) {
        int user = (int) Math.min(ACCOUNTS - 1, Math.abs(random.nextGaussian() * 3500));
        int group =
                random.nextInt(2) == 0
                        ? 0
                        : Math.min(CONVERSATIONS - 1, random.nextInt(CONVERSATIONS));
        boolean shared = group % 10 == 0;
        return new Claim.Message(
                new Span(200L * i, 190),
                Claim.Message.Kind.MESSAGE,
                new ConversationId(
                        "telegram",
                        "channel",
                        Integer.toString(shared ? group : group + 1000 * exhibit),
                        null),
                (long) i + 1,
                new Moment(1_600_000_000L + 126L * i, 1_600_003_600L + 126L * i),
                Moment.NONE,
                new Author(SampleClaims.user(user), "member " + user + (i % 50 == 0 ? " bis" : "")),
                null,
                "seeds and pots " + i,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private static void ledger(Path folder) throws IOException {
        Sealer plain =
                new Sealer() {
                    @Override
                    public byte[] seal(byte[] bytes, byte[] associated) {
                        return bytes.clone();
                    }

                    @Override
                    public byte[] open(byte[] bytes, byte[] associated) {
                        return bytes.clone();
                    }
                };
        try (Ledger ledger =
                Ledger.open(
                        folder,
                        new Origin("0123456789abcdef", NAME),
                        SigningKey.generate(),
                        plain,
                        Clock.systemUTC())) {
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                drafts.add(
                        i == 0
                                ? Draft.of(Verb.DECIDE, "case", ANNE, "garden")
                                : Draft.of(Verb.CONSULTATION, "find", ANNE, "garden")
                                        .with("shown", 20)
                                        .with("total", i)
                                        .sealing("query", "tomatoes " + i));
                if (drafts.size() == 1000) {
                    ledger.append(drafts);
                    drafts.clear();
                }
            }
            ledger.checkpoint();
            time("ledger, newest 50", _ -> ledger.newest(Long.MAX_VALUE, 50, Sieve.ALL));
            time(
                    "ledger, 50 anywhere",
                    random -> ledger.newest(random.nextInt(100_000), 50, Sieve.ALL));
            time(
                    "ledger, no consultation among 99,999",
                    _ -> ledger.newest(Long.MAX_VALUE, 50, Sieve.without(Verb.CONSULTATION)));
            time(
                    "ledger, news since a moment ago",
                    _ ->
                            ledger.newest(
                                    Long.MAX_VALUE,
                                    50,
                                    Sieve.without(Verb.CONSULTATION).since(Instant.now())));
            time("ledger, bases, the first time", _ -> ledger.since(0, Sieve.of("basis")));
            time("ledger, one entry", random -> ledger.entry(random.nextInt(100_000)));
            time("ledger, bundle", random -> ledger.bundle(random.nextInt(100_000)));
        }
    }

    private static void time(String what, Ask ask) throws IOException {
        Random random = new Random(3);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS + 20; i++) {
            long start = System.nanoTime();
            if (Objects.isNull(ask.of(random))) {
                System.err.println();
            }
            if (i >= 20) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        times.sort(null);
        System.err.printf(
                "%7.2f ms median %7.2f ms p95  %s%n",
                times.get(ROUNDS / 2), times.get(ROUNDS * 95 / 100), what);
    }
}
