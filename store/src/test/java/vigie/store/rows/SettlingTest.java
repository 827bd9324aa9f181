package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.operation.CaseCounts;
import vigie.casework.operation.Misalignment;
import vigie.casework.operation.RowId;
import vigie.model.casefile.Actor;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.material.Exhibit;
import vigie.model.subject.ConversationId;

class SettlingTest {
    private static final Actor ANNE = new Actor("anne");
    private static final Author ROSA = new Author(SampleClaims.user(1), "Rosa");
    private static final ConversationId CLUB = SampleClaims.channel(9);

    private final TestCase one = new TestCase(ANNE);

    @BeforeEach
    void create() {
        one.create();
    }

    @AfterEach
    void close() {
        one.close();
    }

    @Test
    void gaps_are_ids_missing_between_the_lowest_and_the_highest_of_a_channel() {
        one.take("a/result.json", ids(CLUB, -5, 10, 11, 14, 14, 20, 13));

        assertEquals(6, settled().gaps());
    }

    @Test
    void private_chats_and_basic_groups_claim_no_gap() {
        one.take(
                "a/result.json",
                ids(new ConversationId("telegram", "user", "5", "telegram:user:1"), 1, 100));
        one.take("b/result.json", ids(new ConversationId("telegram", "chat", "6", null), 1, 100));

        assertEquals(0, settled().gaps());
    }

    @Test
    void an_id_that_another_copy_holds_is_no_gap_of_the_case() {
        one.take("a/result.json", ids(CLUB, 1, 2, 5));
        one.take("b/result.json", ids(CLUB, 3, 4, 5, 9));

        CaseCounts counts = settled();

        assertEquals(3, counts.gaps());
        assertEquals(1, counts.overlapping());
        assertEquals(7, counts.messages());
    }

    @Test
    void a_message_that_the_other_copy_lacks_stays_visible_as_that() {
        Exhibit first = one.take("a/result.json", ids(CLUB, 1, 2, 3, 4));
        Exhibit second = one.take("b/result.json", ids(CLUB, 2, 4, 5));

        assertEquals(1, settled().oneSided());
        assertEquals(
                List.of(
                        new Misalignment(
                                RowId.of(first.number(), 300),
                                second.number(),
                                Misalignment.Kind.LACKING)),
                one.store().misalignments(one.name(), ANNE, 10));
    }

    @Test
    void copies_that_say_otherwise_are_told_apart() {
        one.take("a/result.json", List.of(SampleClaims.message(1, CLUB, 4, ROSA, "beans")));
        one.take("b/result.json", List.of(SampleClaims.message(1, CLUB, 4, ROSA, "peas")));
        settled();

        assertEquals(
                List.of(
                        new Misalignment(RowId.of(1, 1), 2, Misalignment.Kind.DIFFERING),
                        new Misalignment(RowId.of(2, 1), 1, Misalignment.Kind.DIFFERING)),
                one.store().misalignments(one.name(), ANNE, 10));
    }

    @Test
    void basic_groups_of_two_exporters_are_not_aligned_since_their_ids_are_each_their_own() {
        ConversationId group = new ConversationId("telegram", "chat", "6", null);
        one.take("a/result.json", ids(group, 1, 2, 3));
        one.take("b/result.json", ids(group, 1, 3));

        CaseCounts counts = settled();

        assertEquals(0, counts.oneSided());
        assertEquals(1, counts.overlapping());
    }

    @Test
    void a_third_copy_that_comes_later_is_aligned_with_those_before() {
        one.take("a/result.json", ids(CLUB, 1, 2, 3));
        one.take("b/result.json", ids(CLUB, 1, 2, 3));
        assertEquals(0, settled().oneSided());
        one.take("c/result.json", ids(CLUB, 1, 3));

        assertEquals(2, settled().oneSided());
    }

    @Test
    void replacing_a_copy_forgets_what_was_said_of_the_earlier_one() {
        Exhibit first = one.take("a/result.json", ids(CLUB, 1, 2, 3), "cut off");
        one.take("b/result.json", ids(CLUB, 1, 3));
        assertEquals(1, settled().oneSided());

        one.gather(first, ids(CLUB, 1, 3), null);

        assertEquals(0, settled().oneSided());
        assertEquals(List.of(), one.store().misalignments(one.name(), ANNE, 10));
    }

    @Test
    void references_find_files_relative_to_the_exhibit_that_refers() {
        one.take(
                "export/result.json",
                List.of(
                        SampleClaims.photo(1, CLUB, 1, ROSA, "photos/1.jpg"),
                        SampleClaims.photo(2, CLUB, 2, ROSA, "photos/1.jpg"),
                        SampleClaims.photo(3, CLUB, 3, ROSA, "photos/2.jpg")));
        one.take("export/photos/1.jpg");
        one.take("elsewhere/photos/2.jpg");

        CaseCounts counts = settled();

        assertEquals(3, counts.mediaReferenced());
        assertEquals(1, counts.mediaFiles());
        assertEquals(1, counts.mediaAbsent());
    }

    @Test
    void a_file_beside_the_same_bytes_under_another_name_is_found() {
        List<Claim> claims = List.of(SampleClaims.photo(1, CLUB, 1, ROSA, "photos/1.jpg"));
        one.gather(one.exhibit("first/result.json", "same", 1), claims, null);
        one.exhibit("second/result.json", "same", 2);
        one.exhibit("second/photos/1.jpg", "picture", 2);

        assertEquals(1, settled().mediaFiles());
    }

    @Test
    void of_two_files_of_one_name_that_of_the_same_acquisition_is_meant() {
        List<Claim> claims = List.of(SampleClaims.photo(1, CLUB, 1, ROSA, "1.jpg"));
        one.exhibit("export/1.jpg", "from the first", 1);
        one.gather(one.exhibit("export/result.json", "chat", 2), claims, null);
        settled();
        String before = media();
        one.exhibit("export/1.jpg", "from the second", 2);
        settled();

        org.junit.jupiter.api.Assertions.assertNotEquals(before, media());
        assertEquals(
                one.store().digest(one.name(), ANNE),
                one.store().recomputeDigest(one.name(), ANNE));
    }

    @Test
    void settling_again_changes_nothing() {
        one.take("a/result.json", new SampleClaims(1).some(500));
        one.take("b/result.json", new SampleClaims(2).some(500));
        CaseCounts counts = settled();

        assertEquals(counts, settled());
    }

    private String media() {
        return one.store().digest(one.name(), ANNE).sections().getOrDefault("media", "");
    }

    private CaseCounts settled() {
        one.store().settle(one.name());
        return one.counts();
    }

    private static List<Claim> ids(ConversationId conversation, long... ids) {
        List<Claim> claims = new ArrayList<>();
        for (long id : ids) {
            claims.add(
                    SampleClaims.message(
                            100L * (claims.size() + 1), conversation, id, ROSA, "beans " + id));
        }
        return claims;
    }
}
