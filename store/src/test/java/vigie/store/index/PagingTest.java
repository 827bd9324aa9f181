package vigie.store.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.operation.RowId;
import vigie.casework.operation.RowSet;
import vigie.casework.operation.SearchIndex;
import vigie.casework.operation.SearchIndex.Facets;
import vigie.casework.operation.SearchIndex.Order;
import vigie.casework.operation.SearchIndex.Restriction;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.material.Span;
import vigie.model.subject.ConversationId;
import vigie.text.query.Query;

/// Pages, filters and distributions against the same computed message by message.
class PagingTest {
    private static final List<String> WORDS = List.of("gate", "seeds", "market", "beans", "rain");
    private static final int MESSAGES = 3000;

    @TempDir static Path folder;
    private static final Searching index = new Searching();
    private static final List<Held> held = new ArrayList<>();

    /// A message as the test knows it.
    private record Held(long row, Claim.Message message) {
        long sent() {
            return message.sent().best();
        }

        boolean says(String word) {
            return List.of(message.text().split(" ", -1)).contains(word);
        }
    }

    @BeforeAll
    static void take() throws IOException {
        index.open(folder);
        Random random = new Random(20261122);
        for (int exhibit = 1; exhibit <= 5; exhibit++) {
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < MESSAGES / 5; i++) {
                claims.add(message(random, i));
            }
            int number = exhibit;
            // In batches of mixed order, as several threads hand them to the index.
            List<Claim> shuffled = new ArrayList<>(claims);
            Collections.shuffle(shuffled, random);
            index.take(exhibit, exhibit == 5 ? 4 : 0, "telegram:user:3", shuffled);
            claims.forEach(
                    claim ->
                            held.add(
                                    new Held(
                                            RowId.of(number, claim.at().offset()),
                                            (Claim.Message) claim)));
        }
    }

    private static Claim.Message message(Random random, int i) {
        StringBuilder text = new StringBuilder();
        for (int word = random.nextInt(4); word >= 0; word--) {
            text.append(text.isEmpty() ? "" : " ").append(WORDS.get(random.nextInt(5)));
        }
        long sent =
                random.nextInt(9) == 0
                        ? Moment.ABSENT
                        : 1_600_000_000L + random.nextInt(500) * 86_400L;
        int author = random.nextInt(8);
        return new Claim.Message(
                new Span(100L * i, 90),
                random.nextInt(6) == 0 ? Claim.Message.Kind.EVENT : Claim.Message.Kind.MESSAGE,
                new ConversationId("telegram", "channel", "" + random.nextInt(4), null),
                (long) i,
                new Moment(sent, Moment.ABSENT),
                Moment.NONE,
                author == 7
                        ? null
                        : new Author(author == 6 ? null : Chat.account(author), "Name " + author),
                null,
                text.toString(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @Test
    void every_page_in_either_order_under_any_restriction_is_that_of_the_brute_force()
            throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            String word = WORDS.get(random.nextInt(5));
            Query query = round % 4 == 0 ? new Query.Everything() : new Query.Word(word);
            List<RowSet> within = sets(random, round % 3 == 0 ? 1 : 0);
            List<RowSet> without = sets(random, round % 5);
            Order order = round % 2 == 0 ? Order.OLDEST : Order.NEWEST;
            List<Long> expected =
                    held.stream()
                            .filter(m -> query instanceof Query.Everything || m.says(word))
                            .filter(m -> within.stream().allMatch(set -> set.contains(m.row())))
                            .filter(m -> without.stream().noneMatch(set -> set.contains(m.row())))
                            .sorted(order(order))
                            .map(Held::row)
                            .toList();
            Restriction only = new Restriction(within, without);
            int size = 1 + random.nextInt(120);
            for (int from = 0; from <= expected.size(); from += size) {
                SearchIndex.Page page = index.index().page(query, only, order, from, size);
                assertEquals(expected.size(), page.total());
                assertEquals(
                        expected.subList(from, Math.min(expected.size(), from + size)),
                        page.rows(),
                        "round " + round + " from " + from);
            }
        }
    }

    @Test
    void alternatives_come_ranked_within_a_restriction_with_an_exact_total() throws IOException {
        Query either = new Query.Or(List.of(new Query.Word("gate"), new Query.Word("seeds")));
        RowSet half =
                RowSet.of(held.stream().mapToLong(Held::row).filter(r -> r % 200 == 0).toArray());
        Restriction only = new Restriction(List.of(half), List.of());
        List<Held> expected =
                held.stream()
                        .filter(m -> half.contains(m.row()))
                        .filter(m -> m.says("gate") || m.says("seeds"))
                        .toList();
        List<Long> all = new ArrayList<>();
        for (int from = 0; from < expected.size(); from += 50) {
            SearchIndex.Page page = index.index().page(either, only, Order.RELEVANCE, from, 50);
            assertEquals(expected.size(), page.total());
            all.addAll(page.rows());
        }
        assertEquals(
                expected.stream().map(Held::row).sorted().toList(), all.stream().sorted().toList());
        Map<Long, Held> byRow =
                held.stream().collect(Collectors.toMap(Held::row, message -> message));
        boolean ended = false;
        for (long row : all) {
            Held message = Objects.requireNonNull(byRow.get(row));
            boolean both = message.says("gate") && message.says("seeds");
            assertEquals(false, ended && both, "those with both come first");
            ended |= !both;
        }
    }

    @Test
    void distributions_count_every_hit_exactly() throws IOException {
        RowSet out = sets(new Random(3), 1).getFirst();
        Restriction only = new Restriction(List.of(), List.of(out));
        List<Held> expected =
                held.stream().filter(m -> m.says("rain") && !out.contains(m.row())).toList();
        Facets facets = index.index().facets(new Query.Word("rain"), only, 100);

        assertEquals(count(expected, PagingTest::sender), counts(facets.senders()));
        assertEquals(
                count(expected, m -> m.message().conversation().key()),
                counts(facets.conversations()));
        assertEquals(
                count(
                        expected,
                        m ->
                                m.sent() == Moment.ABSENT
                                        ? ""
                                        : Instant.ofEpochSecond(m.sent())
                                                .atOffset(ZoneOffset.UTC)
                                                .toString()
                                                .substring(0, 7)),
                counts(facets.months()));
        assertEquals(
                count(expected, m -> m.message().kind().name().toLowerCase(java.util.Locale.ROOT)),
                counts(facets.kinds()));
        assertEquals(
                facets.senders().subList(0, 2),
                index.index().facets(new Query.Word("rain"), only, 2).senders());
    }

    @Test
    void a_distribution_names_senders_so_that_a_query_finds_them() throws IOException {
        for (Facets.Value sender :
                index.index().facets(new Query.Everything(), Restriction.NONE, 100).senders()) {
            String key = sender.key();
            String asked = key.startsWith("operator:") ? key.replace(':', ' ') : key;
            assertEquals(
                    sender.count(),
                    index.index()
                            .page(new Query.From(asked), Restriction.NONE, Order.NEWEST, 0, 1)
                            .total(),
                    key);
        }
    }

    @Test
    void pages_end_where_nobody_reads_further() {
        for (int[] page : new int[][] {{-1, 5}, {0, 10_001}, {9_999, 2}}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                            index.index()
                                    .page(
                                            new Query.Everything(),
                                            Restriction.NONE,
                                            Order.NEWEST,
                                            page[0],
                                            page[1]));
        }
    }

    private static String sender(Held message) {
        Author author = message.message().author();
        if (author == null) {
            return "";
        }
        if (author.account() == null) {
            return "~name 6";
        }
        String key = author.account().key();
        return key.equals("telegram:user:3") ? "operator:4" : key;
    }

    private static Map<String, Long> count(
            List<Held> messages, java.util.function.Function<Held, String> by) {
        Map<String, Long> counts = new HashMap<>();
        messages.forEach(message -> counts.merge(by.apply(message), 1L, Long::sum));
        counts.remove("");
        return counts;
    }

    private static Map<String, Long> counts(List<Facets.Value> values) {
        return values.stream().collect(Collectors.toMap(Facets.Value::key, Facets.Value::count));
    }

    private static Comparator<Held> order(Order order) {
        if (order == Order.OLDEST) {
            return Comparator.comparingLong(
                            (Held m) -> m.sent() == Moment.ABSENT ? Long.MAX_VALUE : m.sent())
                    .thenComparingLong(Held::row);
        }
        return Comparator.comparingLong(Held::sent).thenComparingLong(Held::row).reversed();
    }

    private static List<RowSet> sets(Random random, int count) {
        List<RowSet> sets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double share = random.nextDouble() / 2 + 0.01;
            sets.add(
                    RowSet.of(
                            held.stream()
                                    .mapToLong(Held::row)
                                    .filter(_ -> random.nextDouble() < share)
                                    .toArray()));
        }
        return sets;
    }
}
