package vigie.media.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.media.examine.Examined.View;
import vigie.media.pdq.Luma;
import vigie.media.pdq.PdqHash;
import vigie.sample.picture.Transformation;

final class ViewsTest {
    private static List<View> views(Transformation how, int scene) {
        return Views.of(Drawn.luma(how.apply(Drawn.scene(scene))));
    }

    @Test
    void each_view_is_followed_by_its_middle() {
        List<View> views = views(new Transformation.Same(), 1);
        assertEquals(0, views.size() % 2);
        for (int i = 0; i < views.size(); i += 2) {
            assertEquals(View.Kind.CROPPED, views.get(i + 1).kind());
            assertEquals(views.get(i).turned().size(), views.get(i + 1).turned().size());
        }
        assertEquals(View.Kind.TRIMMED, views.getFirst().kind());
    }

    @Test
    void the_turned_hashes_of_the_whole_are_those_of_the_turned_picture() {
        for (int scene = 0; scene < 4; scene++) {
            View before = views(new Transformation.Same(), scene).getFirst();
            for (Transformation turn :
                    List.of(
                            new Transformation.Rotate(1),
                            new Transformation.Rotate(2),
                            new Transformation.Flip(true),
                            new Transformation.Flip(false))) {
                PdqHash after = views(turn, scene).getFirst().hashed().hash();
                int nearest =
                        before.turned().stream().mapToInt(after::distance).min().orElseThrow();
                assertTrue(nearest <= 6, turn + " " + nearest);
            }
        }
    }

    @Test
    void most_crops_within_the_cuts_are_near_to_one_of_them() {
        int found = 0;
        for (int scene = 0; scene < 10; scene++) {
            List<View> whole = views(new Transformation.Same(), scene);
            PdqHash crop =
                    views(new Transformation.Crop(30, 40, 20, 10), scene)
                            .getFirst()
                            .hashed()
                            .hash();
            int nearest =
                    whole.stream()
                            .filter(view -> view.kind() == View.Kind.CROPPED)
                            .mapToInt(view -> view.hashed().hash().distance(crop))
                            .min()
                            .orElseThrow();
            found += nearest <= 31 ? 1 : 0;
        }
        assertTrue(found >= 8, found + " of 10");
    }

    @Test
    void a_plane_of_one_pixel_has_views_that_never_match() {
        for (View view : Views.of(new Luma(1, 1, new float[] {200}))) {
            assertTrue(!view.hashed().matchable());
        }
    }
}
