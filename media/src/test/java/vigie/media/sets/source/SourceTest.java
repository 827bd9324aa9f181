package vigie.media.sets.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.MalformedInput;
import vigie.media.sets.record.Entry;
import vigie.media.sets.record.RecordFile;
import vigie.media.sets.segment.Reference;
import vigie.media.sets.segment.Segment;

class SourceTest {
    private static final String MD5 = "d35c785545392755e7e4164457657269";
    private static final String PDQ =
            "dadb999c25266273529cadac89cb52c22324ad3bce99726c38668d93c799f07c";

    @TempDir Path folder = Path.of("");

    /// What was built of one file.
    private record Read(
            String form, Map<String, Integer> rows, List<Entry> entries, List<String> warnings) {}

    private Read read(String content, boolean pdq) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), pdq);
    }

    private Read read(byte[] content, boolean pdq) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        Path aside = Files.createTempDirectory(folder, "aside");
        try (SetBuilder builder = new SetBuilder(aside, 0)) {
            String form = Source.read(file, SourceFormat.of(file), pdq, builder);
            SetBuilder.Built built = builder.finish();
            Map<String, Integer> rows = new TreeMap<>();
            List<Entry> entries = new ArrayList<>();
            for (SetBuilder.Part part : built.parts()) {
                Segment segment = Segment.open(part.file(), part.seal());
                rows.merge(part.kind().word(), segment.size(), Integer::sum);
                for (int row = 0; row < segment.size(); row++) {
                    long offset = Reference.of(segment.reference(row)).offset();
                    if (offset != 0) {
                        Path records = built.records();
                        assertNotNull(records);
                        try (RecordFile from = RecordFile.open(records, built.length())) {
                            entries.add(from.read(offset));
                        }
                    }
                }
            }
            return new Read(form, rows, entries, built.warnings());
        }
    }

    @Test
    void lists_as_md5sum_and_sha256sum_write_them_are_read() throws IOException {
        Read read =
                read(
                        "\uFEFF# garden\n\n"
                                + MD5.toUpperCase(java.util.Locale.ROOT)
                                + "  a, b.jpg\r\n\\"
                                + "0".repeat(64)
                                + " *x\\\\y\n"
                                + "1".repeat(40),
                        false);
        assertEquals("list", read.form);
        assertEquals(Map.of("md5", 1, "sha1", 1, "sha256", 1), read.rows);
    }

    @Test
    void a_list_that_spans_pieces_loses_no_line() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        int lines = 500_000;
        for (int i = 0; i < lines; i++) {
            text.append("%032x".formatted(i)).append(" x".repeat(random.nextInt(6))).append('\n');
        }
        assertTrue(text.length() > 2 * (8 << 20));
        assertEquals(Map.of("md5", lines), read(text.toString(), false).rows);
    }

    @Test
    void a_line_without_a_digest_is_refused_with_line_and_byte() {
        MalformedInput why =
                assertThrows(MalformedInput.class, () -> read(MD5 + "\n" + MD5 + "0\n", false));
        assertEquals(33, why.offset());
        assertTrue(why.reason().startsWith("line 2"));
    }

    @Test
    void an_endless_line_is_refused() {
        assertThrows(MalformedInput.class, () -> read(MD5 + " " + "x".repeat(20 << 20), false));
    }

    @Test
    void a_list_of_pdq_is_read_where_it_is_said_to_be_one() throws IOException {
        assertEquals(Map.of("pdq", 1), read(PDQ + "\n", true).rows);
        assertEquals(Map.of("sha256", 1), read(PDQ + "\n", false).rows);
        assertThrows(MalformedInput.class, () -> read(MD5 + "\n", true));
    }

    @Test
    void an_icse_table_keeps_its_columns() throws IOException {
        Read read =
                read(
                        "MD5;SHA1;PhotoDNA;Image ID;Is distributed;Baseline\n"
                                + MD5
                                + ";;;\"7;8\";true;1\n",
                        false);
        Entry entry = read.entries.getFirst();
        assertEquals("7;8", entry.properties().get("Image ID"));
        assertEquals(Entry.Said.YES, entry.said("Is distributed"));
        assertFalse(entry.properties().containsKey("PhotoDNA"));
    }

    @Test
    void a_table_without_a_header_is_read_by_what_stands_in_it() throws IOException {
        Read read = read("0".repeat(64) + "," + MD5 + ",f0.jpg,12\n", false);
        assertEquals(Map.of("md5", 1, "sha256", 1), read.rows);
        assertEquals("f0.jpg", read.entries.getFirst().properties().get("column 3"));
    }

    @Test
    void hashdeep_is_read() throws IOException {
        Read read =
                read(
                        "%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n## remark\n12,"
                                + MD5
                                + ","
                                + "0".repeat(64)
                                + ",/a/b\n",
                        false);
        assertEquals("12", read.entries.getFirst().properties().get("size"));
        assertEquals(Map.of("md5", 1, "sha256", 1), read.rows);
    }

    @Test
    void a_table_that_lies_about_its_columns_is_refused_with_its_line() {
        MalformedInput more =
                assertThrows(
                        MalformedInput.class, () -> read("md5,note\n" + MD5 + ",a,b\n", false));
        assertTrue(more.reason().startsWith("line 2 has 3 fields"), more.reason());
        assertThrows(MalformedInput.class, () -> read("md5,note\nxyz,a\n", false));
        assertThrows(MalformedInput.class, () -> read("md5,note\n\"" + MD5, false));
    }

    @Test
    void frames_of_a_video_name_it() throws IOException {
        Read read = read("0,100," + PDQ + ",0.000\n30,49," + PDQ + ",1.001\n", false);
        assertEquals("vpdq", read.form);
        assertEquals(
                List.of("0", "30"),
                read.entries.stream()
                        .map(entry -> entry.properties().getOrDefault("Frame", ""))
                        .sorted()
                        .toList());
        assertEquals("file", read.entries.getFirst().properties().get("Video"));
        assertThrows(MalformedInput.class, () -> read("0,100," + PDQ + ",0.0\n1,2\n", false));
    }

    @Test
    void photo_dna_that_stands_with_different_files_is_dropped_with_a_warning() throws IOException {
        String constant = Base64.getEncoder().encodeToString(new byte[144]);
        byte[] other = new byte[144];
        other[3] = 1;
        String own = Base64.getEncoder().encodeToString(other);
        StringBuilder media = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            media.append("{\"MD5\":\"%032x\",\"PhotoDNA\":\"%s\"},".formatted(i, constant));
        }
        // The same file listed twice repeats its value rightly.
        for (int i = 0; i < 2; i++) {
            media.append("{\"MD5\":\"%032x\",\"PhotoDNA\":\"%s\",\"n\":%d},".formatted(9, own, i));
        }
        media.setLength(media.length() - 1);
        Read read = read("{\"value\":[" + media + "]}", false);
        assertEquals(
                2,
                read.entries.stream()
                        .filter(entry -> own.equals(entry.properties().get("PhotoDNA")))
                        .count());
        assertEquals(
                3,
                read.entries.stream()
                        .filter(entry -> !entry.properties().containsKey("PhotoDNA"))
                        .count());
        assertTrue(
                read.warnings.stream()
                        .anyMatch(what -> what.startsWith("3 PhotoDNA values dropped")),
                read.warnings.toString());
    }

    @Test
    void random_bytes_are_refused_or_read_and_nothing_else() throws IOException {
        Random random = new Random(6);
        byte[] table =
                ("md5,note\n" + (MD5 + ",\"a\"\n").repeat(20)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = Arrays.copyOf(table, random.nextInt(table.length));
            for (int n = random.nextInt(5); n > 0 && bytes.length > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bytes, false);
            } catch (IOException refused) {
                assertTrue(String.valueOf(refused.getMessage()).contains("file"));
            }
        }
    }
}
