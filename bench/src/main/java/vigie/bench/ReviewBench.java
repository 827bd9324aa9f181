package vigie.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import vigie.casework.operation.OpenCase;
import vigie.casework.operation.SearchIndex.Order;
import vigie.casework.operation.SearchIndex.Restriction;
import vigie.casework.operation.Searching;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Surroundings;
import vigie.casework.operation.Workplace;
import vigie.casework.review.Decision;
import vigie.casework.review.Proposal;
import vigie.casework.review.ReviewFilter;
import vigie.casework.review.Reviewing;
import vigie.casework.review.Verdict;
import vigie.evidence.keys.KeySource;
import vigie.evidence.keys.Keyring;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.store.index.LuceneIndex;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.rows.PostgresCaseStore;
import vigie.text.query.QueryError;
import vigie.text.query.QueryParser;

/// What the screen "Search and review" does below the web, by users at once on a case taken
/// from `gen_telegram.py`: pages, filters, what narrows them, messages in their surroundings and
/// decisions, 200 of each; prints the latencies.
///
/// Arguments: the home, the case, how many messages are decided about before (in decisions of 500),
/// and how many users there are.
public final class ReviewBench {
    private static final int REQUESTS = 200;
    private static final String PURPOSE = "measurement";

    private static final List<String> QUERIES =
            List.of(
                    "",
                    "garden",
                    "bridge market",
                    "garden OR kitchen",
                    "from:ada garden",
                    "after:2021-01-01 before:2021-06-01",
                    "mañana -sopa",
                    "has:photo",
                    "\"old stone\"",
                    "السوق");

    private final PrintStream out;
    private final SharedCases cases;
    private final CaseName name;
    private final Reviewing reviewing;
    private final int users;

    private ReviewBench(
            PrintStream out, SharedCases cases, CaseName name, Reviewing reviewing, int users) {
        this.users = users;
        this.out = out;
        this.cases = cases;
        this.name = name;
        this.reviewing = reviewing;
    }

    private interface Request {
        void send(OpenCase opened, Random random) throws IOException;
    }

    /// Runs it.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        PrintStream out = System.out;
        Path folder = Path.of(arguments[0]);
        CaseName name = new CaseName(arguments[1]);
        int decided = Integer.parseInt(arguments[2]);
        int users = Integer.parseInt(arguments[3]);
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
                            vigie.casework.operation.Anchoring.none(),
                            Clock.systemUTC());
            try (SharedCases cases = new SharedCases(workplace, Duration.ofMinutes(30))) {
                new ReviewBench(out, cases, name, new Reviewing(store.reviews()), users)
                        .run(decided);
            }
        }
    }

    private void run(int decided) throws IOException, InterruptedException, ExecutionException {
        List<Long> rows = rows();
        for (int from = 0; from + 500 <= decided; from += 500) {
            List<Long> some = rows(from);
            Verdict verdict = List.of(Verdict.values()).get(from / 500 % 3);
            if (!some.isEmpty()) {
                decide(some, new Decision.Relevance(verdict));
            }
        }
        for (int round = 1; round <= 2; round++) {
            out.println("round " + round);
            measure("page, newest", (opened, random) -> page(opened, random, ReviewFilter.NONE));
            measure(
                    "page, undecided",
                    (opened, random) ->
                            page(
                                    opened,
                                    random,
                                    new ReviewFilter(ReviewFilter.State.UNDECIDED, null)));
            measure(
                    "narrowings",
                    (opened, random) ->
                            Searching.narrowings(
                                    opened, question(query(random), Restriction.NONE, 0), 10));
            measure(
                    "surroundings",
                    (opened, random) ->
                            Surroundings.of(
                                    opened,
                                    rows.get(random.nextInt(rows.size())),
                                    10,
                                    10,
                                    PURPOSE));
            measure(
                    "decision, then page, undecided",
                    (opened, random) -> {
                        reviewing.decide(
                                opened,
                                new Proposal(
                                        List.of(rows.get(random.nextInt(rows.size()))),
                                        new Decision.Relevance(
                                                List.of(Verdict.values()).get(random.nextInt(3))),
                                        Proposal.WHATEVER),
                                PURPOSE);
                        page(opened, random, new ReviewFilter(ReviewFilter.State.UNDECIDED, null));
                    });
            measure(
                    "counts",
                    (opened, _) -> reviewing.counts(opened, Instant.now().minusSeconds(3600)));
        }
    }

    private void decide(List<Long> rows, Decision decision) throws IOException {
        try (OpenCase opened = cases.open(name, Actor.LOCAL)) {
            reviewing.decide(opened, new Proposal(rows, decision, Proposal.WHATEVER), PURPOSE);
        }
    }

    /// Rows spread over the case.
    private List<Long> rows() throws IOException {
        List<Long> rows = new ArrayList<>();
        for (String query : QUERIES) {
            for (int from = 0; from < 500; from += 50) {
                rows.addAll(rows(query, from, 50));
            }
        }
        for (String query : List.of("has:forward", "has:reply")) {
            rows.addAll(rows(query, 0, 500));
        }
        return rows;
    }

    private List<Long> rows(String query, int from, int count) throws IOException {
        try (OpenCase opened = cases.open(name, Actor.LOCAL)) {
            Searching.Question asked = question(query, Restriction.NONE, from);
            return Searching.page(
                            opened,
                            new Searching.Question(
                                    asked.query(), query, asked.only(), asked.order(), from, count),
                            PURPOSE)
                    .hits()
                    .stream()
                    .map(hit -> hit.message().row())
                    .toList();
        }
    }

    /// 500 rows that are not decided yet.
    private List<Long> rows(int seed) throws IOException {
        try (OpenCase opened = cases.open(name, Actor.LOCAL)) {
            Restriction undecided =
                    new ReviewFilter(ReviewFilter.State.UNDECIDED, null)
                            .over(reviewing.store().sets(name, Actor.LOCAL));
            Searching.Question asked =
                    question(QUERIES.get(seed / 500 % QUERIES.size()), undecided, 0);
            return Searching.page(
                            opened,
                            new Searching.Question(
                                    asked.query(), asked.words(), undecided, asked.order(), 0, 500),
                            PURPOSE)
                    .hits()
                    .stream()
                    .map(hit -> hit.message().row())
                    .toList();
        }
    }

    private void page(OpenCase opened, Random random, ReviewFilter filter) throws IOException {
        Restriction only =
                filter.equals(ReviewFilter.NONE)
                        ? Restriction.NONE
                        : filter.over(reviewing.store().sets(name, opened.actor()));
        Searching.page(opened, question(query(random), only, 50 * random.nextInt(5)), PURPOSE);
    }

    private static String query(Random random) {
        return QUERIES.get(random.nextInt(QUERIES.size()));
    }

    private static Searching.Question question(String typed, Restriction only, int from) {
        try {
            return new Searching.Question(
                    QueryParser.parse(typed), typed, only, Order.NEWEST, from, 50);
        } catch (QueryError wrong) {
            throw new IllegalStateException(typed, wrong);
        }
    }

    private void measure(String what, Request request)
            throws InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newFixedThreadPool(users)) {
            List<Callable<long[]>> work = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                int seed = user;
                work.add(() -> send(request, new Random(seed)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<long[]> done : people.invokeAll(work)) {
                Arrays.stream(done.get()).forEach(all::add);
            }
            long[] took = all.stream().mapToLong(Long::longValue).sorted().toArray();
            out.printf(
                    "%-32s p50 %.1f ms, p95 %.1f ms, max %.1f ms%n",
                    what,
                    took[took.length / 2] / 1e6,
                    took[took.length * 95 / 100] / 1e6,
                    took[took.length - 1] / 1e6);
        }
    }

    private long[] send(Request request, Random random) throws IOException {
        long[] took = new long[REQUESTS / users];
        for (int i = 0; i < took.length; i++) {
            long start = System.nanoTime();
            try (OpenCase opened = cases.open(name, Actor.LOCAL)) {
                request.send(opened, random);
            }
            took[i] = System.nanoTime() - start;
        }
        return took;
    }
}
