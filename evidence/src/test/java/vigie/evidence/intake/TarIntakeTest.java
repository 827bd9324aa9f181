package vigie.evidence.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.evidence.MalformedInput;
import vigie.model.material.Sha256;

class TarIntakeTest {
    private static final byte[] LEEK = "leek".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BEAN = "bean".repeat(300).getBytes(StandardCharsets.UTF_8);

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
        MalformedInput error = assertThrows(MalformedInput.class, () -> walk(archive));
        assertEquals("garden.bin", error.file());
        return error;
    }

    @Test
    void members_come_in_the_order_of_the_archive_packed_or_not() throws IOException {
        byte[] archive =
                new TarMaker()
                        .member("./", '5', new byte[0], 0)
                        .file("./b/bean.txt", BEAN)
                        .file("a.txt", LEEK)
                        .file("empty", new byte[0])
                        .make();
        for (byte[] form : List.of(archive, TarMaker.gzip(archive))) {
            RecordingSink sink = walk(form);
            assertEquals(
                    List.of(
                            "garden.bin",
                            "garden.bin/b/bean.txt",
                            "garden.bin/a.txt",
                            "garden.bin/empty"),
                    sink.paths());
            assertEquals(Sha256.of(form), sink.taken.get(1).parent());
            assertEquals(Sha256.of(BEAN), sink.taken.get(1).digest());
        }
        RecordingSink reads = new RecordingSink(kept);
        reads.readsNothing = true;
        assertEquals(4, walk(archive, IntakeLimits.DEFAULT, reads).taken.size());
    }

    @Test
    void what_common_tools_write_is_understood() throws IOException {
        String deep = "folder/".repeat(20) + "leek.txt";
        for (int longNames :
                new int[] {
                    TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX
                }) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream out =
                    new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
                out.setLongFileMode(longNames);
                out.setAddPaxHeadersForNonAsciiNames(true);
                for (String name : List.of(deep, "été/ñ.txt", "plain")) {
                    TarArchiveEntry entry = new TarArchiveEntry(name);
                    entry.setSize(LEEK.length);
                    out.putArchiveEntry(entry);
                    out.write(LEEK);
                    out.closeArchiveEntry();
                }
            }
            assertEquals(
                    List.of(
                            "garden.bin",
                            "garden.bin/" + deep,
                            "garden.bin/été/ñ.txt",
                            "garden.bin/plain"),
                    walk(bytes.toByteArray()).paths());
        }
        assertEquals(
                List.of("garden.bin", "garden.bin/é", "garden.bin/b"),
                walk(new TarMaker().pax("path", "é").file("a", LEEK).file("b", LEEK).make())
                        .paths());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../leek",
                "a/../../b",
                "/leek",
                "\\leek",
                "..\\leek",
                "C:\\leek",
                "a/..",
                "."
            })
    void a_name_that_leaves_its_archive_is_refused_at_its_header(String name) {
        TarMaker maker = new TarMaker().file("first", BEAN);
        assertEquals(512 + 1536, refused(maker.file(name, LEEK).make()).offset());
        byte[] hidden = new TarMaker().pax("path", name).file("harmless", LEEK).make();
        assertEquals(0, refused(hidden).offset());
    }

    @Test
    void links_devices_and_holes_are_refused() {
        for (char type : "12346SKVM".toCharArray()) {
            byte[] archive =
                    new TarMaker().file("a", LEEK).member("b", type, new byte[0], 0).make();
            assertEquals(1024, refused(archive).offset());
        }
        refused(new TarMaker().pax("GNU.sparse.size", "9").file("a", LEEK).make());
    }

    @Test
    void doubled_names_and_files_that_are_folders_are_refused() {
        refused(new TarMaker().file("a", LEEK).file("./a", BEAN).make());
        refused(new TarMaker().file("a", LEEK).file("a/b", BEAN).make());
        refused(new TarMaker().file("a/b", LEEK).file("a", BEAN).make());
    }

    @Test
    void an_archive_cut_at_any_byte_is_refused_and_its_first_members_stay() throws IOException {
        byte[] whole = new TarMaker().file("leek", LEEK).file("bean", BEAN).make();
        for (int length : cuts(whole.length)) {
            RecordingSink sink = new RecordingSink(kept);
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(MalformedInput.class, () -> walk(cut, IntakeLimits.DEFAULT, sink));
            int members = length >= 1024 + 512 + BEAN.length ? 2 : length >= 516 ? 1 : 0;
            assertEquals(1 + members, sink.taken.size(), "cut to " + length);
        }
        byte[] packed = TarMaker.gzip(whole);
        for (int length = packed.length - 1; length > packed.length - 60; length--) {
            refused(Arrays.copyOf(packed, length));
        }
    }

    /// Lengths around every block, and some between.
    private static int[] cuts(int length) {
        return IntStream.range(512, length)
                .filter(cut -> cut % 512 < 6 || cut % 512 > 508 || cut % 61 == 0)
                .toArray();
    }

    @Test
    void what_follows_the_end_is_refused() {
        byte[] whole = new TarMaker().file("leek", LEEK).make();
        byte[] more = Arrays.copyOf(whole, whole.length + 512);
        more[more.length - 1] = 1;
        refused(more);
        byte[] packed = TarMaker.gzip(whole);
        refused(Arrays.copyOf(packed, packed.length + 7));
        refused(new TarMaker().file("a", LEEK).pax("path", "b").make());
    }

    @Test
    void numbers_and_checksums_that_do_not_fit_are_refused() {
        byte[] whole = new TarMaker().file("leek", LEEK).file("bean", BEAN).make();
        for (int at = 1024; at < 1536; at += at < 1300 ? 3 : 17) {
            byte[] altered = whole.clone();
            altered[at] ^= 0x11;
            assertEquals(1024, refused(altered).offset(), "byte " + at);
        }
        byte[] huge = new byte[512];
        TarMaker.put(huge, 0, "huge");
        huge[124] = (byte) 0x80;
        Arrays.fill(huge, 128, 136, (byte) 0x7F);
        huge[156] = '0';
        assertTrue(
                refused(new TarMaker().file("a", LEEK).raw(huge).make())
                        .reason()
                        .contains("larger than"));
        refused(new TarMaker().file("a", LEEK).pax("size", "-1").file("b", LEEK).make());
        refused(new TarMaker().member("x", 'x', LEEK, LEEK.length).file("b", LEEK).make());
        refused(new TarMaker().file("a", LEEK).member("x", 'L', new byte[0], 1L << 32).cut());
    }

    @Test
    void a_packed_bomb_stops_soon_after_the_floor() {
        byte[] bomb = TarMaker.gzip(new TarMaker().file("zeros", new byte[100 << 20]).make());
        RecordingSink sink = new RecordingSink(kept);
        MalformedInput error =
                assertThrows(MalformedInput.class, () -> walk(bomb, IntakeLimits.DEFAULT, sink));
        assertTrue(error.reason().contains("200-fold"), error.reason());
        assertEquals(1, sink.taken.size());
    }

    @Test
    void a_tar_within_a_zip_within_a_tar_is_opened() throws IOException {
        byte[] inner = TarMaker.gzip(new TarMaker().file("leek", LEEK).make());
        byte[] middle = new ZipMaker().add(ZipMaker.stored("inner.xyz", inner)).make();
        byte[] outer = new TarMaker().file("middle", middle).file("bean", BEAN).make();
        assertEquals(
                List.of(
                        "garden.bin",
                        "garden.bin/middle",
                        "garden.bin/middle/inner.xyz",
                        "garden.bin/middle/inner.xyz/leek",
                        "garden.bin/bean"),
                walk(outer).paths());
    }

    @Test
    void packed_text_that_is_no_tar_is_a_file() throws IOException {
        assertEquals(List.of("garden.bin"), walk(TarMaker.gzip(BEAN)).paths());
        assertEquals(List.of("garden.bin"), walk(new byte[2000]).paths());
        assertEquals(List.of("garden.bin"), walk(new byte[0]).paths());
        assertEquals(List.of("garden.bin"), walk(new byte[] {0x1F, (byte) 0x8B, 8}).paths());
    }
}
