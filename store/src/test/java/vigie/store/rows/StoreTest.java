package vigie.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.casework.operation.CaseCounts;
import vigie.casework.operation.Reading;
import vigie.casework.operation.StateDigest;
import vigie.model.casefile.Actor;
import vigie.model.claim.Claim;
import vigie.model.material.Exhibit;

class StoreTest {
    private static final Actor ANNE = new Actor("anne");

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
    void the_stored_digest_is_the_one_recomputed_from_every_row() {
        one.take("a/result.json", new SampleClaims(1).some(3000));
        one.take("b/result.json", new SampleClaims(2).some(500));
        one.take("a/photos/photo_1.jpg");
        one.take("b/photos/photo_2.jpg");
        StateDigest before = one.store().digest(one.name(), ANNE);
        one.store().settle(one.name());

        StateDigest stored = one.store().digest(one.name(), ANNE);

        assertEquals(stored, one.store().recomputeDigest(one.name(), ANNE));
        assertNotEquals(before.sections().get("media"), stored.sections().get("media"));
        assertEquals(before.sections().get("material"), stored.sections().get("material"));
    }

    @Test
    void the_digest_does_not_depend_on_the_order_of_exhibits() {
        List<Claim> first = new SampleClaims(3).some(400);
        List<Claim> second = new SampleClaims(4).some(300);
        one.take("a/result.json", first);
        one.take("b/result.json", second);
        one.take("a/photos/photo_3.jpg");
        one.store().settle(one.name());
        try (TestCase other = new TestCase(ANNE)) {
            other.create();
            other.take("a/photos/photo_3.jpg");
            other.take("b/result.json", second);
            other.store().settle(other.name());
            other.take("a/result.json", first);
            other.store().settle(other.name());

            assertEquals(
                    one.store().digest(one.name(), ANNE), other.store().digest(other.name(), ANNE));
        }
    }

    @Test
    void gathering_an_exhibit_again_replaces_its_rows() {
        List<Claim> claims = new SampleClaims(5).some(800);
        Exhibit exhibit = one.take("a/result.json", claims.subList(0, 300), "cut off");
        Exhibit other = one.take("b/result.json", new SampleClaims(6).some(200));
        one.store().settle(one.name());
        assertEquals(1, one.counts().partial());

        Reading whole = one.gather(exhibit, claims, null);
        one.gather(other, new SampleClaims(6).some(200), null);
        one.store().settle(one.name());

        assertEquals(0, one.counts().partial());
        assertEquals(800, whole.claims());
        assertEquals(whole, one.store().readings(one.name(), ANNE).getFirst());
        assertEquals(
                one.store().digest(one.name(), ANNE),
                one.store().recomputeDigest(one.name(), ANNE));
        try (TestCase straight = new TestCase(ANNE)) {
            straight.create();
            straight.take("a/result.json", claims);
            straight.take("b/result.json", new SampleClaims(6).some(200));
            straight.store().settle(straight.name());
            assertEquals(straight.counts(), one.counts());
            assertEquals(
                    straight.store().digest(straight.name(), ANNE),
                    one.store().digest(one.name(), ANNE));
        }
    }

    @Test
    void a_gathering_closed_without_commit_leaves_nothing() {
        Exhibit exhibit = one.exhibit("a/result.json");
        StateDigest before = one.store().digest(one.name(), ANNE);
        try (var gathering = one.store().gather(one.name(), exhibit, TestCase.READER, 0, "")) {
            gathering.add(new SampleClaims(7).some(5000));
            gathering.finish(0, 0, null);
        }
        try (var gathering = one.store().gather(one.name(), exhibit, TestCase.READER, 0, "")) {
            gathering.add(new SampleClaims(7).some(5000));
        }

        assertEquals(Set.of(), one.store().gathered(one.name(), ANNE));
        assertEquals(before, one.store().digest(one.name(), ANNE));
        assertEquals(before, one.store().recomputeDigest(one.name(), ANNE));
    }

    @Test
    void a_forgotten_case_is_as_new_and_keeps_its_members() {
        StateDigest empty = one.store().digest(one.name(), ANNE);
        one.take("a/result.json", new SampleClaims(8).some(500));
        one.store().settle(one.name());

        one.store().forget(one.name());

        assertEquals(empty, one.store().digest(one.name(), ANNE));
        assertEquals(empty, one.store().recomputeDigest(one.name(), ANNE));
        assertEquals(List.of(), one.store().exhibits(one.name(), ANNE));
        assertEquals(
                new CaseCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), one.counts());
    }
}
