package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `lab link` on the public tables of people, with what it asks of itself: nothing was tuned on
/// their truth.
class LinkVerbTest {
    private static final Path SHARED =
            Path.of(System.getProperty("vigie.shared", "../../../shared"));

    @TempDir Path work = Path.of("");

    private JsonNode linked(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("lab", "link", "--json"));
        words.addAll(List.of(arguments));
        String out = new Cli(work.resolve("home")).done(words.toArray(String[]::new)).out().strip();
        return JsonMapper.shared().readTree(out);
    }

    private static String table(String name) {
        Path table = SHARED.resolve("data/identity").resolve(name);
        assumeTrue(Files.exists(table), "needs the public sample " + table);
        return table.toString();
    }

    private static void reaches(double f1, double precision, JsonNode said) {
        assertTrue(said.get("f1").asDouble() >= f1, said.toString());
        assertTrue(said.get("precision").asDouble() >= precision, said.toString());
    }

    @Test
    void the_public_tables_of_people_are_linked() throws IOException, InterruptedException {
        String[] febrl = {"--truth", "rec_id", "--truth-pattern", "rec-(\\d+)-"};
        reaches(0.995, 0.98, linked(table("febrl3.csv"), febrl[0], febrl[1], febrl[2], febrl[3]));
        reaches(
                0.985,
                0.98,
                linked(
                        table("febrl3.csv"),
                        febrl[0],
                        febrl[1],
                        febrl[2],
                        febrl[3],
                        "--meaning",
                        "soc_sec_id=none"));
        reaches(0.85, 0.98, linked(table("fake_1000.csv"), "--truth", "cluster"));
    }

    @Test
    void pairs_are_written_and_any_pair_is_explained() throws IOException, InterruptedException {
        StringBuilder rows = new StringBuilder("id,name,town,phone\n");
        for (int i = 0; i < 300; i++) {
            rows.append(
                    "%d,gardener %d%d,town %d,0600%06d%n".formatted(i, i * 7, i, i % 17, i * 991));
        }
        for (int i = 0; i < 40; i++) {
            rows.append(
                    "%d,\"gardener %d%d\",town %d,0600%06d%n"
                            .formatted(300 + i, i * 7, i, i % 17, i * 991));
        }
        Path table = Files.writeString(work.resolve("club.csv"), rows);
        Path out = work.resolve("pairs.csv");
        JsonNode said = linked(table.toString(), "--out", out.toString(), "--explain", "1,301");
        List<String> written = Files.readAllLines(out);
        assertEquals("left,right,probability", written.getFirst());
        assertEquals(said.get("pairs").asInt(), written.size() - 1);
        assertTrue(written.stream().anyMatch(line -> line.startsWith("1,301,0.9")), "" + written);
        double sum = 0;
        for (JsonNode reason : said.get("reasons")) {
            sum += reason.get("weight").asDouble();
        }
        assertEquals(said.get("logOdds").asDouble(), sum, 1e-5);
    }

    @Test
    void a_table_that_breaks_says_where() throws IOException, InterruptedException {
        Cli cli = new Cli(work.resolve("home"));
        Path cut = Files.writeString(work.resolve("cut.csv"), "a,b\n1,2\n3\n");
        Cli.Result uneven = cli.run("lab", "link", cut.toString());
        assertEquals(1, uneven.exit());
        assertTrue(
                uneven.err().contains("line 3: 1 cells where there are 2 columns"), uneven.err());
        Path open = Files.writeString(work.resolve("open.csv"), "a,b\n1,\"2\n3,4\n");
        Cli.Result unended = cli.run("lab", "link", open.toString());
        assertEquals(1, unended.exit());
        assertTrue(unended.err().contains("a quotation does not end"), unended.err());
        assertEquals(2, cli.run("lab", "link", cut.toString(), "--truth", "c").exit());
    }
}
