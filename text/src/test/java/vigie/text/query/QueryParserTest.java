package vigie.text.query;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.text.identifier.IdentifierKind;

class QueryParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    garden gate              ~ garden gate
                    garden AND gate          ~ garden gate
                    jardin ET portail OU mur ~ jardin (portail OR mur)
                    a OR b c | d             ~ (a OR b) (c OR d)
                    (a b) OR c               ~ (a b) OR c
                    (a OR (b OR c))          ~ a OR b OR c
                    a -b NOT c SAUF d        ~ a -b -c -d
                    -(a b)                   ~ -(a b)
                    NOT NOT a                ~ a
                    "red bicycle" «roue»     ~ "red bicycle" "roue"
                    “red bicycle             ~ "red bicycle"
                    （花 OR 市場）           ~ 花 OR 市場
                    سوق، بيت                 ~ سوق بيت
                    gard* toma＊,            ~ gard* toma*
                    *                        ~ *
                    garden , ! gate ...      ~ garden gate
                    (a (b                    ~ a b
                    and or not               ~ and or not
                    from:ada                 ~ from:"ada"
                    from: "ada stone"        ~ from:"ada stone"
                    de：ada -in:"le marché"  ~ from:"ada" -in:"le marché"
                    من:سامي                  ~ from:"سامي"
                    after:2024-06-01         ~ after:2024-06-01
                    before:2024 après:2024-6 ~ before:2024-01-01 after:2024-06-01
                    on:٢٠٢٤-٠٦-٣٠ le:2024/6  ~ on:2024-06-30 on:2024-06
                    on:2024                  ~ on:2024
                    has:photo avec:Vidéos    ~ has:photo has:video
                    note:12 3:4              ~ note:12 3:4
                    @Ada_1 ＠ada* @ada.      ~ handle:"ada_1" handle:"ada*" handle:"ada."
                    +33612345678 +336*       ~ phone:"+33612345678" phone:"+336*"
                    +33 6 12 34 56 78 gate   ~ phone:"+33612345678" gate
                    06 12 34 56 78           ~ "06 12 34 56 78" OR phone:"0612345678"
                    0612*                    ~ 0612*
                    phone:"06 12 34"         ~ phone:"061234"
                    Ada@Example.org a@b*     ~ email:"ada@example.org" email:"a@b*"
                    https://Example.org/a_(b) ~ url:"example.org/a_(b)"
                    (www.example.org/x*)     ~ url:"example.org/x*"
                    t.me/Ada url:example.org ~ url:"t.me/ada" url:"example.org"
                    #Jardin #市* tag:سوق     ~ tag:"jardin" tag:"市*" tag:"سوق"
                    handle:@ada pseudo:ben   ~ handle:"ada" handle:"ben"
                    """)
    void queries_are_understood_as_people_mean_them(String typed, String understood)
            throws QueryError {
        assertEquals(understood, QueryText.of(QueryParser.parse(typed)));
    }

    @Test
    void nothing_asks_for_everything() throws QueryError {
        assertEquals(new Query.Everything(), QueryParser.parse(" \u3000\u200F"));
    }

    @Test
    void parts_are_what_they_say() throws QueryError {
        assertEquals(
                new Query.And(
                        List.of(
                                new Query.Word("Été"),
                                new Query.Not(new Query.Prefix("tom")),
                                new Query.Identifier(IdentifierKind.PHONE, "+33612345678", false),
                                new Query.Sent(
                                        LocalDate.of(2024, 6, 1), LocalDate.of(2024, 7, 1)))),
                QueryParser.parse("Été -tom* +33612345678 on:2024-06"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    OR garden        ~ NOTHING_TO_JOIN   ~ 0  ~ character 1: nothing stands beside OR
                    garden OR        ~ NOTHING_TO_JOIN   ~ 7  ~ character 8: nothing stands beside OR
                    garden OR OR a   ~ NOTHING_TO_JOIN   ~ 10 ~ character 11: nothing stands beside OR
                    garden AND       ~ NOTHING_TO_JOIN   ~ 7  ~ character 8: nothing stands beside AND
                    garden NOT       ~ NOTHING_TO_JOIN   ~ 7  ~ character 8: nothing stands beside NOT
                    NOT !            ~ NOTHING_TO_JOIN   ~ 0  ~ character 1: nothing stands beside NOT !
                    a) b             ~ CLOSES_NOTHING    ~ 1  ~ character 2: no parenthesis is open before )
                    from:            ~ NO_VALUE          ~ 0  ~ character 1: nothing is asked of from:
                    from:(ada)       ~ NO_VALUE          ~ 0  ~ character 1: nothing is asked of from:
                    a has:dragon     ~ NOT_A_KIND        ~ 6  ~
                    after:yesterday  ~ NOT_A_DATE        ~ 6  ~ character 7: write a date as 2024, 2024-06 or 2024-06-30, not yesterday
                    on:2024-02-30    ~ NOT_A_DATE        ~ 3  ~
                    on:01/06/2024    ~ NOT_A_DATE        ~ 3  ~
                    phone:ada        ~ NOT_AN_IDENTIFIER ~ 6  ~ character 7: this is no such identifier: ada
                    gar*den          ~ STAR_INSIDE       ~ 3  ~ character 4: a star stands at the end of a word, not inside: gar*den
                    !!! ---          ~ ONLY_PUNCTUATION  ~ 0  ~
                    ""               ~ ONLY_PUNCTUATION  ~ 0  ~ character 1: there is no word in ""
                    """)
    void what_cannot_be_understood_is_said_with_its_place(
            String typed, QueryError.Fault fault, int at, String says) {
        QueryError error = assertThrows(QueryError.class, () -> QueryParser.parse(typed));
        assertEquals(fault, error.fault());
        assertEquals(at, error.at());
        if (says != null) {
            assertEquals(says, error.getMessage());
        }
    }

    @Test
    void size_and_depth_are_bounded() throws QueryError {
        assertFault(QueryError.Fault.TOO_LONG, "a".repeat(20_001));
        assertFault(QueryError.Fault.TOO_MANY, "a ".repeat(1001));
        assertFault(QueryError.Fault.TOO_MANY, "a* ".repeat(51));
        assertFault(QueryError.Fault.TOO_DEEP, "(".repeat(10_000));
        assertFault(QueryError.Fault.TOO_DEEP, "-".repeat(9_999) + "a");
        assertFault(QueryError.Fault.TOO_DEEP, "NOT ".repeat(4_000) + "a");
        QueryParser.parse("a".repeat(20_000));
        QueryParser.parse("a OR ".repeat(999) + "a");
        QueryParser.parse("(".repeat(50) + "a" + ")".repeat(50));
    }

    private static void assertFault(QueryError.Fault fault, String typed) {
        assertEquals(fault, assertThrows(QueryError.class, () -> QueryParser.parse(typed)).fault());
    }

    @Test
    void whatever_is_typed_is_understood_or_refused_and_reads_back_as_written() {
        var random = new Random(11);
        String[] pieces = {
            "garden",
            "\"",
            "“",
            "(",
            ")",
            "-",
            " ",
            " ",
            " ",
            "OR",
            "AND",
            "NOT",
            "*",
            ":",
            "from:",
            "has:",
            "photo",
            "on:",
            "2024-06",
            "@ada",
            "+33612345678",
            "#",
            "#tag",
            "a@b.c",
            "@",
            "https://x.org/(",
            "t.me/a",
            "市場",
            "سوق",
            "،",
            "\u202E",
            "\uD83D",
            "👍",
            "|",
            "12",
            "/",
            "é",
            "\0",
            "\n",
            "in:",
            "tag:",
            "url:",
            "_",
            "'",
            "."
        };
        int understood = 0;
        for (int i = 0; i < 100_000; i++) {
            var typed = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                typed.append(pieces[random.nextInt(pieces.length)]);
            }
            Query query;
            try {
                query = QueryParser.parse(typed.toString());
            } catch (QueryError error) {
                assertTrue(
                        error.at() >= 0 && error.at() <= typed.length(),
                        () -> error.getMessage() + " in " + typed.length() + " " + typed);
                continue;
            }
            understood++;
            String written = QueryText.of(query);
            assertEquals(
                    query,
                    assertDoesNotThrow(() -> QueryParser.parse(written), written),
                    () -> typed + " as " + written);
        }
        assertTrue(understood > 20_000, "understood " + understood);
    }

    @Test
    void random_characters_are_understood_or_refused() {
        var random = new Random(12);
        var refused = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            var typed = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                typed.append((char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
            }
            try {
                QueryParser.parse(typed.toString());
            } catch (QueryError error) {
                refused.add(error.getMessage());
            }
        }
        assertTrue(refused.size() < 20_000);
    }
}
