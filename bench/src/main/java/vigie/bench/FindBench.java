package vigie.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vigie.casework.home.Home;
import vigie.casework.operation.Anchoring;
import vigie.casework.operation.Finding;
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SearchIndex;
import vigie.casework.operation.Workplace;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.store.index.LuceneIndex;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.rows.PostgresCaseStore;
import vigie.text.query.Query;
import vigie.text.query.QueryError;
import vigie.text.query.QueryParser;

/// Asks a case taken from `gen_telegram.py` 200 queries from four users at once, top 20 with
/// snippets from the rows, and prints the latencies of the second round: the first warms up.
///
/// Arguments: the home and the case.
public final class FindBench {
    private static final int USERS = 4;
    private static final int QUERIES = 200;
    private static final int TOP = 20;

    private static final List<String> COMMON =
            List.of(
                    "garden", "bridge", "market", "lorem", "mañana", "рынок", "السوق", "morgen",
                    "市場");
    private static final List<String> OTHER =
            List.of("kitchen", "quiet", "dolor", "sopa", "река", "النهر", "brücke", "天気", "abuela");

    private FindBench() {}

    /// Runs it.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        PrintStream out = System.out;
        Path folder = Path.of(arguments[0]);
        CaseName name = new CaseName(arguments[1]);
        try (Home home = Home.open(folder, "authority");
                EmbeddedPostgres server =
                        EmbeddedPostgres.start(
                                new EmbeddedPostgres.Place(
                                        home.root(), home.id(), home.databaseFolder().orElse(null)),
                                out::println);
                PostgresCaseStore store = PostgresCaseStore.open(server.access(), Parts.rows())) {
            Workplace workplace =
                    new Workplace(
                            home,
                            Keyring.open(home.root(), home.id(), KeySource.from(System.getenv())),
                            SigningKey.loadOrCreate(home.keys().resolve(Workplace.SIGNING_KEY)),
                            store,
                            LuceneIndex::open,
                            Anchoring.none(),
                            Clock.systemUTC());
            try (OpenCase opened = workplace.open(name, Actor.LOCAL);
                    SearchIndex index = LuceneIndex.open(home.index(name))) {
                List<Query> queries = queries();
                print(out, "first", ask(opened, index, queries));
                print(out, "second", ask(opened, index, queries));
                print(out, "third", ask(opened, index, queries));
            }
        }
    }

    private static long[] ask(OpenCase opened, SearchIndex index, List<Query> queries)
            throws InterruptedException, ExecutionException {
        try (ExecutorService users = Executors.newFixedThreadPool(USERS)) {
            List<Callable<long[]>> work = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                int first = user * queries.size() / USERS;
                work.add(() -> askAll(opened, index, queries, first));
            }
            List<Long> all = new ArrayList<>();
            for (Future<long[]> done : users.invokeAll(work)) {
                Arrays.stream(done.get()).forEach(all::add);
            }
            return all.stream().mapToLong(Long::longValue).sorted().toArray();
        }
    }

    private static long[] askAll(OpenCase opened, SearchIndex index, List<Query> queries, int first)
            throws IOException {
        long[] took = new long[queries.size()];
        for (int i = 0; i < took.length; i++) {
            Query query = queries.get((first + i) % took.length);
            long start = System.nanoTime();
            Finding.search(opened, index, query, TOP, false);
            took[i] = System.nanoTime() - start;
        }
        return took;
    }

    private static void print(PrintStream out, String round, long[] took) {
        out.printf(
                "%s round, %d users, %d queries: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                round,
                USERS,
                took.length,
                took[took.length / 2] / 1e6,
                took[took.length * 95 / 100] / 1e6,
                took[took.length * 99 / 100] / 1e6,
                took[took.length - 1] / 1e6);
    }

    /// Words, phrases, prefixes, boolean ones, filters and identifiers, in five scripts.
    private static List<Query> queries() {
        Random random = new Random(42);
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            String common = COMMON.get(random.nextInt(COMMON.size()));
            String other = OTHER.get(random.nextInt(OTHER.size()));
            String typed =
                    switch (i % 10) {
                        case 0 -> common;
                        case 1 -> other;
                        case 2 -> common + " " + other;
                        case 3 -> common + " OR " + other;
                        case 4 -> common + " -" + other;
                        case 5 -> "\"old stone\"";
                        case 6 -> common.substring(0, Math.min(3, common.length())) + "*";
                        case 7 -> "@user_" + random.nextInt(5000);
                        case 8 -> other + " after:2021-01-01 before:2021-06-01";
                        default -> "from:ada " + common;
                    };
            try {
                queries.add(QueryParser.parse(typed));
            } catch (QueryError wrong) {
                throw new IllegalStateException(typed, wrong);
            }
        }
        return queries;
    }
}
