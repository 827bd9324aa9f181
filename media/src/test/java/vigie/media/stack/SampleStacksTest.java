package vigie.media.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.View;
import vigie.media.near.Negatives;
import vigie.media.near.search.Cores;
import vigie.media.pdq.Luma;
import vigie.media.pdq.Pdq;
import vigie.media.view.Views;
import vigie.model.material.Sha256;
import vigie.sample.Progress;
import vigie.sample.SampleOperation;
import vigie.sample.hashset.PictureHash;
import vigie.sample.picture.Jpegs;
import vigie.sample.picture.Pixels;
import vigie.sample.truth.StackScore;
import vigie.sample.truth.StackScore.Share;
import vigie.sample.truth.StackScore.Shown;

/// The stacks of the small sample, its clips left out, against its truth.
final class SampleStacksTest {
    private static final long SEED = 11;

    @TempDir Path folder = Path.of("");
    private final Set<String> possible = new HashSet<>();

    @Test
    void nothing_is_merged_and_variants_stand_with_their_source() throws IOException {
        SampleOperation.write(
                folder.resolve("out"),
                folder.resolve("truth"),
                new SampleOperation.Sets(folder.resolve("sets"), PictureHash.NONE),
                SampleOperation.Size.SMALL,
                SEED,
                Progress.NONE);
        List<Shown> truth =
                StackScore.read(folder.resolve("truth")).stream()
                        .filter(shown -> shown.kind().equals("picture"))
                        .toList();
        StackScore score = StackScore.of(truth, stack(items(truth), truth), possible::contains);
        assertEquals(List.of(), score.merged());
        int all = 0;
        int right = 0;
        for (Map.Entry<String, Share> how : score.byHow().entrySet()) {
            if (!how.getKey().equals("crop")) {
                all += how.getValue().possible();
                right += how.getValue().rightOfPossible();
            }
        }
        assertTrue(all > 60, all + " variants");
        assertTrue(right >= 0.98 * all, score.byHow().toString());
    }

    private List<Item> items(List<Shown> truth) throws IOException {
        List<Item> items = new ArrayList<>();
        try (var jpegs = new Jpegs()) {
            for (Shown shown : truth) {
                Path file = folder.resolve("out").resolve(shown.path());
                Examined.Picture picture = picture(Files.readAllBytes(file), jpegs);
                if (picture.views().getFirst().hashed().matchable()) {
                    possible.add(shown.path());
                }
                items.add(new Item(items.size(), new Sha256(shown.sha256()), picture));
            }
        }
        return items;
    }

    private static Map<String, Integer> stack(List<Item> items, List<Shown> truth) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Stack> stacks = new Stacking(Negatives.NONE, 1, Cores.ONE).of(items).stacks();
        for (int i = 0; i < stacks.size(); i++) {
            for (Stack.Member member : stacks.get(i).members()) {
                numbers.put(truth.get((int) member.item().id()).path(), i);
            }
        }
        return numbers;
    }

    private static Examined.Picture picture(byte[] file, Jpegs jpegs) throws IOException {
        var image = jpegs.read(file);
        int[] pixels = Pixels.of(image);
        var values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Luma.of(pixels[i]);
        }
        var luma = new Luma(image.getWidth(), image.getHeight(), values);
        Pdq pdq = Pdq.of(luma);
        List<View> views = new ArrayList<>();
        views.add(new View(View.Kind.STORED, pdq.hashed(), pdq.turned()));
        views.addAll(Views.of(luma));
        return new Examined.Picture(
                "jpeg", luma.width(), luma.height(), 1, "test", views, List.of(), List.of());
    }
}
