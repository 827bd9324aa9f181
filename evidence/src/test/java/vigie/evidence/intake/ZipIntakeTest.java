package vigie.evidence.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.evidence.MalformedInput;
import vigie.model.material.Sha256;

class ZipIntakeTest {
    private static final byte[] LEEK = "leek".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BEAN = "bean".repeat(100).getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    @TempDir Path kept;

    private RecordingSink walk(byte[] archive) throws IOException {
        return walk(archive, IntakeLimits.DEFAULT, new RecordingSink(kept));
    }

    private RecordingSink walk(byte[] archive, IntakeLimits limits, RecordingSink sink)
            throws IOException {
        Path file = Files.write(folder.resolve("garden.bin"), archive);
        new Intake(limits).walk(List.of(file), sink);
        return sink;
    }

    private MalformedInput refused(byte[] archive) {
        return refused(archive, IntakeLimits.DEFAULT);
    }

    private MalformedInput refused(byte[] archive, IntakeLimits limits) {
        MalformedInput error =
                assertThrows(
                        MalformedInput.class, () -> walk(archive, limits, new RecordingSink(kept)));
        assertEquals("garden.bin", error.file());
        return error;
    }

    private static byte[] zip(ZipMaker.Member... members) {
        ZipMaker maker = new ZipMaker();
        for (ZipMaker.Member member : members) {
            maker.add(member);
        }
        return maker.make();
    }

    private static byte[] javaZip(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                out.write((byte[]) namesAndBytes[i + 1]);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void an_archive_comes_before_its_members_which_come_in_order() throws IOException {
        byte[] archive =
                javaZip("b/bean.txt", BEAN, "b/", new byte[0], "été.txt", LEEK, "a.txt", LEEK);
        RecordingSink sink = walk(archive);
        assertEquals(
                List.of(
                        "garden.bin",
                        "garden.bin/a.txt",
                        "garden.bin/b/bean.txt",
                        "garden.bin/été.txt"),
                sink.paths());
        assertEquals(Sha256.of(archive), sink.taken.getFirst().digest());
        for (RecordingSink.Taken member : sink.taken.subList(1, 4)) {
            assertEquals(Sha256.of(archive), member.parent());
        }
        assertEquals(Sha256.of(BEAN), sink.taken.get(2).digest());
    }

    @Test
    void an_empty_archive_has_no_members() throws IOException {
        assertEquals(List.of("garden.bin"), walk(new ZipMaker().make()).paths());
    }

    @Test
    void archives_are_opened_three_deep_and_kept_whole_below() throws IOException {
        byte[] inner = javaZip("leek.txt", LEEK);
        for (int i = 4; i >= 1; i--) {
            inner = javaZip(i + ".zip", inner);
        }
        RecordingSink sink = walk(inner);
        assertEquals(
                List.of(
                        "garden.bin",
                        "garden.bin/1.zip",
                        "garden.bin/1.zip/2.zip",
                        "garden.bin/1.zip/2.zip/3.zip"),
                sink.paths());
        assertEquals(1, sink.skipped.size());
        assertTrue(sink.skipped.getFirst().startsWith("garden.bin/1.zip/2.zip/3.zip: kept whole"));
    }

    @Test
    void documents_and_programs_are_kept_whole() throws IOException {
        for (String mark :
                List.of(
                        "[Content_Types].xml",
                        "mimetype",
                        "META-INF/MANIFEST.MF",
                        "AndroidManifest.xml")) {
            assertEquals(
                    List.of("garden.bin"), walk(javaZip(mark, LEEK, "more.txt", BEAN)).paths());
        }
        assertEquals(3, walk(javaZip("more.txt", BEAN, "mimetype", LEEK)).paths().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../leek",
                "a/../../leek",
                "a/..",
                "..",
                "/etc/leek",
                "\\leek",
                "a\\..\\..\\leek",
                "..\\leek",
                "C:leek",
                "c:/leek",
                "a\0b",
                "",
                "./",
            })
    void a_name_that_leaves_its_archive_is_refused_at_its_record(String name) {
        ZipMaker.Member leek = ZipMaker.stored(name, LEEK);
        ZipMaker.Member first = ZipMaker.stored("first", BEAN);
        ZipMaker maker = new ZipMaker().add(first).add(leek);
        int directory = maker.size();
        MalformedInput error = refused(maker.make());
        assertEquals(directory + 46 + 5, error.offset());
    }

    @Test
    void backslashes_separate_folders_where_windows_wrote_them_and_nowhere_else()
            throws IOException {
        ZipMaker.Member windows = ZipMaker.stored("photos\\leek.jpg", LEEK);
        windows.madeBy = 0;
        ZipMaker.Member unix = ZipMaker.stored("b\\c", LEEK);
        assertEquals(
                List.of("garden.bin", "garden.bin/b\\c", "garden.bin/photos/leek.jpg"),
                walk(zip(windows, unix)).paths());
    }

    @Test
    void dots_and_doubled_slashes_mean_nothing_and_names_may_be_old() throws IOException {
        ZipMaker.Member old = ZipMaker.stored("x", LEEK);
        old.name = new byte[] {'c', 'a', 'f', (byte) 0x82};
        old.localName = old.name;
        assertEquals(
                List.of("garden.bin", "garden.bin/a/b", "garden.bin/café"),
                walk(zip(ZipMaker.stored("./a//b", LEEK), old)).paths());
    }

    @Test
    void links_and_special_members_are_refused() {
        for (int type : new int[] {0xA000, 0x2000, 0x6000, 0x1000, 0xC000}) {
            ZipMaker.Member member = ZipMaker.stored("leek", LEEK);
            member.mode = type | 0777;
            assertEquals("a member is a link or a special file", refused(zip(member)).reason());
        }
    }

    @Test
    void doubled_names_and_files_that_are_folders_are_refused() {
        assertEquals(
                "two members have the same name",
                refused(zip(ZipMaker.stored("a", LEEK), ZipMaker.stored("./a", BEAN))).reason());
        for (String[] names :
                new String[][] {{"a", "a/b"}, {"a/b", "a"}, {"a/b/c", "a"}, {"a", "a/"}}) {
            byte[] second = names[1].endsWith("/") ? new byte[0] : BEAN;
            assertEquals(
                    "a member is both a file and a folder",
                    refused(zip(ZipMaker.stored(names[0], LEEK), ZipMaker.stored(names[1], second)))
                            .reason());
        }
    }

    @Test
    void members_that_share_bytes_are_refused() {
        ZipMaker.Member first = ZipMaker.deflated("a", BEAN);
        ZipMaker.Member second = ZipMaker.deflated("b", BEAN);
        ZipMaker maker = new ZipMaker().add(first);
        second.header = first.header;
        assertTrue(refused(maker.list(second).make()).reason().contains("share bytes"));
        // One member whose data swallow the next member whole.
        ZipMaker.Member inner = ZipMaker.stored("inner", LEEK);
        byte[] quoted = new ZipMaker().add(inner).make();
        ZipMaker.Member outer =
                ZipMaker.stored("outer", Arrays.copyOf(quoted, 30 + 5 + LEEK.length));
        ZipMaker over = new ZipMaker().add(outer);
        ZipMaker.Member within = ZipMaker.stored("inner", LEEK);
        within.header = outer.header + 30 + 5;
        assertTrue(refused(over.list(within).make()).reason().contains("share bytes"));
        // A member that reaches into the directory.
        ZipMaker.Member last = ZipMaker.stored("z", LEEK);
        ZipMaker short0 = new ZipMaker().add(last);
        last.data = new byte[LEEK.length + 60];
        last.plain = last.data.length;
        assertTrue(refused(short0.make()).reason().contains("share bytes"));
    }

    @Test
    void headers_that_disagree_are_refused_when_the_member_is_reached() {
        List<Consumer<ZipMaker.Member>> lies =
                List.of(
                        m -> m.localName = "leak".getBytes(StandardCharsets.UTF_8),
                        m -> m.localPlain = 5,
                        m -> m.localFlags = 1);
        for (Consumer<ZipMaker.Member> lie : lies) {
            ZipMaker.Member member = ZipMaker.deflated("leek", BEAN);
            lie.accept(member);
            MalformedInput error = refused(zip(ZipMaker.stored("a", LEEK), member));
            assertEquals(30 + 1 + LEEK.length, error.offset(), error.reason());
            assertTrue(error.reason().contains("than the directory says"), error.reason());
        }
    }

    @Test
    void lies_about_size_checksum_and_end_are_refused_before_the_last_byte_counts() {
        List<Consumer<ZipMaker.Member>> lies =
                List.of(
                        m -> m.plain = m.localPlain = m.plain - 1,
                        m -> m.plain = m.localPlain = m.plain + 1,
                        m -> m.crc ^= 1,
                        m -> m.data = Arrays.copyOf(m.data, m.data.length + 3),
                        m -> m.data = Arrays.copyOf(m.data, m.data.length - 3),
                        m -> m.data = new byte[] {7, 7, 7, 7});
        for (Consumer<ZipMaker.Member> lie : lies) {
            ZipMaker.Member member = ZipMaker.deflated("leek", BEAN);
            lie.accept(member);
            RecordingSink sink = new RecordingSink(kept);
            MalformedInput error =
                    assertThrows(
                            MalformedInput.class,
                            () ->
                                    walk(
                                            zip(ZipMaker.stored("a", LEEK), member),
                                            IntakeLimits.DEFAULT,
                                            sink));
            assertEquals(35, error.offset(), error.reason());
            assertEquals(List.of("garden.bin", "garden.bin/a"), sink.paths());
        }
    }

    @Test
    void encrypted_unknown_and_split_archives_are_refused() {
        ZipMaker.Member locked = ZipMaker.stored("leek", LEEK);
        locked.flags = 1;
        assertEquals("a member is encrypted", refused(zip(locked)).reason());
        ZipMaker.Member exotic = ZipMaker.stored("leek", LEEK);
        exotic.method = 14;
        assertTrue(refused(zip(exotic)).reason().contains("method 14"));
        byte[] split = zip(ZipMaker.stored("leek", LEEK));
        split[split.length - 18] = 1;
        assertTrue(refused(split).reason().contains("split"));
        assertTrue(
                refused(new ZipMaker().add(ZipMaker.stored("leek", LEEK)).stating(2).make())
                        .reason()
                        .contains("fewer members"));
        assertTrue(
                refused(
                                new ZipMaker()
                                        .add(ZipMaker.stored("leek", LEEK))
                                        .add(ZipMaker.stored("bean", LEEK))
                                        .stating(1)
                                        .make())
                        .reason()
                        .contains("longer than its members"));
    }

    @Test
    void an_archive_cut_at_any_byte_is_refused() throws IOException {
        byte[] whole = javaZip("leek.txt", LEEK, "bean.txt", BEAN, "b/", new byte[0]);
        for (int length = 4; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            refused(cut);
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        refused(longer);
    }

    @Test
    void no_altered_byte_gives_other_members_unnoticed() throws IOException {
        byte[] whole = zip(ZipMaker.deflated("leek.txt", BEAN), ZipMaker.stored("b.txt", LEEK));
        List<RecordingSink.Taken> truth = walk(whole).taken;
        Random random = new Random(1);
        int noticed = 0;
        for (int at = 4; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= (byte) random.nextInt(1, 256);
            RecordingSink sink = new RecordingSink(kept);
            try {
                walk(altered, IntakeLimits.DEFAULT, sink);
            } catch (MalformedInput _) {
                noticed++;
            }
            for (RecordingSink.Taken member : sink.taken.subList(1, sink.taken.size())) {
                assertTrue(
                        truth.stream().anyMatch(t -> t.digest().equals(member.digest())),
                        "byte " + at);
            }
        }
        assertTrue(noticed > whole.length / 2);
    }

    @Test
    void a_bomb_stops_soon_after_the_floor() {
        byte[] zeros = new byte[100 << 20];
        RecordingSink sink = new RecordingSink(kept);
        MalformedInput error =
                assertThrows(
                        MalformedInput.class,
                        () ->
                                walk(
                                        zip(ZipMaker.deflated("zeros", zeros)),
                                        IntakeLimits.DEFAULT,
                                        sink));
        assertTrue(error.reason().contains("200-fold"), error.reason());
        assertEquals(1, sink.taken.size());
    }

    @Test
    void many_small_bombs_and_nested_ones_are_one_bomb() throws IOException {
        IntakeLimits small = new IntakeLimits(1 << 30, 1 << 30, 100, 3, 50, 1 << 20, 100, 10);
        byte[] zeros = new byte[900_000];
        ZipMaker many = new ZipMaker();
        for (int i = 0; i < 10; i++) {
            many.add(ZipMaker.deflated("zeros" + i, zeros));
        }
        byte[] bomb = many.make();
        assertTrue(refused(bomb, small).reason().contains("50-fold"));
        byte[] nest = javaZip("1.zip", javaZip("zeros", zeros), "2.zip", javaZip("zeros", zeros));
        RecordingSink sink = new RecordingSink(kept);
        MalformedInput error = assertThrows(MalformedInput.class, () -> walk(nest, small, sink));
        assertEquals("garden.bin/2.zip", error.file());
    }

    @Test
    void text_that_compresses_well_is_no_bomb() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        while (text.length() < 4 << 20) {
            text.append("{\"id\":").append(text.length()).append(",\"text\":\"the leeks are in ");
            text.append(random.nextInt(100)).append("\"},\n").repeat(" ", 60);
        }
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
        IntakeLimits lowFloor = new IntakeLimits(1 << 30, 1 << 30, 9, 3, 200, 1 << 20, 100, 10);
        byte[] archive = zip(ZipMaker.deflated("result.json", plain));
        assertEquals(2, walk(archive, lowFloor, new RecordingSink(kept)).taken.size());
    }

    @Test
    void bounds_on_members_sizes_and_names_are_kept() throws IOException {
        byte[] three = javaZip("a", LEEK, "b", LEEK, "c", LEEK);
        IntakeLimits two = new IntakeLimits(1 << 20, 1 << 20, 2, 3, 200, 1 << 20, 100, 10);
        assertTrue(refused(three, two).reason().contains("more than 2 members"));
        IntakeLimits tiny = new IntakeLimits(1 << 20, 3, 9, 3, 200, 1 << 20, 100, 10);
        assertTrue(refused(zip(ZipMaker.stored("a", LEEK)), tiny).reason().contains("larger"));
        IntakeLimits little = new IntakeLimits(10, 1 << 20, 9, 3, 200, 1 << 20, 100, 10);
        assertTrue(refused(three, little).reason().contains("more than 10 bytes"));
        IntakeLimits names = new IntakeLimits(1 << 20, 1 << 20, 9, 3, 200, 1 << 20, 5, 2);
        assertTrue(refused(javaZip("abcdef", LEEK), names).reason().contains("longer than 5"));
        assertTrue(refused(javaZip("a/b/c", LEEK), names).reason().contains("2 folders deep"));
    }

    @Test
    void large_archives_state_their_sizes_apart() throws IOException {
        ZipMaker.Member large = ZipMaker.stored("large", LEEK);
        large.extra = new byte[] {1, 0, 8, 0, (byte) LEEK.length, 0, 0, 0, 0, 0, 0, 0};
        byte[] archive = zip(large);
        // The plain size in the record says: look in the extra field.
        int record = 30 + 5 + LEEK.length;
        Arrays.fill(archive, record + 24, record + 28, (byte) 0xFF);
        assertEquals(Sha256.of(LEEK), walk(archive).taken.get(1).digest());
        archive[record + 46 + 5 + 2] = 4;
        refused(archive);
    }

    @Test
    void deflate64_as_windows_writes_it_is_understood() throws IOException {
        // Huffman codes without repeats mean the same in both kinds of deflate.
        Deflater deflater = new Deflater(9, true);
        deflater.setStrategy(Deflater.HUFFMAN_ONLY);
        deflater.setInput(BEAN);
        deflater.finish();
        byte[] buffer = new byte[1000];
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(buffer, length, buffer.length - length);
        }
        deflater.end();
        ZipMaker.Member member = ZipMaker.stored("bean", BEAN);
        member.method = 9;
        member.data = Arrays.copyOf(buffer, length);
        assertEquals(Sha256.of(BEAN), walk(zip(member)).taken.get(1).digest());
        for (int at = 0; at < length; at++) {
            member.data[at] ^= 0x55;
            RecordingSink sink = new RecordingSink(kept);
            assertThrows(MalformedInput.class, () -> walk(zip(member), IntakeLimits.DEFAULT, sink));
            member.data[at] ^= 0x55;
        }
    }

    @Test
    void a_sink_may_accept_that_an_archive_is_broken_and_take_the_rest() throws IOException {
        Files.createDirectories(folder.resolve("export"));
        byte[] broken = zip(ZipMaker.stored("../leek", LEEK));
        Files.write(folder.resolve("export/a.zip"), javaZip("in.zip", broken, "z.txt", BEAN));
        Files.write(folder.resolve("export/b.txt"), LEEK);
        RecordingSink sink = new RecordingSink(kept);
        sink.goesOn = true;
        new Intake(IntakeLimits.DEFAULT).walk(List.of(folder.resolve("export")), sink);
        assertEquals(
                List.of(
                        "export/a.zip",
                        "export/a.zip/in.zip",
                        "export/a.zip/z.txt",
                        "export/b.txt"),
                sink.paths());
        assertEquals(1, sink.malformed.size());
        assertEquals("export/a.zip/in.zip", sink.malformed.getFirst().file());
        RecordingSink strict = new RecordingSink(kept);
        assertThrows(
                MalformedInput.class,
                () ->
                        new Intake(IntakeLimits.DEFAULT)
                                .walk(List.of(folder.resolve("export")), strict));
        assertEquals(1, strict.malformed.size());
        assertFalse(strict.paths().contains("export/a.zip/z.txt"));
    }
}
