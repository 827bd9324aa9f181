package vigie.text.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class FurtherGazetteerTest {
    private static final String GARDENS =
            """
            id\tcountry\tname\tlat\tlon\twithin\tpopulation\tkind\tnames\tx-note
            g1\tTN\tRosebourg\t36.5\t10.25\t\t4000\ttown\tRose Bourg|روزبورغ\tmade up
            g2\tTN\tCité des Tulipes\t\t\tg1\t\tquarter\t\t
            \tTN\tحي الزيتون\t36.6\t10.2\t\t\tquarter\t\t
            """;

    @Test
    void places_are_read_with_all_their_names() throws IOException {
        Gazetteer own = read(GARDENS);
        assertEquals(3, own.size());
        Place rosebourg = own.named("rosebourg").getFirst();
        assertEquals(
                new Place("g1", "Rosebourg", "TN", PlaceKind.TOWN, 36.5, 10.25, 4000), rosebourg);
        assertEquals(List.of(rosebourg), own.named("rose-bourg"));
        assertEquals(List.of(rosebourg), own.named("روزبورغ"));
    }

    @Test
    void a_quarter_without_a_position_has_that_of_what_it_lies_in() throws IOException {
        Place quarter = read(GARDENS).named("cite des tulipes").getFirst();
        assertEquals(36.5, quarter.latitude());
        assertEquals(10.25, quarter.longitude());
        assertEquals(PlaceKind.QUARTER, quarter.kind());
    }

    @Test
    void a_place_without_an_id_is_called_by_its_line() throws IOException {
        assertEquals("line:4", read(GARDENS).named("حي الزيتون").getFirst().id());
    }

    @Test
    void a_name_in_arabic_alone_is_also_found_in_latin_script() throws IOException {
        Gazetteer own = read(GARDENS);
        String latin = new ArabicSpelling().latin("حي الزيتون");
        assertEquals(own.named("حي الزيتون"), own.named(latin));
        assertTrue(own.numbers(nameOf(own, latin))[0] < 0, "marked as a transliteration");
    }

    @Test
    void packed_and_plain_files_are_the_same() throws IOException {
        assertEquals(3, Gazetteer.of(new ByteArrayInputStream(packed(GARDENS))).size());
        assertEquals(3, read("\uFEFF" + GARDENS.replace("\n", "\r\n")).size());
    }

    @Test
    void a_place_that_is_built_in_gains_names_and_stays_one() throws IOException {
        String more = "country\tname\tlat\tlon\tnames\nTN\tTunis\t36.8\t10.18\tJardinville\n";
        Gazetteer both = Gazetteer.builtInAnd(stream(more));
        assertEquals(135_233, both.size());
        assertEquals(both.named("Tunis"), both.named("Jardinville"));
    }

    @Test
    void what_breaks_the_format_is_refused_with_its_line() {
        String head = "id\tcountry\tname\tlat\tlon\tpopulation\tkind\n";
        String good = "a\tFR\tTulipville\t1\t2\t3\ttown\n";
        refused(1, "");
        refused(1, "country\tname\n");
        refused(1, "country\tname\tlat\n");
        refused(1, "country\tname\tlat\tlon\tcolour\n");
        refused(1, "country\tname\tlat\tlon\tname\n");
        refused(3, head + good + "b\tFR\tTulipville\t1\t2\t3\n");
        refused(3, head + good + "\n");
        refused(2, head + "a\tfr\tTulipville\t1\t2\t3\ttown\n");
        refused(2, head + "a\tFR\t\t1\t2\t3\ttown\n");
        refused(2, head + "a\tFR\t!!!\t1\t2\t3\ttown\n");
        refused(2, head + "a b\tFR\tTulipville\t1\t2\t3\ttown\n");
        refused(2, head + "a\tFR\tTulip\u0007ville\t1\t2\t3\ttown\n");
        refused(2, head + "a\tFR\t" + "a".repeat(201) + "\t1\t2\t3\ttown\n");
        refused(3, head + good + good);
    }

    @Test
    void numbers_that_cannot_be_are_lies_and_refused() {
        String head = "country\tname\tlat\tlon\tpopulation\tkind\n";
        for (String lie :
                List.of(
                        "90.5\t0\t1",
                        "0\t181\t1",
                        "NaN\t0\t1",
                        "1e1\t0\t1",
                        "\t0\t1",
                        "0\t0\t-1",
                        "0\t0\t999999999",
                        "0x1\t0\t1")) {
            refused(2, head + "FR\tTulipville\t" + lie + "\t\n");
        }
        refused(2, head + "FR\tTulipville\t0\t0\t1\tplanet\n");
    }

    @Test
    void a_name_of_one_letter_is_listed_and_not_looked_for() throws IOException {
        Gazetteer own = read("country\tname\tlat\tlon\tnames\nFR\tY\t1\t2\tYville\n");
        assertEquals(List.of(), own.named("Y"));
        assertEquals("Y", own.named("yville").getFirst().name());
    }

    @Test
    void a_place_within_itself_or_a_later_one_is_refused() {
        String head = "id\tcountry\tname\twithin\n";
        refused(2, head + "a\tFR\tTulipville\ta\n");
        refused(2, head + "a\tFR\tTulipville\tb\nb\tFR\tRosebourg\ta\n");
    }

    @Test
    void a_file_cut_anywhere_but_between_lines_is_refused() throws IOException {
        byte[] whole = GARDENS.getBytes(StandardCharsets.UTF_8);
        byte[] packed = packed(GARDENS);
        for (int cut = 0; cut < whole.length; cut++) {
            if (cut == 0 || whole[cut - 1] != '\n') {
                refused(Arrays.copyOf(whole, cut));
            }
        }
        for (int cut = 2; cut < packed.length; cut++) {
            refused(Arrays.copyOf(packed, cut));
        }
    }

    @Test
    void a_bomb_ends_at_its_bound() throws IOException {
        refused(2, "country\tname\tlat\tlon\n" + "a".repeat(TsvLines.MAX_LINE + 1));
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write("country\tname\tlat\tlon\tx-more\n".getBytes(StandardCharsets.UTF_8));
            byte[] row =
                    ("FR\tTulipville\t1\t2\t" + "x".repeat(50_000) + "\n")
                            .getBytes(StandardCharsets.UTF_8);
            for (long n = 0; n <= FurtherRows.MOST; n += row.length) {
                out.write(row);
            }
        }
        var refused =
                assertThrows(
                        MalformedGazetteer.class,
                        () -> Gazetteer.of(new ByteArrayInputStream(packed.toByteArray())));
        assertTrue(refused.toString().contains("holds more than"), refused.getMessage());
    }

    @Test
    void many_names_for_one_place_are_refused() {
        refused(
                2,
                "country\tname\tlat\tlon\tnames\nFR\tTulipville\t1\t2\t"
                        + "Rosebourg|".repeat(FurtherRows.MAX_NAMES)
                        + "x\n");
    }

    @Test
    void spoiled_bytes_are_read_or_refused_and_nothing_else() throws IOException {
        var random = new Random(20260505);
        for (int round = 0; round < 600; round++) {
            byte[] bytes =
                    round % 2 == 0 ? packed(GARDENS) : GARDENS.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= round % 3; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertTrue(Gazetteer.of(new ByteArrayInputStream(bytes)).size() <= 3);
            } catch (MalformedGazetteer e) {
                assertTrue(e.line() >= 1 && e.toString().length() < 250, e.getMessage());
            }
        }
    }

    private static int nameOf(Gazetteer gazetteer, String name) {
        int at = 0;
        for (var word : vigie.text.word.Words.of(name)) {
            byte[] bytes = word.text().getBytes(StandardCharsets.UTF_8);
            int number = gazetteer.word(bytes, 0, bytes.length);
            at = at == 0 ? gazetteer.begin(number) : gazetteer.then(at, number);
        }
        return at;
    }

    private static Gazetteer read(String table) throws IOException {
        return Gazetteer.of(stream(table));
    }

    private static ByteArrayInputStream stream(String table) {
        return new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(String table) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(table.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static void refused(int line, String table) {
        var refused = assertThrows(MalformedGazetteer.class, () -> read(table), table);
        assertEquals(line, refused.line(), refused.getMessage());
    }

    private static void refused(byte[] bytes) {
        assertThrows(MalformedGazetteer.class, () -> Gazetteer.of(new ByteArrayInputStream(bytes)));
    }
}
