package vigie.store.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.text.query.QueryError;
import vigie.text.query.QueryParser;

class HighlighterTest {
    private static String marked(String typed, String text) throws QueryError {
        var marked = new StringBuilder(text);
        var marks = new Highlighter(QueryParser.parse(typed)).of(text).reversed();
        for (int[] mark : marks) {
            marked.insert(mark[1], ']').insert(mark[0], '[');
        }
        return marked.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            textBlock =
                    """
                    garden OR gate    ~ The [garden] [GATE], gardens.
                    gard*             ~ The [garden] gate, [gardens].
                    "garden gate"     ~ garden, the [garden gate] gate
                    creme             ~ une [Crème] brûlée
                    "creme brulee"    ~ une [CRÈME - brûlée]
                    arbre             ~ l'[arbre]
                    елка              ~ [Ёлка] и [ёлка]
                    محمد              ~ قال [مُحَمَّد] - [محـــمد]
                    東京              ~ 明日[東京]の東と[東京]
                    👍                ~ ok [👍🏽] [👍]
                    gate -garden      ~ garden [gate]
                    @ada              ~ [@Ada] and @adam and [t.me/Ada]
                    @ada*             ~ [@Ada] and [@adam]
                    0612345678        ~ call [06 12 34 56 78] or [+33 6 12 34 56 78]
                    +33612345678      ~ call 06 12 34 56 78 or [+33 (0)6.12.34.56.78]
                    url:example.org   ~ see [https://www.example.org/a?b] or example.org
                    #jardin           ~ [#JARDIN] #jardins
                    a@b.org           ~ to [A@B.org], not xa@b.org
                    from:garden       ~ garden
                    (a b) OR "c d"    ~ [a] [b] [c d] c
                    l'ar*             ~ arbre [l’arbre]
                    """)
    void what_was_asked_for_is_marked_as_it_stands(String typed, String expected)
            throws QueryError {
        String text = expected.replace("[", "").replace("]", "");
        assertEquals(expected.replace("[t.me/Ada]", "t.me/[Ada]"), marked(typed, text));
    }

    @Test
    void marks_are_in_order_and_apart(@TempDir Path folder) throws Exception {
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            var marks = index.highlights(QueryParser.parse("\"a b\" OR \"b c\" OR a"), "a b c a b");
            assertEquals(2, marks.size());
            assertEquals(0, marks.get(0)[0]);
            assertEquals(5, marks.get(0)[1]);
            assertEquals(6, marks.get(1)[0]);
            assertEquals(9, marks.get(1)[1]);
        }
    }
}
