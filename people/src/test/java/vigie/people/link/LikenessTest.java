package vigie.people.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
    /// Values of Winkler (1990) and of the literature since.
    @Test
    void names_of_the_literature_have_their_published_similarity() {
        assertEquals(0.961, Likeness.jaroWinkler("martha", "marhta"), 0.001);
        assertEquals(0.840, Likeness.jaroWinkler("dwayne", "duane"), 0.001);
        assertEquals(0.813, Likeness.jaroWinkler("dixon", "dicksonx"), 0.001);
        assertEquals(0, Likeness.jaroWinkler("abc", "xyz"));
        assertEquals(1, Likeness.jaroWinkler("same", "same"));
    }

    @Test
    void edits_are_those_of_the_plain_table() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            int exact = exact(a, b);
            for (int most = 1; most < 4; most++) {
                assertEquals(Math.min(most + 1, exact), Likeness.edits(a, b, most), a + " " + b);
            }
        }
    }

    /// A shortcut may only leave out what every measure calls another word.
    @Test
    void words_that_are_left_out_early_are_alike_by_no_measure() {
        Random random = new Random(3);
        int left = 0;
        for (int i = 0; i < 50_000; i++) {
            String a = word(random);
            String b = word(random);
            if (a.isEmpty() || b.isEmpty() || !Likeness.few(a, b)) {
                continue;
            }
            left++;
            assertTrue(Likeness.jaroWinkler(a, b) < 0.78, a + " " + b);
            assertTrue(Likeness.letters(a, b) < 0.75, a + " " + b);
        }
        assertTrue(left > 1000, "" + left);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(9);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(6)));
        }
        return word.toString();
    }

    private static int exact(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
