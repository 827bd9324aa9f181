package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.operation.CaseCounts;
import vigie.casework.operation.Migrations;
import vigie.casework.operation.StateDigest;
import vigie.model.casefile.Actor;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.material.Exhibit;
import vigie.model.material.Span;

class MigrationTest {
    private static final Actor ANNE = new Actor("anne");
    private static final Author ROSA = new Author(SampleClaims.user(1), "Rosa");

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
    void a_link_names_both_conversations_and_the_bytes_that_state_it() {
        Exhibit exhibit = one.take("a/result.json", group("Garden"));

        assertEquals(
                new Migrations(
                        1,
                        List.of(
                                new Migrations.Link(
                                        "telegram:chat:5",
                                        "Garden",
                                        "telegram:channel:6",
                                        null,
                                        exhibit.number(),
                                        new Span(200, 100),
                                        1,
                                        false))),
                links(10));
    }

    @Test
    void linked_conversations_are_not_merged_and_one_that_nobody_holds_is_not_counted() {
        one.take("a/result.json", group("Garden"));
        CaseCounts alone = settled();
        assertEquals(1, alone.conversations());

        one.take("b/result.json", supergroup());

        CaseCounts both = settled();
        assertEquals(2, both.conversations());
        assertEquals(0, both.overlapping());
        assertEquals("Garden club", links(10).listed().getFirst().toName());
        assertEquals(
                List.of("telegram:chat:5"),
                one.messages(1).stream().map(message -> message.conversation()).toList());
    }

    @Test
    void two_exports_that_state_the_same_link_are_one_link() {
        one.take("a/result.json", group("Garden"));
        one.take("b/result.json", List.of(SampleClaims.migration(7, 5, 6)));

        Migrations links = links(10);

        assertEquals(1, links.count());
        Migrations.Link link = links.listed().getFirst();
        assertEquals(1, link.exhibit());
        assertEquals(2, link.exhibits());
        assertFalse(link.contradicted());
        assertDigest();
    }

    @Test
    void reading_an_exhibit_again_changes_nothing() {
        Exhibit exhibit = one.take("a/result.json", group("Garden"));
        Migrations links = links(10);
        StateDigest digest = one.store().digest(one.name(), ANNE);

        one.gather(exhibit, group("Garden"), null);

        assertEquals(links, links(10));
        assertEquals(digest, one.store().digest(one.name(), ANNE));
        assertDigest();
    }

    @Test
    void a_reading_that_no_longer_states_it_takes_the_link_back() {
        Exhibit exhibit = one.take("a/result.json", group("Garden"));
        StateDigest before = one.store().digest(one.name(), ANNE);

        one.gather(exhibit, group("Garden").subList(0, 2), null);

        assertEquals(new Migrations(0, List.of()), links(10));
        assertNotEquals(before, one.store().digest(one.name(), ANNE));
        assertDigest();
    }

    @Test
    void statements_that_cannot_both_be_true_are_both_shown_as_that() {
        one.take(
                "a/result.json",
                List.of(
                        SampleClaims.migration(1, 5, 6),
                        SampleClaims.migration(2, 8, 9),
                        SampleClaims.migration(3, 5, 7)));

        assertEquals(
                List.of(
                        "telegram:chat:5 telegram:channel:6 true",
                        "telegram:chat:8 telegram:channel:9 false",
                        "telegram:chat:5 telegram:channel:7 true"),
                links(10).listed().stream()
                        .map(link -> link.from() + " " + link.to() + " " + link.contradicted())
                        .toList());
    }

    @Test
    void an_export_that_claims_a_thousand_links_is_listed_in_part_and_counted_whole() {
        List<Claim> claims = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            claims.add(SampleClaims.migration(i, 5, i));
        }
        one.take("a/result.json", claims);

        Migrations links = links(3);

        assertEquals(1000, links.count());
        assertEquals(
                List.of("telegram:channel:1", "telegram:channel:2", "telegram:channel:3"),
                links.listed().stream().map(Migrations.Link::to).toList());
        assertTrue(links.listed().getFirst().contradicted());
        assertDigest();
    }

    @Test
    void the_order_in_which_exports_come_changes_no_digest() {
        one.take("a/result.json", group("Garden"));
        one.take("b/result.json", supergroup());
        StateDigest digest = one.store().digest(one.name(), ANNE);
        try (TestCase other = new TestCase(ANNE)) {
            other.create();
            other.take("b/result.json", supergroup());
            other.take("a/result.json", group("Garden"));

            assertEquals(digest, other.store().digest(other.name(), ANNE));
            assertEquals(digest, other.store().recomputeDigest(other.name(), ANNE));
        }
    }

    private Migrations links(int limit) {
        return one.store().migrations(one.name(), ANNE, limit);
    }

    private CaseCounts settled() {
        one.store().settle(one.name());
        return one.counts();
    }

    private void assertDigest() {
        assertEquals(
                one.store().digest(one.name(), ANNE),
                one.store().recomputeDigest(one.name(), ANNE));
    }

    private static List<Claim> group(String name) {
        return List.of(
                new Claim.Conversation(
                        new Span(1, 50), SampleClaims.group(5), "private_group", name, false),
                SampleClaims.message(200, SampleClaims.group(5), 1, ROSA, "we move"),
                SampleClaims.migration(200, 5, 6));
    }

    private static List<Claim> supergroup() {
        return List.of(
                new Claim.Conversation(
                        new Span(1, 50),
                        SampleClaims.channel(6),
                        "private_supergroup",
                        "Garden club",
                        false),
                SampleClaims.message(200, SampleClaims.channel(6), 1, ROSA, "hello again"));
    }
}
