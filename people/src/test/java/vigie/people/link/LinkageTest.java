package vigie.people.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkageTest {
    private static final List<String> COLUMNS =
            List.of("given_name", "surname", "date_of_birth", "city", "phone");

    private static final String[] GIVEN = {
        "amina", "bruno", "chloe", "dario", "elsa", "farid", "gilles", "hana", "ines", "jonas",
        "karim", "lina", "marc", "nadia", "oscar", "petra", "rania", "samir", "tarek", "yasmine"
    };

    private static final String[] PLACES = {"tunis", "lyon", "sfax", "lille", "nantes", "bizerte"};

    /// Made-up people; some are there twice, with an error in the second.
    private static List<List<String>> people(int persons, int twice, long seed) {
        Random random = new Random(seed);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            String date =
                    "19%02d-%02d-%02d"
                            .formatted(
                                    40 + random.nextInt(60),
                                    1 + random.nextInt(12),
                                    1 + random.nextInt(28));
            rows.add(
                    List.of(
                            GIVEN[random.nextInt(GIVEN.length)],
                            word(random) + word(random),
                            date,
                            PLACES[random.nextInt(PLACES.length)],
                            "06" + (10_000_000 + random.nextInt(89_999_999))));
        }
        for (int i = 0; i < twice; i++) {
            List<String> again = new ArrayList<>(rows.get(i));
            int field = random.nextInt(again.size());
            String value = again.get(field);
            int at = random.nextInt(value.length() - 1);
            again.set(
                    field,
                    random.nextInt(4) == 0
                            ? ""
                            : value.substring(0, at)
                                    + value.charAt(at + 1)
                                    + value.charAt(at)
                                    + value.substring(at + 2));
            rows.add(again);
        }
        return rows;
    }

    private static String word(Random random) {
        return "" + "bdflmnrst".charAt(random.nextInt(9)) + "aeiou".charAt(random.nextInt(5));
    }

    private static Records records(List<List<String>> rows) {
        Records.Builder builder = new Records.Builder(COLUMNS, Map.of());
        rows.forEach(builder::add);
        return builder.build();
    }

    private static Set<String> found(Linkage linkage, List<Integer> order) {
        Set<String> found = new HashSet<>();
        for (Link link : linkage.links()) {
            int a = order.get(link.left());
            int b = order.get(link.right());
            found.add(Math.min(a, b) + "-" + Math.max(a, b));
        }
        return found;
    }

    private static List<Integer> inOrder(int size) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        return order;
    }

    @Test
    void people_who_are_there_twice_are_found_and_nobody_else() {
        List<List<String>> rows = people(900, 200, 3);
        Set<String> found = found(Linkage.of(records(rows), List.of(), 2), inOrder(rows.size()));
        Set<String> truth = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            truth.add(i + "-" + (900 + i));
        }
        Set<String> wrong = new HashSet<>(found);
        wrong.removeAll(truth);
        assertTrue(wrong.size() <= 2, "wrong: " + wrong);
        truth.removeAll(found);
        assertTrue(truth.size() <= 4, "missed: " + truth);
    }

    @Test
    void where_nobody_is_there_twice_nothing_is_proposed() {
        assertEquals(List.of(), Linkage.of(records(people(1200, 0, 5)), List.of(), 2).links());
    }

    @Test
    void neither_the_order_of_records_nor_the_number_of_threads_changes_the_answer() {
        List<List<String>> rows = people(700, 150, 11);
        List<Integer> order = inOrder(rows.size());
        Set<String> first = found(Linkage.of(records(rows), List.of(), 1), order);
        Collections.shuffle(order, new Random(1));
        List<List<String>> shuffled = new ArrayList<>();
        order.forEach(i -> shuffled.add(rows.get(i)));
        assertEquals(first, found(Linkage.of(records(shuffled), List.of(), 3), order));
    }

    @Test
    void the_reasons_of_a_pair_sum_to_its_log_odds() {
        Linkage linkage = Linkage.of(records(people(600, 200, 8)), List.of(), 2);
        assertTrue(linkage.links().size() > 150);
        for (Link link : linkage.links()) {
            Explanation explanation = linkage.explain(link.left(), link.right());
            double sum = explanation.reasons().stream().mapToDouble(Reason::weight).sum();
            assertEquals(explanation.logOdds(), sum, 1e-9);
            if (link.through() < 0) {
                assertEquals(link.probability(), 1 / (1 + Math.exp(-sum)), 1e-9);
            } else {
                assertTrue(link.probability() > explanation.probability());
            }
        }
    }

    @Test
    void a_fact_that_two_are_not_one_wins_over_every_probability() {
        List<List<String>> rows = people(600, 200, 8);
        List<Linkage.Apart> apart = List.of(new Linkage.Apart(0, 600), new Linkage.Apart(601, 1));
        Set<String> found = found(Linkage.of(records(rows), apart, 2), inOrder(rows.size()));
        assertTrue(found.contains("2-602"), "" + found.size());
        assertTrue(!found.contains("0-600") && !found.contains("1-601"));
    }

    @Test
    void records_of_one_table_are_not_linked_when_there_are_two() {
        List<List<String>> rows = people(600, 200, 9);
        Records.Builder builder = new Records.Builder(COLUMNS, Map.of());
        rows.subList(0, 600).forEach(builder::add);
        builder.second();
        rows.subList(600, 800).forEach(builder::add);
        Linkage linkage = Linkage.of(builder.build(), List.of(), 2);
        assertTrue(linkage.links().size() > 190, "" + linkage.links().size());
        for (Link link : linkage.links()) {
            assertTrue(link.left() < 600 && link.right() >= 600, link.toString());
        }
    }

    @Test
    void agreement_in_what_is_rare_weighs_more() {
        List<List<String>> rows = new ArrayList<>(people(500, 100, 4));
        rows.add(List.of("amina", "zzyxw", "1950-01-01", "tunis", ""));
        rows.add(List.of("amina", "zzyxw", "1971-05-09", "lyon", ""));
        rows.add(List.of("zzyxw", "bobo", "1950-02-01", "tunis", ""));
        rows.add(List.of("zzyxw", "dada", "1971-07-09", "lyon", ""));
        Linkage linkage = Linkage.of(records(rows), List.of(), 2);
        int size = rows.size();
        double common = weight(linkage.explain(size - 4, size - 3), "given_name");
        double rare = weight(linkage.explain(size - 2, size - 1), "given_name");
        assertTrue(rare > common + 1, rare + " and " + common);
    }

    private static double weight(Explanation explanation, String respect) {
        return explanation.reasons().stream()
                .filter(reason -> reason.respect().equals(respect))
                .findFirst()
                .orElseThrow()
                .weight();
    }

    @Test
    void names_in_arabic_and_latin_script_meet() {
        assertTrue(
                Likeness.jaroWinkler(Written.plain("سمير"), Written.plain("Samir")) > 0.7,
                Written.plain("سمير"));
        assertEquals("elodie", Written.plain("Élodie"));
    }
}
