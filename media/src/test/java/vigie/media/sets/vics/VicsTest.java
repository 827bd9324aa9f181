package vigie.media.sets.vics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vigie.evidence.MalformedInput;
import vigie.media.sets.record.Entry;
import vigie.media.sets.segment.DigestKind;

class VicsTest {
    private static final Exported.Provenance FROM =
            new Exported.Provenance(
                    "us/1 2",
                    "vigie/home1/club",
                    List.of(
                            new Exported.Voice("anne", Instant.parse("2026-11-02T10:00:00Z"), 17),
                            new Exported.Voice(
                                    "bruno", Instant.parse("2026-11-03T10:00:00.5Z"), 20)));

    private static final String MD5 = "D35C785545392755E7E4164457657269";
    private static final String SHA1 = "EA45D7166B30F98AAC6AF52F952193CE3083CB4C";

    /// What a file says.
    private static final class Told implements VicsReader.Sink {
        final List<Entry> entries = new ArrayList<>();
        final Map<String, Integer> counts = new TreeMap<>();
        String form = "";

        @Override
        public void entry(Entry entry) {
            entries.add(entry);
        }

        @Override
        public void count(String what) {
            counts.merge(what, 1, Integer::sum);
        }
    }

    private static Told read(InputStream in) throws IOException {
        Told told = new Told();
        told.form = VicsReader.read(in, "set.json", told);
        return told;
    }

    private static Told read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    private static Told read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String media(String fields) {
        return "{\"MD5\":\"" + MD5 + "\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    private static String set(String... media) {
        return "{\"@odata.context\":\"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml"
                + "/US/$metadata#Media\",\"value\":["
                + String.join(",", media)
                + "]}";
    }

    private static Entry one(String fields) throws IOException {
        return read(set(media(fields))).entries.getFirst();
    }

    @Test
    void booleans_are_booleans_or_strings_and_absent_is_not_false() throws IOException {
        Entry entry =
                one(
                        "\"VictimIdentified\":\"false\",\"IsDistributed\":true,\"IsSuspected\":\"True\"");
        assertEquals(Entry.Said.NO, entry.said("VictimIdentified"));
        assertEquals(Entry.Said.YES, entry.said("IsDistributed"));
        assertEquals(Entry.Said.YES, entry.said("IsSuspected"));
        assertEquals(Entry.Said.UNSAID, entry.said("OffenderIdentified"));
        assertEquals(Entry.Said.UNSAID, one("\"SelfGenerated\":null").said("SelfGenerated"));
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws IOException {
        assertEquals(1, read("\uFEFF" + set(media(""))).entries.size());
    }

    @Test
    void entries_are_counted_not_believed() throws IOException {
        Told told =
                read(
                        "{\"odata.metadata\":\"http://x/DataModels/1.2.xml#Cases\",\"value\":[{"
                                + "\"CaseID\":\"1\",\"TotalMediaFiles\":34731,\"Media\":["
                                + media("")
                                + "]}]}");
        assertEquals(1, told.entries.size());
        assertTrue(told.counts.keySet().stream().anyMatch(what -> what.contains("another number")));
        assertEquals("vics-1.2", told.form);
    }

    @Test
    void precategorised_is_no_category() throws IOException {
        Entry entry = one("\"IsPrecategorized\":\"true\",\"Category\":null");
        assertFalse(entry.properties().containsKey("Category"));
        assertEquals("true", entry.properties().get("IsPrecategorized"));
    }

    @Test
    void entries_that_share_a_stored_file_all_keep_their_device_paths() throws IOException {
        String first = "\"RelativeFilePath\":\"m\\\\a.jpg\",\"MediaFiles\":[{\"FileName\":\"a\"}]";
        String second = "\"RelativeFilePath\":\"m\\\\a.jpg\",\"MediaFiles\":[{\"FileName\":\"b\"}]";
        Told told = read(set(media(first), media(second)));
        assertEquals(
                List.of("[{\"FileName\":\"a\"}]", "[{\"FileName\":\"b\"}]"),
                told.entries.stream().map(entry -> entry.properties().get("MediaFiles")).toList());
    }

    @Test
    void dates_come_in_all_forms() {
        Instant noon = Instant.parse("2025-06-07T12:00:00Z");
        for (String form :
                List.of(
                        "2025-06-07T12:00:00Z",
                        "2025-06-07T14:00:00+02:00",
                        "2025-06-07T14:00:00+02:00Z",
                        "/Date(1749297600000)/",
                        "2025-06-07T12:00:00",
                        "6/7/2025 12:00:00 PM",
                        "6/7/2025 12:00:00")) {
            assertEquals(noon, VicsTexts.moment(form).orElseThrow(), form);
        }
        assertTrue(VicsTexts.moment("yesterday").isEmpty());
        assertTrue(VicsTexts.moment("2025-13-45T99:00:00").isEmpty());
    }

    @Test
    void places_are_kept_as_written_and_no_hemisphere_is_supplied() throws IOException {
        String exifs =
                "[{\"PropertyName\":\"Latitude\",\"PropertyValue\":\"36 deg 48'\"},"
                        + "{\"PropertyName\":\"Latitude Reference\",\"PropertyValue\":\"?\"}]";
        assertEquals(exifs, one("\"Exifs\":" + exifs).properties().get("Exifs"));
    }

    @Test
    void a_case_and_a_list_are_told_apart_by_media_and_not_by_the_envelope() throws IOException {
        String inCase = "{\"CaseID\":\"1\",\"Media\":[" + media("") + "," + media("") + "]}";
        assertEquals(2, read(set(inCase)).entries.size());
        assertEquals(1, read("{\"value\":[" + media("") + "]}").entries.size());
        assertEquals(0, read(set("{\"CaseID\":\"1\"}")).entries.size());
    }

    @Test
    void sizes_are_numbers_or_strings() throws IOException {
        assertEquals("361182", one("\"MediaSize\":\"361182\"").properties().get("MediaSize"));
        assertEquals("361182", one("\"MediaSize\":361182").properties().get("MediaSize"));
    }

    @Test
    void the_first_part_of_a_path_is_the_tools_name_for_the_source() {
        assertEquals("Users/test/a.jpg", VicsTexts.withoutSource("E01:/Users/test/a.jpg"));
        assertEquals("Users/a.jpg", VicsTexts.withoutSource("Image 1\\Users\\a.jpg"));
        assertEquals("b", VicsTexts.withoutSource("/a/b"));
    }

    @Test
    void other_digests_are_taken_from_alternatives_and_links_are_ignored() throws IOException {
        Entry entry =
                one(
                        "\"odata.id\":\"Media(0)\",\"AlternativeHashes@odata.navigationLinkUrl\":"
                                + "\"x\",\"AlternativeHashes\":[{\"HashName\":\"SHA256\",\"HashValue\":\""
                                + "AB".repeat(32)
                                + "\"},{\"HashName\":\"PhotoDNA\",\"HashValue\":\"AAAA\"}]");
        assertEquals("ab".repeat(32), entry.digests().get(DigestKind.SHA256));
        assertEquals("AAAA", entry.properties().get("PhotoDNA"));
        assertEquals(1, entry.properties().size());
    }

    @Test
    void small_pictures_are_left_out() throws IOException {
        Told told = read(set(media("\"Miniature\":\"AAAA\"")));
        assertTrue(told.entries.getFirst().properties().isEmpty());
        assertEquals(1, told.counts.size());
    }

    @Test
    void an_entry_without_a_sound_digest_is_left_out_and_counted() throws IOException {
        Told told = read(set("{\"MD5\":\"xyz\",\"Category\":1}", media("")));
        assertEquals(1, told.entries.size());
        assertEquals(2, told.counts.size());
    }

    @Test
    void a_file_cut_anywhere_is_refused_with_its_byte() throws IOException {
        byte[] whole =
                set(media("\"Category\":1,\"Series\":\"é ] }\"")).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            MalformedInput why = assertThrows(MalformedInput.class, () -> read(cut), "" + length);
            assertTrue(why.offset() <= cut.length);
        }
    }

    @Test
    void depth_and_endless_strings_are_refused_in_bounded_memory() {
        String deep = set(media("\"x\":" + "[".repeat(100_000)));
        assertThrows(MalformedInput.class, () -> read(deep));
        InputStream endless =
                new java.io.SequenceInputStream(
                        new ByteArrayInputStream(
                                "{\"value\":[{\"MD5\":\"".getBytes(StandardCharsets.UTF_8)),
                        new InputStream() {
                            private long left = 1L << 30;

                            @Override
                            public int read() {
                                return left-- > 0 ? 'a' : -1;
                            }

                            @Override
                            public int read(byte[] to, int from, int length) {
                                int count = (int) Math.min(length, left);
                                Arrays.fill(to, from, from + Math.max(0, count), (byte) 'a');
                                left -= count;
                                return count > 0 ? count : -1;
                            }
                        });
        assertThrows(MalformedInput.class, () -> read(endless));
    }

    @Test
    void damage_leads_to_a_refusal_or_to_entries_and_to_nothing_else() {
        Random random = new Random(3);
        byte[] whole =
                set(media("\"Category\":1,\"MediaFiles\":[{\"a\":[1,{}]}]"), media("\"x\":1.5e3"))
                        .getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read += read(bytes).entries.size();
            } catch (IOException refused) {
                assertTrue(String.valueOf(refused.getMessage()).contains("set.json: byte"));
            }
        }
        assertTrue(read > 0);
    }

    @Test
    void what_is_written_is_read_back() throws IOException {
        List<Exported> files =
                List.of(
                        new Exported(
                                MD5,
                                SHA1,
                                "ab".repeat(32),
                                361182,
                                "image/jpeg",
                                "2",
                                FROM,
                                List.of("chat/photos/a \"rose\".jpg", "b.jpg")),
                        new Exported("0".repeat(32), SHA1, null, 0, null, "0", FROM, List.of()),
                        new Exported("1".repeat(32), SHA1, null, 0, null, "A", FROM, List.of()));
        for (VicsWriter.Version version : VicsWriter.Version.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            VicsWriter.write(out, version, "case 1", files.size(), files.iterator());
            Told told = read(out.toByteArray());
            assertEquals(3, told.entries.size());
            assertTrue(told.counts.isEmpty(), told.counts.toString());
            assertEquals(version == VicsWriter.Version.V1_3 ? "vics-1.3" : "vics-2.0", told.form);
            Entry first = told.entries.getFirst();
            assertEquals(
                    MD5.toLowerCase(java.util.Locale.ROOT), first.digests().get(DigestKind.MD5));
            assertEquals("ab".repeat(32), first.digests().get(DigestKind.SHA256));
            assertEquals("2", first.properties().get("Category"));
            assertEquals(
                    "us/1 2; decided by anne 2026-11-02T10:00:00Z, entry 17; bruno"
                            + " 2026-11-03T10:00:00Z, entry 20 of vigie/home1/club",
                    first.properties().get("Comments"));
            assertEquals("2026-11-03T10:00:00.500Z", told(first, "DateUpdated"));
            assertTrue(first.properties().getOrDefault("MediaFiles", "").contains("chat/photos/"));
            // 0 is no verdict, and a code that is no number is none of the format's.
            assertFalse(told.entries.get(1).properties().containsKey("Category"));
            assertFalse(told.entries.getLast().properties().containsKey("Category"));
            assertTrue(told(told.entries.getLast(), "Comments").startsWith("us/1 2; "));
        }
    }

    private static String told(Entry entry, String property) {
        return entry.properties().getOrDefault(property, "");
    }

    @Test
    void a_list_says_once_for_all_its_digests_who_decided() throws IOException {
        Exported.Provenance other =
                new Exported.Provenance(
                        "us/1 5", "vigie/home1/club", List.of(FROM.voices().getFirst()));
        List<Exported> files =
                List.of(
                        new Exported(MD5, SHA1, "ab".repeat(32), 1, null, "2", FROM, List.of()),
                        new Exported(MD5, SHA1, null, 1, null, "2", FROM, List.of()),
                        new Exported(MD5, SHA1, "cd".repeat(32), 1, null, "5", other, List.of()));
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        HashListWriter.list(list, files.iterator());
        assertEquals(
                List.of(
                        "# " + FROM.text(),
                        "ab".repeat(32),
                        MD5.toLowerCase(java.util.Locale.ROOT),
                        "# " + other.text(),
                        "cd".repeat(32)),
                list.toString(StandardCharsets.UTF_8).lines().toList());
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        HashListWriter.table(table, files.iterator());
        List<String> rows = table.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(4, rows.size());
        assertTrue(
                rows.get(1)
                        .endsWith(
                                ",2,us/1 2,anne bruno,2026-11-02T10:00:00Z"
                                        + " 2026-11-03T10:00:00.500Z,17 20,vigie/home1/club"),
                rows.get(1));
    }

    @Test
    void the_public_samples_are_read() throws IOException {
        Path folder = Path.of(System.getProperty("vigie.shared", "../shared"), "data/vics");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no " + folder);
        try (InputStream in =
                Files.newInputStream(folder.resolve("vics-1.3-case-synthetic.json"))) {
            Told told = read(in);
            assertEquals("vics-1.3", told.form);
            assertEquals(6, told.entries.size());
        }
        try (InputStream in =
                Files.newInputStream(folder.resolve("vics-2.0-hashset-synthetic.json"))) {
            assertEquals("vics-2.0", read(in).form);
        }
    }
}
