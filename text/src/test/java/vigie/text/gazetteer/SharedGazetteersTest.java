package vigie.text.gazetteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Further gazetteers made from public tables, as a unit would make them.
final class SharedGazetteersTest {
    @Test
    void the_communes_of_france_are_added_to_what_is_built_in() throws IOException {
        var table = new StringBuilder("id\tcountry\tname\tlat\tlon\tpopulation\tx-postcodes\n");
        for (String[] row : rows("fr-communes.tsv.gz")) {
            if (!row[6].isEmpty()) {
                String cells = String.join("\t", row[1], row[6], row[7], row[5], row[4]);
                table.append("insee:").append(row[0]).append("\tFR\t").append(cells).append('\n');
            }
        }
        Gazetteer both = Gazetteer.builtInAnd(stream(table));
        assertTrue(both.size() > Gazetteer.builtIn().size() + 15_000, both.size() + " places");
        assertTrue(both.size() < Gazetteer.builtIn().size() + 32_000, both.size() + " places");
        assertEquals("insee:01002", both.named("l’abergement de varey").getFirst().id());
        long listed =
                both.named("Ambérieu-en-Bugey").stream()
                        .filter(place -> place.country().equals("FR"))
                        .count();
        assertEquals(1, listed, "listed in both, one place");
    }

    @Test
    void tunisian_towns_and_quarters_are_added_with_both_scripts() throws IOException {
        var table =
                new StringBuilder("id\tcountry\tname\tlat\tlon\twithin\tpopulation\tkind\tnames\n");
        var seats = new HashMap<String, String>();
        int line = 0;
        for (String[] row : rows("dr5hn-tunisia-cities.tsv")) {
            String id = "town:" + ++line;
            seats.putIfAbsent(row[1], id);
            var names = new ArrayList<String>();
            for (String name : List.of(row[4], row[5], row[6])) {
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
            String head = String.join("\t", id, "TN", row[0], row[2], row[3], "", row[7], "town");
            table.append(head).append('\t').append(String.join("|", names)).append('\n');
        }
        for (String[] row : rows("dr5hn-tunisia-postcodes.tsv")) {
            String seat = seats.get(row[2]);
            if (seat != null) {
                String head = String.join("\t", "", "TN", row[1].replace(", ", " "), "", "", seat);
                table.append(head).append("\t\tquarter\t\n");
            }
        }
        Gazetteer both = Gazetteer.builtInAnd(stream(table));
        assertTrue(both.named("أكودة").contains(both.named("Akouda").getFirst()));
        assertTrue(both.named("Bab Bhar").stream().anyMatch(p -> p.kind() == PlaceKind.QUARTER));
    }

    private static List<String[]> rows(String name) throws IOException {
        Path file = Path.of(System.getProperty("vigie.shared", "../shared"), "data/places", name);
        assumeTrue(Files.exists(file), "public samples are not here: " + file);
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            String text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        }
    }

    private static InputStream stream(StringBuilder table) {
        return new ByteArrayInputStream(table.toString().getBytes(StandardCharsets.UTF_8));
    }
}
