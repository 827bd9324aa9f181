package vigie.store.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.model.claim.Attachment;
import vigie.model.claim.TextEntity;

class FindingTest {
    @TempDir static Path folder;
    private static final Searching index = new Searching();

    @BeforeAll
    static void take() throws IOException {
        index.open(folder);
        index.take(1, 0, "", garden().claims);
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    /// A chat about a garden, its messages numbered from 2.
    static Chat garden() {
        Chat chat = new Chat("42").named("Jardin du marché"); // 1
        chat.says(7, "Ada Stone", "The garden gate, l'arbre d'été"); // 2
        chat.says(8, "Бен Волков", "Старый мост, ёлка и ЁЖ"); // 3
        chat.says(9, "سامي", "غدا إلى السُّوق القديم مع أحمد"); // 4
        chat.says(10, "ゆき", "明日の朝、東京の市場へ行って🌻"); // 5
        chat.says(
                7, "Ada Stone", "gate garden gardening @Ben_1 https://www.example.org/a?q=1"); // 6
        chat.says(
                8, "Бен Волков", "call +33 6 12 34 56 78 or mail Ada.S@Example.org #Tomaten"); // 7
        chat.says(7, "Ada Stone", "rappelle au 06 12 34 56 78"); // 8
        chat.carries(11, "Чи", "", Chat.media("photo", "photos/1.jpg", null, null)); // 9
        chat.carries(11, "Чи", "", Chat.media("file", null, "voice_message", null)); // 10
        chat.carries(
                12,
                "Dana",
                "the plan",
                Chat.media("file", "files/plan.pdf", null, "Jardin-Plan_2.pdf")); // 11
        chat.add(
                12,
                "Dana",
                "voir ici",
                List.of(new TextEntity("text_link", 5, 3, "https://t.me/Garden_Club")),
                List.of(new Attachment.SharedContact("Eli", "Baker", "+1 202-555-0123", null)),
                null,
                null); // 12
        return chat;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            nullValues = "-",
            textBlock =
                    """
                    garden                  ~ 6 2
                    GARDEN GATE             ~ 6 2
                    "garden gate"           ~ 2
                    "gate garden"           ~ 6
                    garde*                  ~ 6 2
                    arbre                   ~ 2
                    l’ARBRE ete             ~ 2
                    "l'arbre d'ete"         ~ 2
                    l'ar*                   ~ 2
                    елка                    ~ 3
                    ёж МОСТ                 ~ 3
                    السوق                   ~ 4
                    احمد الى                ~ 4
                    東京                    ~ 5
                    京の市場                ~ 5
                    東市場                  ~ -
                    🌻                      ~ 5
                    garden -gardening       ~ 2
                    garden OR мост          ~ 3 6 2
                    garden OR gate OR arbre ~ 2 6
                    -garden -has:photo      ~ 12 11 10 8 7 5 4 3
                    *                       ~ 12 11 10 9 8 7 6 5 4 3 2
                    @ben_1                  ~ 6
                    @ben*                   ~ 6
                    handle:garden_club      ~ 12
                    https://example.org/a?q=1 ~ 6
                    url:example.org         ~ 6
                    url:example.*           ~ 6
                    t.me/garden_club        ~ 12
                    +33612345678            ~ 7
                    0612345678              ~ 8 7
                    06 12 34 56 78          ~ 8 7
                    +336*                   ~ 7
                    +12025550123            ~ 12
                    ada.s@example.org       ~ 7
                    ada.s@*                 ~ 7
                    #tomaten                ~ 7
                    tag:tom*                ~ 7
                    tomaten                 ~ 7
                    from:ada                ~ 8 6 2
                    from:"ada stone" gate   ~ 6 2
                    from:st*                ~ 8 6 2
                    from:волков             ~ 7 3
                    from:7                  ~ 8 6 2
                    from:user7              ~ 8 6 2
                    from:telegram:user:7    ~ 8 6 2
                    from:ゆき               ~ 5
                    from:ada from:dana      ~ -
                    from:nobody             ~ -
                    in:42 garden            ~ 6 2
                    in:marche garden        ~ 6 2
                    in:elsewhere            ~ -
                    -in:marche              ~ -
                    has:photo               ~ 9
                    has:voice OR has:file   ~ 11 10
                    has:link                ~ 12 6
                    has:absent              ~ 10
                    has:contact             ~ 12
                    plan jardin             ~ 11
                    baker                   ~ 12
                    has:event               ~ -
                    on:2024-06-01 garden    ~ 6 2
                    before:2024-06-01       ~ -
                    after:2024-06-02        ~ -
                    "garden"                ~ 6 2
                    garden AND (gate OR x) -arbre ~ 6
                    """)
    void what_is_asked_is_found(String typed, String offsets) throws IOException {
        assertEquals(offsets == null ? "" : offsets, index.found(typed));
    }
}
