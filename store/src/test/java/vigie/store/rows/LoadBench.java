package vigie.store.rows;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vigie.casework.operation.Gathering;
import vigie.casework.operation.RowId;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.claim.TextEntity;
import vigie.model.material.Exhibit;
import vigie.model.material.Sha256;
import vigie.model.material.Span;
import vigie.model.subject.ConversationId;
import vigie.store.postgres.EmbeddedPostgres;
import vigie.store.postgres.TestPostgres;

/// Loads generated messages and says what each stage cost, in this program and in the database.
///
/// Arguments: messages (1000000), exhibits (1), `same` where each exhibit says the same.
public final class LoadBench {
    private static final Actor ANNE = new Actor("anne");
    private static final int BATCH = 1000;
    private static final String[] WORDS =
            ("jardin tomate graines samedi marché football entraînement demain merci recette pain"
                            + " farine terreau arrosage pluie soleil بذور حديقة كرة семена сад футбол"
                            + " photo matin apporter prêter outil bêche râteau club équipe match")
                    .split(" ", -1);

    private static boolean same;

    private LoadBench() {}

    /// Runs it.
    public static void main(String[] arguments) throws IOException {
        int total = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int exhibits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        same = arguments.length > 2;
        try (TestPostgres.Home home = new TestPostgres.Home()) {
            long start = System.nanoTime();
            try (EmbeddedPostgres server = home.start()) {
                say("server up", start);
                start = System.nanoTime();
                try (PostgresCaseStore store = PostgresCaseStore.open(server.access())) {
                    say("store open", start);
                    run(store, server, total, exhibits);
                }
                start = System.nanoTime();
            }
            say("server down", start);
            again(home);
        }
    }

    private static void again(TestPostgres.Home home) throws IOException {
        long start = System.nanoTime();
        try (EmbeddedPostgres server = home.start()) {
            say("server up again", start);
            start = System.nanoTime();
            try (PostgresCaseStore store = PostgresCaseStore.open(server.access())) {
                say("store open again", start);
                start = System.nanoTime();
                store.counts(new CaseName("bench"), ANNE);
                say("counts", start);
                start = System.nanoTime();
                store.digest(new CaseName("bench"), ANNE);
                say("digest", start);
            }
        }
    }

    private static void run(
            PostgresCaseStore store, EmbeddedPostgres server, int total, int exhibits)
            throws IOException {
        CaseName name = new CaseName("bench");
        store.create(name, ANNE);
        long row = 0;
        for (int e = 1; e <= exhibits; e++) {
            String path = "export" + e + "/result.json";
            Exhibit exhibit =
                    new Exhibit(
                            e,
                            1,
                            Sha256.of(path.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            485L * (total / exhibits),
                            path,
                            null,
                            false);
            store.addExhibits(name, List.of(exhibit), 1);
            row = load(store, server, name, exhibit, total / exhibits);
        }
        long start = System.nanoTime();
        long before = databaseCpu(server.pid());
        store.settle(name);
        say("settle (database cpu %d ms)".formatted(databaseCpu(server.pid()) - before), start);
        for (int i = 0; i < 3; i++) {
            start = System.nanoTime();
            say(store.counts(name, ANNE).toString(), start);
        }
        Random random = new Random(2);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<Long> rows = new ArrayList<>();
            for (int k = 0; k < 20; k++) {
                rows.add(RowId.of(RowId.exhibit(row), 485L * random.nextInt(total / exhibits)));
            }
            start = System.nanoTime();
            if (store.messages(name, ANNE, rows).size() != 20) {
                throw new IllegalStateException("rows missing");
            }
            times.add((System.nanoTime() - start) / 1e6);
        }
        times.sort(null);
        System.err.printf("20 rows: median %.2f ms, p95 %.2f ms%n", times.get(150), times.get(285));
        start = System.nanoTime();
        var stored = store.digest(name, ANNE);
        say("digest", start);
        start = System.nanoTime();
        boolean same = stored.equals(store.recomputeDigest(name, ANNE));
        say("recomputed, same: " + same, start);
        memory(server.pid());
    }

    private static long load(
            PostgresCaseStore store,
            EmbeddedPostgres server,
            CaseName name,
            Exhibit exhibit,
            int count)
            throws IOException {
        ThreadTimes generated = new ThreadTimes();
        long start = System.nanoTime();
        long cpu = databaseCpu(server.pid());
        long own = ownCpu();
        Generator generator = new Generator(same ? 0 : exhibit.number());
        try (Gathering gathering = store.gather(name, exhibit, TestCase.READER, 0, "")) {
            say("begun", start);
            for (int done = 0; done < count; done += BATCH) {
                long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                List<Claim> batch = generator.batch(Math.min(BATCH, count - done));
                generated.nanos +=
                        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
                gathering.add(batch);
            }
            say("added", start);
            System.err.printf(
                    "  own cpu without generating %d ms, generating %d ms, database cpu %d ms%n",
                    ownCpu() - own - generated.nanos / 1_000_000,
                    generated.nanos / 1_000_000,
                    databaseCpu(server.pid()) - cpu);
            long finishing = System.nanoTime();
            gathering.finish(0, 0, null);
            say("finish", finishing);
            finishing = System.nanoTime();
            gathering.commit();
            say("commit", finishing);
        }
        System.err.printf(
                "  in all: own cpu without generating %d ms, database cpu %d ms%n",
                ownCpu() - own - generated.nanos / 1_000_000, databaseCpu(server.pid()) - cpu);
        say("exhibit " + exhibit.number() + ", " + count + " messages", start);
        return RowId.of(exhibit.number(), 0);
    }

    private static final class ThreadTimes {
        long nanos;
    }

    private static final class Generator {
        private final Random random;
        private final String group;
        private long index;

        Generator(long seed) {
            this.random = new Random(seed);
            this.group = Long.toString(42 + seed);
        }

        List<Claim> batch(int size) {
            List<Claim> claims = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                claims.add(next());
            }
            return claims;
        }

        private Claim next() {
            long n = index++;
            int user = (int) Math.abs(random.nextGaussian() * 3000);
            StringBuilder text = new StringBuilder();
            int words = 5 + random.nextInt(30);
            for (int i = 0; i < words; i++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            boolean link = random.nextInt(6) == 0;
            boolean photo = random.nextInt(5) == 0;
            return new Claim.Message(
                    new Span(485 * n, 480),
                    Claim.Message.Kind.MESSAGE,
                    new ConversationId("telegram", "channel", group, null),
                    n + 1,
                    new Moment(1_700_000_000 + 10 * n, 1_700_003_600 + 10 * n),
                    Moment.NONE,
                    new Author(SampleClaims.user(user), "member " + user),
                    null,
                    text.toString(),
                    link ? List.of(new TextEntity("link", 3, 12, null)) : List.of(),
                    random.nextInt(5) == 0 ? new vigie.model.claim.Reply(n / 2 + 1, null) : null,
                    null,
                    null,
                    List.of(),
                    photo
                            ? List.of(
                                    new Attachment.Media(
                                            "photo",
                                            "photos/photo_" + n + ".jpg",
                                            null,
                                            null,
                                            null,
                                            null,
                                            123_456,
                                            1280,
                                            960,
                                            -1))
                            : List.of());
        }
    }

    private static void say(String what, long since) {
        System.err.printf("%8.1f ms  %s%n", (System.nanoTime() - since) / 1e6, what);
    }

    private static long ownCpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                                ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }

    /// Milliseconds of processor that the server and its children used, those that ended included.
    private static long databaseCpu(long pid) throws IOException {
        long ticks = 0;
        for (Path process : family(pid)) {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            if (String.valueOf(process.getFileName()).equals(Long.toString(pid))) {
                ticks += Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            }
        }
        return ticks * 10;
    }

    private static void memory(long pid) throws IOException {
        long anon = 0;
        long shmem = 0;
        for (Path process : family(pid)) {
            if (!Files.exists(process)) {
                continue;
            }
            for (String line : Files.readAllLines(process.resolve("smaps_rollup"))) {
                String[] fields = line.split("\\s+", -1);
                if (line.startsWith("Pss_Anon:")) {
                    anon += Long.parseLong(fields[1]);
                } else if (line.startsWith("Pss_Shmem:")) {
                    shmem += Long.parseLong(fields[1]);
                }
            }
        }
        System.err.printf("database: Pss_Anon %d kB, Pss_Shmem %d kB%n", anon, shmem);
    }

    private static List<Path> family(long pid) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.toList()) {
                String name = String.valueOf(process.getFileName());
                if (!name.matches("[0-9]+")) {
                    continue;
                }
                try {
                    String stat = Files.readString(process.resolve("stat"));
                    String parent = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[1];
                    if (name.equals(Long.toString(pid)) || parent.equals(Long.toString(pid))) {
                        found.add(process);
                    }
                } catch (IOException gone) {
                    // It ended while the list was read.
                }
            }
        }
        return found;
    }
}
