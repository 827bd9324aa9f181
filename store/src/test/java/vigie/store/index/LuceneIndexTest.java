package vigie.store.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.casework.operation.RowId;
import vigie.casework.operation.SearchIndex;
import vigie.model.claim.Attachment;
import vigie.model.claim.Claim;
import vigie.model.claim.TextEntity;
import vigie.text.query.QueryError;
import vigie.text.query.QueryParser;

class LuceneIndexTest {
    @TempDir Path folder;
    private LuceneIndex index;

    @BeforeEach
    void open() throws IOException {
        index = LuceneIndex.open(folder.resolve("index"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private void take(int exhibit, List<Claim> claims) throws IOException {
        take(exhibit, 0, "", claims);
    }

    private void take(int exhibit, int operator, String owner, List<Claim> claims)
            throws IOException {
        try (SearchIndex.Indexing indexing = index.index(exhibit, operator, owner)) {
            indexing.add(claims);
            indexing.commit();
        }
    }

    private SearchIndex.Hits find(String typed) throws IOException {
        try {
            return index.search(QueryParser.parse(typed), 100, true);
        } catch (QueryError error) {
            throw new AssertionError(typed, error);
        }
    }

    /// The offsets, in hundreds, of what is found, best first.
    private String found(String typed) throws IOException {
        SearchIndex.Hits hits = find(typed);
        assertEquals(hits.rows().size(), hits.total());
        assertTrue(hits.exact());
        var offsets = new ArrayList<String>();
        hits.rows().forEach(row -> offsets.add(Long.toString(RowId.offset(row) / 100)));
        return String.join(" ", offsets);
    }

    private static Attachment.Media media(
            String role, @Nullable String path, @Nullable String type, @Nullable String name) {
        return new Attachment.Media(role, path, null, name, type, null, -1, -1, -1, -1);
    }

    private void takeGarden() throws IOException {
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
        chat.carries(11, "Чи", "", media("photo", "photos/1.jpg", null, null)); // 9
        chat.carries(11, "Чи", "", media("file", null, "voice_message", null)); // 10
        chat.carries(
                12,
                "Dana",
                "the plan",
                media("file", "files/plan.pdf", null, "Jardin-Plan_2.pdf")); // 11
        chat.add(
                12,
                "Dana",
                "voir ici",
                List.of(new TextEntity("text_link", 5, 3, "https://t.me/Garden_Club")),
                List.of(new Attachment.SharedContact("Eli", "Baker", "+1 202-555-0123", null)),
                null,
                null); // 12
        take(1, chat.claims);
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
        takeGarden();
        assertEquals(offsets == null ? "" : offsets, found(typed));
    }

    @Test
    void those_with_more_and_rarer_alternatives_come_first_and_among_equals_the_newest()
            throws IOException {
        Chat chat = new Chat("1");
        chat.says(1, "a", "rare"); // 1
        chat.says(1, "a", "common common common"); // 2
        chat.says(1, "a", "common rare"); // 3
        chat.says(1, "a", "common"); // 4
        chat.says(1, "a", "common other words"); // 5
        take(1, chat.claims);
        assertEquals("3 1 5 4 2", found("common OR rare"));
        assertEquals("5 4 3 2", found("common"));
    }

    @Test
    void many_are_found_newest_first_and_counted() throws IOException {
        Chat chat = new Chat("1");
        for (int i = 0; i < 20_000; i++) {
            chat.says(1, "a", i % 2 == 0 ? "even number" : "odd number");
        }
        take(1, chat.claims);
        SearchIndex.Hits hits = find("even");
        assertEquals(10_000, hits.total());
        assertEquals(100, hits.rows().size());
        for (int i = 0; i < 100; i++) {
            assertEquals(RowId.of(1, 100L * (19_999 - 2 * i)), hits.rows().get(i));
        }
        assertEquals(20_000, find("even OR odd OR number").total());
        assertEquals(20_000, find("*").total());
        assertEquals(10_000, find("-even").total());
    }

    @Test
    void an_exhibit_indexed_again_replaces_what_was_held_of_it() throws IOException {
        takeGarden();
        Chat other = new Chat("43").named("Kitchen");
        other.says(20, "Fay", "garden soup");
        take(2, other.claims);
        assertEquals(Set.of(1, 2), index.exhibits());
        assertEquals(3, find("garden").total());
        Chat again = new Chat("42").named("Allotment");
        again.says(7, "Ada Field", "garden");
        take(1, again.claims);
        assertEquals(Set.of(1, 2), index.exhibits());
        assertEquals(2, find("garden").total());
        assertEquals(0, find("from:stone").total());
        assertEquals(0, find("in:marche").total());
        assertEquals(1, find("in:allotment from:field").total());
        assertEquals(2, find("*").total());
    }

    @Test
    void what_is_not_committed_leaves_no_trace() throws IOException {
        takeGarden();
        try (SearchIndex.Indexing indexing = index.index(2, 0, "")) {
            Chat chat = new Chat("1");
            chat.says(1, "a", "garden");
            indexing.add(chat.claims);
            assertEquals(2, find("garden").total());
            assertThrows(IllegalStateException.class, () -> index.index(3, 0, ""));
        }
        assertEquals(2, find("garden").total());
        assertEquals(Set.of(1), index.exhibits());
        take(2, new Chat("1").claims);
        assertEquals(Set.of(1, 2), index.exhibits());
    }

    @Test
    void what_no_search_can_see_is_counted() throws IOException {
        assertEquals(new SearchIndex.Unseen(0, 0, 0, 0, 0), index.unseen());
        Chat chat = new Chat("1");
        chat.carries(1, "a", "", media("photo", "p.jpg", null, null));
        chat.carries(1, "a", "", media("file", "s.webp", "sticker", null));
        chat.carries(
                1,
                "a",
                "",
                media("file", "v.mp4", "video_file", null),
                media("thumbnail", "t", null, null));
        chat.carries(1, "a", "", media("file", null, "video_message", null));
        chat.carries(1, "a", "", media("file", "v.ogg", "voice_message", null));
        chat.carries(1, "a", "", media("file", "m.mp3", "audio_file", null));
        chat.carries(1, "a", "", media("file", "d.pdf", null, "d.pdf"));
        take(1, chat.claims);
        assertEquals(new SearchIndex.Unseen(1, 2, 2, 2, 1), index.unseen());
    }

    @Test
    void a_pseudonym_is_found_as_its_operator_and_not_by_name_or_id() throws IOException {
        Chat witness = new Chat("1");
        witness.says(66, "Rosa Cover", "hello garden");
        witness.says(7, "Ada", "hello rosa");
        take(1, witness.claims);
        assertEquals("1", found("from:rosa"));
        Chat own = new Chat("2").owner(66, "Rosa Cover", "+33 6 99 99 99 99", "rosa_c");
        own.says(66, "Rosa Cover", "garden again");
        own.says(7, "Ada", "yes");
        take(2, 4, "", own.claims);
        for (String typed :
                List.of(
                        "from:rosa",
                        "from:cover",
                        "from:cov*",
                        "from:66",
                        "from:user66",
                        "from:telegram:user:66",
                        "from:@rosa_c",
                        "from:+33699999999")) {
            assertEquals("", found(typed), typed);
        }
        assertEquals(2, find("from:\"operator 4\"").total());
        assertEquals(2, find("from:operator:4 garden").total());
        assertEquals(0, find("from:\"operator 5\"").total());
        assertEquals(2, find("from:ada").total());
        Chat declared = new Chat("3");
        declared.says(77, "Basil Cover", "tomatoes");
        take(3, 5, "telegram:user:77", declared.claims);
        assertEquals("", found("from:basil"));
        assertEquals(1, find("from:operator5").total());
    }

    @Test
    void an_owner_and_contacts_are_found_by_all_that_the_export_says() throws IOException {
        Chat chat = new Chat("1").owner(7, "Ada", "+33 6 12 34 56 78", "ada_s");
        chat.says(7, "A.", "one");
        take(1, chat.claims);
        assertEquals("2", found("from:ada"));
        assertEquals("2", found("from:@Ada_S"));
        assertEquals("2", found("from:+33612345678"));
    }

    @Test
    void authors_without_account_are_found_by_name() throws IOException {
        Chat chat = new Chat("1");
        chat.says(0, "Gus Rivera", "one");
        chat.says(0, "GUS RIVERA", "two");
        chat.says(0, "Gus", "three");
        take(1, chat.claims);
        assertEquals("2 1", found("from:rivera"));
        assertEquals("3 2 1", found("from:gus"));
    }
}
