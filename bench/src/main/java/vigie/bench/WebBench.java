package vigie.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import vigie.casework.operation.SharedCases;
import vigie.casework.operation.Workplace;
import vigie.casework.user.Role;
import vigie.casework.user.access.UserAccess;
import vigie.cli.Console;
import vigie.cli.Wiring;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;
import vigie.web.Rooms;
import vigie.web.Server;
import vigie.web.Setting;

/// The screens of the web interface over HTTP, asked by four signed-in users at once without a
/// pause, 200 requests a screen. It prints for each screen: latencies as the users see them; how
/// long the server had the requests, from the first line to the last byte; the CPU time that one
/// request took, of this process and of the database; and the bytes of the heaviest answer on the
/// wire.
///
/// Arguments: the home, a case taken from `gen_telegram.py`, how many rounds, and, to measure some
/// screens only, what their names begin with. Server and users share the process, so its CPU time
/// is of both.
public final class WebBench {
    private static final int USERS = 4;
    private static final int REQUESTS = 200;
    private static final String PURPOSE = "measurement";
    private static final Pattern ROW = Pattern.compile("name=\"row\" value=\"(\\d+-\\d+)\"");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "name=\"_csrf\"[^>]* value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]* name=\"_csrf\"");

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
    private final URI root;
    private final String base;
    private final List<Person> people;
    private final List<String> rows = new ArrayList<>();
    private final ServerTimes times;

    /// A signed-in user, and the token of the forms of their session.
    private record Person(String cookie, String token) {}

    /// What a user does at a screen: an address that is asked for, or a form that is sent.
    private interface Act {
        HttpRequest.Builder of(Person person, Random random);
    }

    private WebBench(
            PrintStream out, URI root, String base, List<Person> people, ServerTimes times) {
        this.times = times;
        this.out = out;
        this.root = root;
        this.base = base;
        this.people = people;
    }

    /// Runs it.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        PrintStream out = System.out;
        CaseName name = new CaseName(arguments[1]);
        ServerTimes times = new ServerTimes();
        try (Wiring wiring = Wiring.open(Path.of(arguments[0]), new Console(out, out, false))) {
            Rooms rooms = wiring.rooms();
            try (SharedCases _ = rooms.cases();
                    Server web =
                            Server.start(
                                    Setting.LOOPBACK.at(0),
                                    rooms,
                                    wiring.beans(rooms),
                                    times::add)) {
                List<Person> people = new ArrayList<>();
                for (int user = 1; user <= USERS; user++) {
                    people.add(
                            enter(wiring.users(), wiring.workplace(), name, web.address(), user));
                }
                new WebBench(out, web.address(), "/cases/" + name, people, times)
                        .run(
                                Integer.parseInt(arguments[2]),
                                arguments.length > 3 ? arguments[3] : "");
            }
        }
    }

    private static Person enter(
            UserAccess access, Workplace workplace, CaseName name, URI root, int number)
            throws IOException, InterruptedException {
        Actor actor = new Actor("bench." + number);
        if (access.users().find(Actor.LOCAL, actor).isEmpty()) {
            access.users()
                    .addWithoutLink(
                            Actor.LOCAL, actor, "Bench " + number, Role.INVESTIGATOR, PURPOSE);
        }
        workplace.admit(name, Actor.LOCAL, actor, PURPOSE);
        String link = access.enrolment().sample(Actor.LOCAL, actor, PURPOSE).path();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> in =
                    client.send(
                            HttpRequest.newBuilder(root.resolve(link)).build(),
                            HttpResponse.BodyHandlers.ofString());
            String cookie =
                    in.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
            HttpResponse<String> desk =
                    client.send(
                            HttpRequest.newBuilder(root).header("Cookie", cookie).build(),
                            HttpResponse.BodyHandlers.ofString());
            Matcher token = TOKEN.matcher(desk.body());
            if (!token.find()) {
                throw new IOException("no form on the desk: " + desk.statusCode());
            }
            return new Person(cookie, token.group(1) == null ? token.group(2) : token.group(1));
        }
    }

    private void run(int rounds, String beginning)
            throws IOException, InterruptedException, ExecutionException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String query : QUERIES) {
                for (int page = 1; page <= 4; page++) {
                    HttpRequest asked =
                            get(base + "/search?q=" + encoded(query) + "&page=" + page)
                                    .of(people.getFirst(), new Random(page))
                                    .build();
                    Matcher found = ROW.matcher(text(client.send(asked, bytes())));
                    while (found.find()) {
                        rows.add(found.group(1));
                    }
                }
            }
        }
        out.println(rows.size() + " messages to open");
        for (int round = 1; round <= rounds; round++) {
            out.printf("round %d%n", round);
            for (Map.Entry<String, Act> screen : screens().entrySet()) {
                if (screen.getKey().startsWith(beginning)) {
                    measure(screen.getKey(), screen.getValue());
                }
            }
        }
    }

    private Map<String, Act> screens() {
        Map<String, Act> screens = new LinkedHashMap<>();
        screens.put("sign-in", get("/sign-in"));
        screens.put("desk", get("/"));
        screens.put("case", get(base));
        screens.put("conversations", get(base + "/conversations"));
        screens.put("accounts", get(base + "/accounts"));
        screens.put("exhibits", get(base + "/exhibits"));
        screens.put("search", (person, random) -> search(random, "").of(person, random));
        screens.put(
                "search, page 20",
                (person, random) -> search(random, "&page=20").of(person, random));
        screens.put(
                "search, undecided",
                (person, random) -> search(random, "&state=undecided").of(person, random));
        screens.put(
                "search, a message open",
                (person, random) -> search(random, "&m=" + row(random)).of(person, random));
        screens.put(
                "a message, as htmx asks",
                (person, random) ->
                        search(random, "&m=" + row(random))
                                .of(person, random)
                                .header("HX-Request", "true")
                                .header("HX-Target", "item"));
        screens.put(
                "a message, its page",
                (person, random) -> get(base + "/messages/" + row(random)).of(person, random));
        screens.put("decide (POST)", this::decision);
        screens.put("ledger", get(base + "/ledger"));
        screens.put("an entry with its proof", get(base + "/ledger/2"));
        screens.put("checkpoint", get(base + "/ledger/checkpoint"));
        return screens;
    }

    private HttpRequest.Builder decision(Person person, Random random) {
        String verdict = List.of("relevant", "not-relevant", "later").get(random.nextInt(3));
        String form =
                "_csrf=%s&kind=relevance&row=%s&words=%s&back=%s"
                        .formatted(
                                encoded(person.token()),
                                row(random),
                                verdict,
                                encoded(base + "/search"));
        return get(base + "/decisions")
                .of(person, random)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private Act search(Random random, String more) {
        String query = QUERIES.get(random.nextInt(QUERIES.size()));
        return get(base + "/search?q=" + encoded(query) + more);
    }

    private String row(Random random) {
        return rows.get(random.nextInt(rows.size()));
    }

    private Act get(String path) {
        return (person, _) ->
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Cookie", person.cookie())
                        .header("Accept-Language", "en")
                        .header("Accept-Encoding", "gzip");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse.BodyHandler<byte[]> bytes() {
        return HttpResponse.BodyHandlers.ofByteArray();
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").isPresent()) {
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = plain.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /// @param took  nanoseconds of each request
    /// @param bytes of the heaviest answer
    private record Sent(List<Long> took, int bytes) {}

    private void measure(String what, Act act)
            throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(USERS)) {
            List<Callable<Sent>> work = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                Person person = people.get(user);
                Random random = new Random(user);
                work.add(() -> send(act, person, random));
            }
            List<Long> all = new ArrayList<>();
            int heaviest = 0;
            times.take();
            CpuTime before = CpuTime.now();
            for (Future<Sent> done : threads.invokeAll(work)) {
                all.addAll(done.get().took());
                heaviest = Math.max(heaviest, done.get().bytes());
            }
            CpuTime spent = CpuTime.now().since(before);
            out.printf(
                    "%-26s user %s  server %s  cpu %5.1f + %4.1f ms  %6d bytes%n",
                    what,
                    spread(all),
                    spread(times.take()),
                    spent.process().toNanos() / 1e6 / all.size(),
                    spent.children().toNanos() / 1e6 / all.size(),
                    heaviest);
        }
    }

    private static String spread(List<Long> nanos) {
        long[] took = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return "p50 %5.1f p95 %5.1f p99 %5.1f"
                .formatted(
                        took[took.length / 2] / 1e6,
                        took[took.length * 95 / 100] / 1e6,
                        took[took.length * 99 / 100] / 1e6);
    }

    private static Sent send(Act act, Person person, Random random)
            throws IOException, InterruptedException {
        List<Long> took = new ArrayList<>();
        int heaviest = 0;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < REQUESTS / USERS; i++) {
                HttpRequest request = act.of(person, random).build();
                long start = System.nanoTime();
                HttpResponse<byte[]> answer = client.send(request, bytes());
                took.add(System.nanoTime() - start);
                if (answer.statusCode() != 200 && answer.statusCode() != 302) {
                    throw new IOException(answer.statusCode() + " at " + request.uri());
                }
                heaviest = Math.max(heaviest, answer.body().length);
            }
        }
        return new Sent(took, heaviest);
    }
}
