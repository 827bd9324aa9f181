package vigie.sample.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.sample.truth.StackScore.Share;
import vigie.sample.truth.StackScore.Shown;

final class StackScoreTest {
    private static final List<Shown> TRUTH =
            List.of(
                    shown("a", "one", "drawn"),
                    shown("b", "one", "flip"),
                    shown("c", "one", "flip"),
                    shown("d", "two", "drawn"),
                    shown("e", "two", "crop"));

    private static Shown shown(String path, String stack, String how) {
        return new Shown(path, "", "picture", stack, how);
    }

    private static StackScore score(int a, int b, int c, int d, int e) {
        return StackScore.of(
                TRUTH, Map.of("a", a, "b", b, "c", c, "d", d, "e", e), path -> !path.equals("c"));
    }

    @Test
    void stacks_as_in_truth_are_all_right() {
        StackScore score = score(0, 0, 0, 1, 1);
        assertEquals(List.of(), score.merged());
        assertEquals(2, score.stacks());
        assertEquals(2, score.expected());
        assertEquals(
                Map.of("crop", new Share(1, 1, 1, 1), "flip", new Share(2, 2, 1, 1)),
                score.byHow());
    }

    @Test
    void a_variant_in_a_stack_of_its_own_is_wrong_and_merges_nothing() {
        StackScore score = score(0, 1, 0, 2, 2);
        assertEquals(List.of(), score.merged());
        assertEquals(3, score.stacks());
        assertEquals(new Share(2, 1, 1, 0), score.byHow().get("flip"));
    }

    @Test
    void in_a_stack_of_two_pictures_the_fewer_are_merged() {
        assertEquals(List.of("d", "e"), score(0, 0, 0, 0, 0).merged());
        assertEquals(List.of("d", "e"), score(0, 1, 2, 0, 2).merged());
    }

    @Test
    void a_file_in_no_stack_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> StackScore.of(TRUTH, Map.of("a", 0), _ -> true));
    }
}
