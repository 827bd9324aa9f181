package vigie.sample.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import vigie.model.material.Sha256;
import vigie.sample.clip.Clips;
import vigie.sample.clip.Ogg;
import vigie.sample.clip.Papers;
import vigie.sample.clip.Sticker;
import vigie.sample.dice.Dice;
import vigie.sample.picture.Jpegs;
import vigie.sample.picture.PicturePlan.Plate;
import vigie.sample.picture.Scene;
import vigie.sample.picture.Transformation;

/// Makes the files of exports, several at a time. What a file holds depends on the seed and the
/// asset alone.
public final class Workshop {
    private final long seed;
    private final List<Plate> plates;
    private final Map<Asset, List<Path>> wanted = new HashMap<>();
    private final Map<Asset, Asset.Made> made = new ConcurrentHashMap<>();

    /// A workshop for the pictures of a plan.
    public Workshop(long seed, List<Plate> plates) {
        this.seed = seed;
        this.plates = List.copyOf(plates);
    }

    /// Asks for a file.
    public void want(Asset asset, Path path) {
        wanted.computeIfAbsent(asset, _ -> new ArrayList<>()).add(path);
    }

    /// Where each asset lies, in the order of asking.
    public List<Path> places(Asset asset) {
        return List.copyOf(wanted.getOrDefault(asset, List.of()));
    }

    /// What was asked for.
    public Set<Asset> assets() {
        return Set.copyOf(wanted.keySet());
    }

    /// Makes every file that was asked for.
    ///
    /// @param progress told how many assets were made so far
    public Map<Asset, Asset.Made> make(IntConsumer progress) throws IOException {
        var done = new AtomicInteger();
        for (Path folder :
                wanted.values().stream()
                        .flatMap(List::stream)
                        .map(Path::getParent)
                        .distinct()
                        .toList()) {
            Files.createDirectories(folder);
        }
        // What derives from a picture is made from the file of that picture.
        for (boolean derived : new boolean[] {false, true}) {
            List<Asset> round =
                    wanted.keySet().stream()
                            .filter(asset -> !(asset instanceof Asset.ClipThumb))
                            .filter(asset -> derives(asset) == derived)
                            .toList();
            run(round, done, progress);
        }
        return Map.copyOf(made);
    }

    /// How many assets there are to make.
    public int size() {
        return (int) wanted.keySet().stream().filter(a -> !(a instanceof Asset.ClipThumb)).count();
    }

    private boolean derives(Asset asset) {
        return asset instanceof Asset.Picture(int number) && plates.get(number).source() >= 0;
    }

    private void run(List<Asset> round, AtomicInteger done, IntConsumer progress)
            throws IOException {
        var next = new AtomicInteger();
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(
                        pool.submit(
                                () -> {
                                    try (var jpegs = new Jpegs()) {
                                        for (int k = next.getAndIncrement();
                                                k < round.size();
                                                k = next.getAndIncrement()) {
                                            make(round.get(k), jpegs);
                                            progress.accept(done.incrementAndGet());
                                        }
                                    }
                                    return null;
                                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException("a file of the sample could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    private void make(Asset asset, Jpegs jpegs) throws IOException {
        switch (asset) {
            case Asset.Picture(int number) -> {
                Plate plate = plates.get(number);
                if (plate.how() != null) {
                    derive(asset, plate, plate.how(), jpegs);
                } else if (plate.clip()) {
                    clip(number, jpegs);
                } else {
                    Dice dice = Dice.of(seed, "picture", number);
                    int quality = dice.between(58, 90);
                    var image = new Scene(dice).draw();
                    byte[] bytes = jpegs.write(image, quality);
                    keep(asset, bytes, image.getWidth(), image.getHeight(), 0, quality);
                }
            }
            case Asset.ClipThumb _ -> throw new IllegalStateException("made with its clip");
            case Asset.Voice(int seconds, int serial) ->
                    keep(asset, Ogg.silence(seconds, serial), 0, 0, seconds, 0);
            case Asset.Sticker(int number) -> keep(asset, Sticker.of(number), 512, 512, 0, 0);
            case Asset.StickerThumb(int number) -> {
                var image = Scene.sized(Dice.of(seed, "sticker", number), 128, 128).draw();
                keep(asset, jpegs.write(image, 70), 128, 128, 0, 70);
            }
            case Asset.Note(int number) -> keep(asset, Papers.note(number), 0, 0, 0, 0);
            case Asset.Card(String first, String last, String phone) ->
                    keep(asset, Papers.card(first, last, phone), 0, 0, 0, 0);
        }
    }

    private void clip(int number, Jpegs jpegs) throws IOException {
        Clips.Clip clip = Clips.draw(Dice.of(seed, "clip", number), jpegs);
        keep(
                new Asset.Picture(number),
                clip.file(),
                clip.width(),
                clip.height(),
                clip.seconds(),
                60);
        keep(new Asset.ClipThumb(number), clip.first(), clip.width(), clip.height(), 0, 60);
    }

    private void derive(Asset asset, Plate plate, Transformation how, Jpegs jpegs)
            throws IOException {
        var source = new Asset.Picture(plate.source());
        byte[] bytes = Files.readAllBytes(places(source).getFirst());
        Asset.Made before = known(source);
        if (plate.clip()) {
            keep(asset, bytes, before.width(), before.height(), before.seconds(), 60);
            var thumb = new Asset.ClipThumb(plate.source());
            byte[] small = Files.readAllBytes(places(thumb).getFirst());
            keep(
                    new Asset.ClipThumb(plate.number()),
                    small,
                    before.width(),
                    before.height(),
                    0,
                    60);
        } else if (how instanceof Transformation.Same) {
            keep(asset, bytes, before.width(), before.height(), 0, before.quality());
        } else {
            int quality =
                    how instanceof Transformation.Recompress(int chosen)
                            ? chosen
                            : Dice.of(seed, "derived", plate.number()).between(70, 92);
            var image = how.apply(jpegs.read(bytes));
            byte[] written = jpegs.write(image, quality);
            keep(asset, written, image.getWidth(), image.getHeight(), 0, quality);
        }
    }

    private Asset.Made known(Asset asset) {
        Asset.Made known = made.get(asset);
        if (known == null) {
            throw new IllegalStateException("not made: " + asset);
        }
        return known;
    }

    private void keep(Asset asset, byte[] bytes, int width, int height, int seconds, int quality)
            throws IOException {
        for (Path path : places(asset)) {
            Files.write(path, bytes);
        }
        made.put(
                asset,
                new Asset.Made(
                        bytes.length, width, height, seconds, quality, Sha256.of(bytes).hex()));
    }
}
