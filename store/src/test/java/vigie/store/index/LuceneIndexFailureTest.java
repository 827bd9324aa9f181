package vigie.store.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.operation.SearchIndex;
import vigie.text.query.Query;
import vigie.text.query.QueryError;
import vigie.text.query.QueryParser;

class LuceneIndexFailureTest {
    static final int MESSAGES = 300;

    @TempDir Path folder;

    /// Indexes an exhibit of [#MESSAGES] messages, each with a word of that exhibit alone.
    static void take(LuceneIndex index, int exhibit) throws IOException {
        Chat chat = new Chat("1").named("Garden");
        for (int i = 0; i < MESSAGES; i++) {
            chat.says(i % 7, "Ada", "garden of exhibit" + exhibit + " number" + i);
        }
        try (SearchIndex.Indexing indexing = index.index(exhibit, 0, "")) {
            indexing.add(chat.claims);
            indexing.commit();
        }
    }

    private static long total(LuceneIndex index, String typed) throws IOException {
        try {
            return index.search(QueryParser.parse(typed), 20, true).total();
        } catch (QueryError error) {
            throw new AssertionError(error);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    @Test
    void a_missing_folder_is_an_empty_index() throws IOException {
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("none"))) {
            assertEquals(Set.of(), index.exhibits());
            assertEquals(0, total(index, "garden"));
            assertTrue(Files.notExists(folder.resolve("none")));
        }
    }

    @Test
    void a_folder_deleted_under_a_reader_is_an_empty_index_and_can_be_made_again()
            throws IOException {
        try (LuceneIndex reader = LuceneIndex.open(folder);
                LuceneIndex writer = LuceneIndex.open(folder)) {
            take(writer, 1);
            assertEquals(Set.of(1), reader.exhibits());
            LuceneIndex.discard(folder);
            assertEquals(Set.of(), reader.exhibits());
            assertEquals(0, total(reader, "garden"));
            try (LuceneIndex again = LuceneIndex.open(folder)) {
                take(again, 2);
            }
            assertEquals(Set.of(2), reader.exhibits());
            assertEquals(MESSAGES, total(reader, "exhibit2"));
            take(writer, 3);
            assertEquals(Set.of(2, 3), reader.exhibits());
        }
    }

    @Test
    void a_file_cut_short_or_altered_is_reported_and_the_index_can_be_made_again()
            throws IOException {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            take(index, 1);
        }
        var whole = new HashMap<Path, byte[]>();
        for (Path file : files()) {
            whole.put(file, Files.readAllBytes(file));
        }
        for (var one : whole.entrySet()) {
            byte[] bytes = one.getValue();
            for (int cut : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
                Files.write(one.getKey(), java.util.Arrays.copyOf(bytes, cut));
                assertReported(one.getKey() + " cut to " + cut);
            }
            for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
                byte[] altered = bytes.clone();
                altered[at] ^= 0x20;
                Files.write(one.getKey(), altered);
                assertReported(one.getKey() + " altered at " + at);
            }
            Files.write(one.getKey(), bytes);
        }
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            index.verify();
            assertEquals(MESSAGES, total(index, "garden"));
        }
        Files.write(files().getFirst(), new byte[3]);
        LuceneIndex.discard(folder);
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            take(index, 1);
            assertEquals(MESSAGES, total(index, "garden"));
        }
    }

    private void assertReported(String what) {
        assertThrows(
                IndexUnusable.class,
                () -> {
                    try (LuceneIndex index = LuceneIndex.open(folder)) {
                        index.verify();
                    }
                },
                what);
    }

    @Test
    void an_index_of_another_format_is_refused() throws IOException {
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(java.util.Map.of("vigie.index", "0").entrySet());
            writer.commit();
        }
        IOException refused =
                assertThrows(IndexUnusable.class, () -> LuceneIndex.open(folder).close());
        assertEquals("the index has format 0, not 2", refused.getMessage());
    }

    @Test
    void another_process_commits_while_this_one_searches() throws IOException {
        try (LuceneIndex here = LuceneIndex.open(folder);
                LuceneIndex there = LuceneIndex.open(folder)) {
            take(there, 1);
            assertEquals(Set.of(1), here.exhibits());
            try (SearchIndex.Indexing indexing = there.index(2, 0, "")) {
                indexing.add(List.of());
                IOException held =
                        assertThrows(IOException.class, () -> here.index(3, 0, "").close());
                assertEquals("the index is being written by another process", held.getMessage());
            }
            take(here, 3);
            assertEquals(Set.of(1, 3), there.exhibits());
        }
    }

    @Test
    void searches_see_one_whole_commit_or_another() throws Exception {
        try (LuceneIndex index = LuceneIndex.open(folder);
                ExecutorService pool = Executors.newFixedThreadPool(4)) {
            take(index, 1);
            var done = new AtomicBoolean();
            var searching = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 3; i++) {
                searching.add(pool.submit(searcher(index, done)));
            }
            for (int i = 0; i < 10; i++) {
                take(index, 1);
            }
            done.set(true);
            for (Future<Integer> one : searching) {
                assertTrue(one.get() > 0);
            }
        }
    }

    private static Callable<Integer> searcher(LuceneIndex index, AtomicBoolean done) {
        return () -> {
            int n = 0;
            Query query = QueryParser.parse("garden from:ada");
            while (!done.get()) {
                assertEquals(MESSAGES, index.search(query, 20, true).total());
                n++;
            }
            return n;
        };
    }

    @Test
    void any_number_of_threads_add() throws Exception {
        try (LuceneIndex index = LuceneIndex.open(folder);
                ExecutorService pool = Executors.newFixedThreadPool(4);
                SearchIndex.Indexing indexing = index.index(1, 0, "")) {
            var adding = new ArrayList<Future<?>>();
            Chat chat = new Chat("1").named("Garden");
            for (int batch = 0; batch < 50; batch++) {
                int from = chat.claims.size();
                for (int i = 0; i < 100; i++) {
                    chat.says(i, "Ada " + i, "garden");
                }
                var claims = List.copyOf(chat.claims.subList(from, chat.claims.size()));
                adding.add(
                        pool.submit(
                                () -> {
                                    indexing.add(claims);
                                    return null;
                                }));
            }
            for (Future<?> one : adding) {
                one.get();
            }
            indexing.commit();
            assertEquals(5000, total(index, "garden"));
            assertEquals(50, total(index, "from:\"ada 42\""));
        }
    }

    @Test
    void many_small_exhibits_do_not_pile_up_segments() throws IOException {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            for (int exhibit = 1; exhibit <= 40; exhibit++) {
                take(index, exhibit);
            }
            assertEquals(40L * MESSAGES, total(index, "garden"));
            long segments =
                    files().stream().filter(file -> file.toString().endsWith(".si")).count();
            assertTrue(segments < 20, segments + " segments");
        }
    }

    @Test
    void a_process_killed_at_any_instant_leaves_the_old_commit_or_the_new()
            throws IOException, InterruptedException {
        int kills = Boolean.getBoolean("vigie.long") ? 30 : 3;
        var random = new Random(3);
        for (int i = 0; i < kills; i++) {
            int committed = killed(random.nextInt(400));
            try (LuceneIndex index = LuceneIndex.open(folder)) {
                index.verify();
                Set<Integer> exhibits = index.exhibits();
                assertTrue(exhibits.size() >= committed, exhibits + " of " + committed);
                for (int exhibit : exhibits) {
                    assertEquals(MESSAGES, total(index, "exhibit" + exhibit));
                }
                assertEquals((long) exhibits.size() * MESSAGES, total(index, "*"));
                take(index, 5000 + i);
            }
        }
    }

    /// Indexes in another process, kills it, and returns how many exhibits it said to be committed.
    private int killed(int afterMillis) throws IOException, InterruptedException {
        Path said = folder.resolveSibling(folder.getFileName() + ".said");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                IndexingChild.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(said.toFile())
                        .start();
        while (Files.size(said) == 0 && child.isAlive()) {
            child.waitFor(10, TimeUnit.MILLISECONDS);
        }
        child.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        assertTrue(child.isAlive(), "the child ended by itself");
        child.destroyForcibly().waitFor();
        String all = Files.readString(said);
        String whole = all.substring(0, all.lastIndexOf('\n') + 1).strip();
        return Integer.parseInt(whole.substring(whole.lastIndexOf('\n') + 1));
    }

    @Test
    void hostile_queries_are_answered_in_bounded_time() throws Exception {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            for (int exhibit = 1; exhibit <= 20; exhibit++) {
                take(index, exhibit);
            }
            var or = new StringBuilder("garden");
            var stars = new StringBuilder("g*");
            for (int i = 0; i < 999; i++) {
                or.append(" OR number").append(i);
            }
            for (int i = 1; i < 50; i++) {
                stars.append(i % 2 == 0 ? " OR " : " -").append("n").append(i).append("*");
            }
            for (String typed :
                    List.of(
                            "*",
                            "g*",
                            or.toString(),
                            stars.toString(),
                            "a".repeat(20_000),
                            "市".repeat(20_000),
                            "👍".repeat(10_000),
                            "\"" + "garden ".repeat(2_800) + "\"",
                            "ha-".repeat(6_000) + "ha*",
                            "(".repeat(50) + "garden" + ")".repeat(50),
                            "-(".repeat(25) + "garden",
                            "from:" + "a".repeat(10_000),
                            "https://" + "a".repeat(10_000) + "*")) {
                long start = System.nanoTime();
                Query query = QueryParser.parse(typed);
                index.search(query, 20, true);
                index.search(query, Integer.MAX_VALUE, false);
                index.highlights(query, "garden of exhibit1 number1 ".repeat(1000));
                long millis = (System.nanoTime() - start) / 1_000_000;
                assertTrue(
                        millis < 10_000,
                        typed.substring(0, Math.min(40, typed.length())) + " " + millis);
            }
            assertEquals(20L * MESSAGES, total(index, or.toString()));
        }
    }
}
