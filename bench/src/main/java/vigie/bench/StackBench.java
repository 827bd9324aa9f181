package vigie.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.View;
import vigie.media.near.Negatives;
import vigie.media.near.search.Cores;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.Luma;
import vigie.media.pdq.Pdq;
import vigie.media.stack.Because;
import vigie.media.stack.Item;
import vigie.media.stack.Stack;
import vigie.media.stack.Stacking;
import vigie.media.view.Views;
import vigie.model.material.Sha256;
import vigie.sample.Progress;
import vigie.sample.SampleOperation;
import vigie.sample.hashset.PictureHash;
import vigie.sample.picture.Jpegs;
import vigie.sample.picture.Pixels;
import vigie.sample.truth.StackScore;
import vigie.sample.truth.StackScore.Shown;

/// Stacks the pictures of a sample operation and compares with its truth.
///
/// Arguments: a folder, which is written where it is not there yet; `small` or `operation`; a seed.
/// Pictures are decoded by the JDK, clips by cutting the JPEG files out of them that the sample put
/// in, one a second: this measures stacks, not decoding.
public final class StackBench {
    private static final int FRAMES_A_SECOND = 4;

    private long viewNanos;
    private long views;
    private final Map<Long, String> paths = new HashMap<>();
    private final Map<String, Boolean> possible = new HashMap<>();

    private StackBench() {}

    /// Runs it.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (!Files.exists(folder.resolve("truth").resolve("media.jsonl"))) {
            SampleOperation.write(
                    folder.resolve("exports"),
                    folder.resolve("truth"),
                    new SampleOperation.Sets(folder.resolve("sets"), hash()),
                    SampleOperation.Size.valueOf(
                            arguments[1].toUpperCase(java.util.Locale.ROOT)),
                    Long.parseLong(arguments[2]),
                    Progress.NONE);
        }
        new StackBench().run(folder, System.out);
    }

    private static PictureHash hash() {
        return jpeg -> {
            try (var jpegs = new Jpegs()) {
                Hashed hashed = Pdq.of(luma(jpegs.read(jpeg))).hashed();
                return hashed.matchable()
                        ? java.util.Optional.of(hashed.hash().toString())
                        : java.util.Optional.empty();
            }
        };
    }

    private void run(Path folder, PrintStream out) throws IOException {
        List<Shown> truth = StackScore.read(folder.resolve("truth"));
        List<Item> items = new ArrayList<>();
        Map<String, Examined> byDigest = new HashMap<>();
        long start = cpu();
        try (var jpegs = new Jpegs()) {
            for (Shown shown : truth) {
                Examined examined = byDigest.get(shown.sha256());
                if (examined == null) {
                    byte[] file =
                            Files.readAllBytes(folder.resolve("exports").resolve(shown.path()));
                    examined = shown.kind().equals("clip") ? clip(file, jpegs) : still(file, jpegs);
                    byDigest.put(shown.sha256(), examined);
                }
                long id = items.size();
                items.add(new Item(id, new Sha256(shown.sha256()), examined));
                paths.put(id, shown.path());
                possible.put(
                        shown.path(),
                        !(examined instanceof Examined.Picture picture)
                                || picture.views().getFirst().hashed().matchable());
            }
        }
        out.printf(
                "%,d files, %,d contents, read, decoded and hashed in %.1f s of one core;"
                        + " views: %.2f ms a picture%n",
                items.size(),
                byDigest.size(),
                (cpu() - start) / 1e9,
                viewNanos / 1e6 / views);
        start = cpu();
        Stacking.Stacked stacked = new Stacking(Negatives.NONE, 1, Cores.ONE).of(items);
        out.printf("stacked in %.2f s of one core%n", (cpu() - start) / 1e9);
        print(truth, stacked, out);
    }

    /// CPU time of this thread, which a busy machine does not change much.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void print(List<Shown> truth, Stacking.Stacked stacked, PrintStream out) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Because> why = new HashMap<>();
        for (int i = 0; i < stacked.stacks().size(); i++) {
            for (Stack.Member member : stacked.stacks().get(i).members()) {
                String path = paths.getOrDefault(member.item().id(), "");
                numbers.put(path, i);
                why.put(path, member.because());
            }
        }
        StackScore score =
                StackScore.of(truth, numbers, path -> possible.getOrDefault(path, false));
        out.printf(
                "stacks: %,d, in truth %,d; flooded %d; false merges: %d files%n",
                score.stacks(),
                score.expected(),
                stacked.flooded().size(),
                score.merged().size());
        score.merged().forEach(path -> out.println("  merged: " + path + " " + why.get(path)));
        score.byHow()
                .forEach(
                        (how, share) ->
                                out.printf(
                                        "%-11s %5d of %5d (%.1f %%), of quality 50 %5d of %5d"
                                                + " (%.1f %%)%n",
                                        how,
                                        share.right(),
                                        share.all(),
                                        100.0 * share.right() / share.all(),
                                        share.rightOfPossible(),
                                        share.possible(),
                                        100.0 * share.rightOfPossible() / share.possible()));
    }

    private Examined still(byte[] file, Jpegs jpegs) throws IOException {
        BufferedImage image = jpegs.read(file);
        Luma luma = luma(image);
        Pdq pdq = Pdq.of(luma);
        List<View> all = new ArrayList<>();
        all.add(new View(View.Kind.STORED, pdq.hashed(), pdq.turned()));
        long start = cpu();
        all.addAll(Views.of(luma));
        viewNanos += cpu() - start;
        views++;
        return new Examined.Picture(
                "jpeg",
                image.getWidth(),
                image.getHeight(),
                1,
                "bench",
                all,
                List.of(),
                List.of());
    }

    private static Examined clip(byte[] file, Jpegs jpegs) throws IOException {
        List<Examined.Frame> frames = new ArrayList<>();
        int number = 0;
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at + 2 < file.length; at++) {
            if (file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xD8 && file[at + 2] == -1) {
                if (number % FRAMES_A_SECOND == 0) {
                    image = jpegs.read(java.util.Arrays.copyOfRange(file, at, file.length));
                    Hashed hashed = Pdq.of(luma(image)).hashed();
                    frames.add(new Examined.Frame(number, 250L * number, hashed));
                }
                number++;
            }
        }
        return new Examined.Clip(
                "mp4",
                image.getWidth(),
                image.getHeight(),
                250L * number,
                "bench",
                frames,
                List.of());
    }

    private static Luma luma(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        var values = new float[pixels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Luma.of(pixels[i]);
        }
        return new Luma(image.getWidth(), image.getHeight(), values);
    }
}
