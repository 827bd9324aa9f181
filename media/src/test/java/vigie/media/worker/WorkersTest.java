package vigie.media.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.media.confine.Layer;
import vigie.media.examine.Examined;
import vigie.media.video.Ffmpeg;

class WorkersTest {
    private static final Limits SHORT =
            new Limits(
                    64, 256, Duration.ofSeconds(1), Duration.ofSeconds(4), 4000, 1 << 20, 1 << 24);

    @SuppressWarnings("NullAway") // made before the tests
    private static Workers workers;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws IOException {
        workers = Workers.start(settings().with(SHORT));
    }

    @AfterAll
    static void end() {
        workers.close();
    }

    private static Settings settings() throws IOException {
        return Settings.usual(Misbehaving.class.getName()).with(Ffmpeg.none());
    }

    private static Item item(long id, String says) {
        byte[] bytes = says.getBytes(StandardCharsets.ISO_8859_1);
        return new Item(id, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static Map<Long, Examined> examined(Workers by, List<Item> items) throws IOException {
        Map<Long, Examined> found = new HashMap<>();
        Tally tally =
                by.examine(
                        items.iterator(),
                        answer -> assertFalse(found.containsKey(answer.id()), "answered twice"));
        assertEquals(items.size(), tally.items());
        by.examine(items.iterator(), answer -> found.put(answer.id(), answer.examined()));
        assertEquals(items.size(), found.size());
        return found;
    }

    /// Among many good items, one that says something.
    private static Examined amongOthers(Workers by, String says) throws IOException {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(item(i, i == 100 ? says : "good " + i));
        }
        Map<Long, Examined> found = new HashMap<>();
        by.examine(items.iterator(), answer -> found.put(answer.id(), answer.examined()));
        assertEquals(200, found.size());
        for (long i = 0; i < 200; i++) {
            if (i != 100) {
                assertInstanceOf(Examined.Picture.class, found.get(i), "item " + i);
            }
        }
        return java.util.Objects.requireNonNull(found.get(100L));
    }

    private static void unreadable(Examined.Reason reason, Examined examined) {
        assertEquals(
                reason,
                assertInstanceOf(Examined.Unreadable.class, examined).reason(),
                () -> "" + examined);
    }

    @Test
    void every_item_is_answered_once_with_what_is_in_it() throws IOException {
        List<Item> items =
                IntStream.range(0, 3000)
                        .mapToObj(i -> item(i, "item " + i + "x".repeat(i)))
                        .toList();
        Map<Long, Examined> found = examined(workers, items);
        for (Item item : items) {
            assertEquals(
                    item.size() + 1,
                    assertInstanceOf(Examined.Picture.class, found.get(item.id())).width());
        }
    }

    @Test
    void an_item_that_crashes_its_worker_costs_itself() throws IOException {
        unreadable(Examined.Reason.CRASHED, amongOthers(workers, "exit"));
    }

    @Test
    void an_item_that_never_ends_costs_itself() throws IOException {
        unreadable(Examined.Reason.TOO_LARGE, amongOthers(workers, "spin"));
    }

    @Test
    void an_item_that_sleeps_for_ever_costs_itself() throws IOException {
        unreadable(Examined.Reason.TOO_LARGE, amongOthers(workers, "sleep 600000"));
    }

    @Test
    void an_item_that_takes_all_memory_costs_itself() throws IOException {
        unreadable(Examined.Reason.TOO_LARGE, amongOthers(workers, "allocate"));
    }

    @Test
    void an_item_that_makes_its_decoder_throw_costs_itself_and_no_worker() throws IOException {
        List<Long> before = workers.pids();
        unreadable(Examined.Reason.MALFORMED, amongOthers(workers, "throw"));
        unreadable(Examined.Reason.MALFORMED, amongOthers(workers, "nest"));
        assertTrue(workers.pids().containsAll(before));
    }

    @Test
    void a_worker_that_answers_what_no_worker_answers_is_replaced() throws IOException {
        unreadable(Examined.Reason.CRASHED, amongOthers(workers, "lie 0"));
        unreadable(Examined.Reason.CRASHED, amongOthers(workers, "lie 1"));
        unreadable(Examined.Reason.CRASHED, amongOthers(workers, "lie 255"));
    }

    @Test
    void a_worker_that_is_killed_in_the_middle_of_an_item_loses_nothing() throws IOException {
        var killed = new AtomicBoolean();
        List<Item> items = IntStream.range(0, 60).mapToObj(i -> item(i, "sleep 20 " + i)).toList();
        Map<Long, Examined> found = new HashMap<>();
        Tally tally =
                workers.examine(
                        items.iterator(),
                        answer -> {
                            found.put(answer.id(), answer.examined());
                            if (found.size() == 10 && killed.compareAndSet(false, true)) {
                                kill(workers.pids());
                            }
                        });
        assertTrue(killed.get() && tally.deaths() >= 1);
        assertEquals(60, tally.pictures());
    }

    private static void kill(List<Long> pids) {
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void an_item_that_is_too_large_is_not_decoded_and_those_behind_it_are() throws IOException {
        unreadable(Examined.Reason.TOO_LARGE, amongOthers(workers, "x".repeat((1 << 20) + 1)));
        unreadable(Examined.Reason.TOO_LARGE, amongOthers(workers, "x".repeat(20 << 20)));
    }

    @Test
    void no_worker_opens_a_connection() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            assertInstanceOf(
                    Examined.Unreadable.class,
                    amongOthers(workers, "connect " + server.getLocalPort()));
            assertThrows(java.net.SocketTimeoutException.class, server::accept);
        }
    }

    @Test
    void no_worker_writes_a_file_or_removes_one() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path file = folder.resolve("written");
        unreadable(Examined.Reason.MALFORMED, amongOthers(workers, "write " + file));
        assertFalse(Files.exists(file));
        Files.writeString(file, "stays");
        unreadable(Examined.Reason.MALFORMED, amongOthers(workers, "remove " + file));
        assertTrue(Files.exists(file));
    }

    @Test
    void no_worker_starts_another_program() throws IOException {
        unreadable(Examined.Reason.MALFORMED, amongOthers(workers, "start /bin/true"));
    }

    @Test
    void no_worker_that_may_start_ffmpeg_starts_another_program() throws IOException {
        Ffmpeg ffmpeg = Ffmpeg.find();
        assumeTrue(ffmpeg.installed(), "ffmpeg is not installed");
        try (Workers others = Workers.start(settings().with(SHORT).with(ffmpeg))) {
            assumeTrue(others.confinement().holds().contains(Layer.FILES), "no Landlock");
            unreadable(Examined.Reason.MALFORMED, amongOthers(others, "start /bin/true"));
        }
    }

    @Test
    void no_worker_reads_a_file_of_somebody() throws IOException {
        assumeTrue(workers.confinement().holds().contains(Layer.FILES), "no Landlock");
        Path file = Files.writeString(folder.resolve("key"), "x");
        unreadable(Examined.Reason.MALFORMED, amongOthers(workers, "read " + file));
    }

    @Test
    void what_confines_a_worker_is_said() {
        var says = workers.confinement().says();
        assertEquals(Layer.values().length, says.size());
        assertTrue(workers.confinement().holds().contains(Layer.SYSTEM_CALLS), () -> "" + says);
        assertTrue(workers.confinement().holds().contains(Layer.LIMITS), () -> "" + says);
    }

    @Test
    void a_worker_is_replaced_after_its_share() throws IOException {
        var few = new Limits(64, 256, SHORT.cpu(), SHORT.patience(), 50, 1 << 20, 1 << 20);
        try (Workers others = Workers.start(settings().with(few))) {
            List<Long> pids = new ArrayList<>();
            Tally tally =
                    others.examine(
                            IntStream.range(0, 400).mapToObj(i -> item(i, "x" + i)).iterator(),
                            _ -> pids.addAll(others.pids()));
            assertEquals(400, tally.pictures());
            assertEquals(0, tally.deaths());
            assertTrue(pids.stream().distinct().count() >= 4);
        }
    }

    @Test
    void an_item_that_cannot_be_opened_ends_the_run_and_not_the_workers() throws IOException {
        Item broken =
                new Item(
                        1,
                        5,
                        () -> {
                            throw new IOException("the vault is broken");
                        });
        var items = List.of(item(0, "x"), broken, item(2, "y"));
        var failed =
                assertThrows(IOException.class, () -> workers.examine(items.iterator(), _ -> {}));
        assertEquals("the vault is broken", failed.getMessage());
        Item cut = new Item(1, 5, InputStream::nullInputStream);
        assertThrows(IOException.class, () -> workers.examine(List.of(cut).iterator(), _ -> {}));
        assertEquals(1, workers.examine(List.of(item(3, "z")).iterator(), _ -> {}).pictures());
    }

    @Test
    void an_answer_that_is_not_wanted_ends_the_run_and_not_the_workers() throws IOException {
        var items = IntStream.range(0, 500).mapToObj(i -> item(i, "x" + i)).toList();
        assertThrows(
                IllegalStateException.class,
                () ->
                        workers.examine(
                                items.iterator(),
                                _ -> {
                                    throw new IllegalStateException("enough");
                                }));
        assertEquals(500, workers.examine(items.iterator(), _ -> {}).pictures());
    }

    @Test
    void a_program_that_is_no_worker_is_said_to_be_none() {
        assertThrows(
                IOException.class,
                () -> Workers.start(Settings.usual("no.such.Examiner").with(Ffmpeg.none())));
    }
}
