package vigie.store.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.operation.RowId;
import vigie.casework.operation.SearchIndex;
import vigie.model.claim.Claim;

class LuceneIndexTest {
    @TempDir Path folder;
    private final Searching searching = new Searching();

    @BeforeEach
    void open() throws IOException {
        searching.open(folder.resolve("index"));
    }

    @AfterEach
    void close() throws IOException {
        searching.close();
    }

    private void take(int exhibit, List<Claim> claims) throws IOException {
        searching.take(exhibit, 0, "", claims);
    }

    private SearchIndex.Hits find(String typed) throws IOException {
        return searching.find(typed);
    }

    private String found(String typed) throws IOException {
        return searching.found(typed);
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
        take(1, FindingTest.garden().claims);
        Chat other = new Chat("43").named("Kitchen");
        other.says(20, "Fay", "garden soup");
        take(2, other.claims);
        assertEquals(Set.of(1, 2), searching.index().exhibits());
        assertEquals(3, find("garden").total());
        Chat again = new Chat("42").named("Allotment");
        again.says(7, "Ada Field", "garden");
        take(1, again.claims);
        assertEquals(Set.of(1, 2), searching.index().exhibits());
        assertEquals(2, find("garden").total());
        assertEquals(0, find("from:stone").total());
        assertEquals(0, find("in:marche").total());
        assertEquals(1, find("in:allotment from:field").total());
        assertEquals(2, find("*").total());
    }

    @Test
    void what_is_not_committed_leaves_no_trace() throws IOException {
        take(1, FindingTest.garden().claims);
        try (SearchIndex.Indexing indexing = searching.index().index(2, 0, "")) {
            Chat chat = new Chat("1");
            chat.says(1, "a", "garden");
            indexing.add(chat.claims);
            assertEquals(2, find("garden").total());
            assertThrows(IllegalStateException.class, () -> searching.index().index(3, 0, ""));
        }
        assertEquals(2, find("garden").total());
        assertEquals(Set.of(1), searching.index().exhibits());
        take(2, new Chat("1").claims);
        assertEquals(Set.of(1, 2), searching.index().exhibits());
    }

    @Test
    void what_no_search_can_see_is_counted() throws IOException {
        assertEquals(new SearchIndex.Unseen(0, 0, 0, 0, 0), searching.index().unseen());
        Chat chat = new Chat("1");
        chat.carries(1, "a", "", Chat.media("photo", "p.jpg", null, null));
        chat.carries(1, "a", "", Chat.media("file", "s.webp", "sticker", null));
        chat.carries(
                1,
                "a",
                "",
                Chat.media("file", "v.mp4", "video_file", null),
                Chat.media("thumbnail", "t", null, null));
        chat.carries(1, "a", "", Chat.media("file", null, "video_message", null));
        chat.carries(1, "a", "", Chat.media("file", "v.ogg", "voice_message", null));
        chat.carries(1, "a", "", Chat.media("file", "m.mp3", "audio_file", null));
        chat.carries(1, "a", "", Chat.media("file", "d.pdf", null, "d.pdf"));
        take(1, chat.claims);
        assertEquals(new SearchIndex.Unseen(1, 2, 2, 2, 1), searching.index().unseen());
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
        searching.take(2, 4, "", own.claims);
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
        searching.take(3, 5, "telegram:user:77", declared.claims);
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
