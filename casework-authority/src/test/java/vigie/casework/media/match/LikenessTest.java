package vigie.casework.media.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.media.Match;
import vigie.casework.media.MediaStore.Result;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;
import vigie.media.sets.HashSets;
import vigie.media.sets.ImportOrder;
import vigie.media.sets.SetInfo;
import vigie.media.sets.SetKind;
import vigie.media.sets.SetLibrary;

/// What items are like, with made-up hashes in real sets.
class LikenessTest {
    @TempDir Path folder;

    /// Hashes of which no two are alike.
    private static List<PdqHash> hashes(int seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PdqHash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(
                    new PdqHash(
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong(),
                            random.nextLong()));
        }
        return hashes;
    }

    private static PdqHash turned(PdqHash hash, int bits) {
        return new PdqHash(hash.w0() ^ (1L << bits) - 1, hash.w1(), hash.w2(), hash.w3());
    }

    private static Examined clip(List<PdqHash> frames) {
        List<Examined.Frame> all = new ArrayList<>();
        for (PdqHash hash : frames) {
            all.add(new Examined.Frame(all.size(), 1000L * all.size(), new Hashed(hash, 100)));
        }
        return new Examined.Clip("mp4", 640, 480, 1000L * all.size(), "none", all, List.of());
    }

    private static Examined picture(PdqHash hash) {
        var view = new Examined.View(Examined.View.Kind.STORED, new Hashed(hash, 100), List.of());
        return new Examined.Picture(
                "jpeg", 640, 480, 1, "none", List.of(view), List.of(), List.of());
    }

    private void set(String name, SetKind kind, List<Path> files) throws IOException {
        ImportOrder order = ImportOrder.of(SetInfo.Label.of(name, kind), files);
        SetLibrary.open(folder.resolve("sets"), Clock.systemUTC()).run(order, _ -> {});
    }

    /// A list of frames as the official tool writes it.
    private Path video(String name, int quality, List<PdqHash> frames) throws IOException {
        List<String> lines = new ArrayList<>();
        for (PdqHash hash : frames) {
            lines.add("%d,%d,%s,%d.0".formatted(lines.size(), quality, hash, lines.size()));
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, lines);
    }

    private Path pictures(String name, List<PdqHash> hashes) throws IOException {
        List<String> lines = new ArrayList<>(List.of("pdq,note"));
        hashes.forEach(hash -> lines.add(hash + ",a garden"));
        return Files.write(folder.resolve(name), lines);
    }

    private List<String> like(Examined examined) throws IOException {
        try (HashSets sets = HashSets.open(folder.resolve("sets"))) {
            return Likeness.of(sets)
                    .of(List.of(new Result(7, examined)))
                    .getOrDefault(7, List.of())
                    .stream()
                    .map(LikenessTest::said)
                    .toList();
        }
    }

    private static String said(Near near) {
        Match.Shares shares = near.shares();
        return near.by()
                + " "
                + near.distance()
                + (shares == null ? "" : " " + shares.ofFile() + " " + shares.ofListed());
    }

    @Test
    void a_clip_is_like_a_listed_video_by_the_share_of_frames_of_either() throws IOException {
        List<PdqHash> frames = hashes(1, 10);
        set("videos", SetKind.ALERT, List.of(video("pond.txt", 100, frames)));
        assertEquals(List.of("vpdq 0 100 100"), like(clip(frames)));
        assertEquals(List.of("vpdq 0 100 30"), like(clip(frames.subList(0, 3))));
        List<PdqHash> longer = new ArrayList<>(frames);
        longer.addAll(hashes(2, 30));
        assertEquals(List.of("vpdq 0 25 100"), like(clip(longer)));
        // Eight frames of ten of each are the least.
        List<PdqHash> eight = new ArrayList<>(frames.subList(0, 8));
        eight.addAll(hashes(3, 2));
        assertEquals(List.of("vpdq 0 80 80"), like(clip(eight)));
        List<PdqHash> seven = new ArrayList<>(frames.subList(0, 7));
        seven.addAll(hashes(3, 3));
        assertEquals(List.of(), like(clip(seven)));
    }

    @Test
    void one_frame_that_is_near_does_not_make_a_clip_like_a_video() throws IOException {
        set("videos", SetKind.ALERT, List.of(video("pond.txt", 100, hashes(1, 10))));
        List<PdqHash> other = new ArrayList<>(hashes(2, 9));
        other.add(hashes(1, 10).getLast());
        assertEquals(List.of(), like(clip(other)));
    }

    @Test
    void frames_are_alike_up_to_31_bits() throws IOException {
        List<PdqHash> frames = hashes(1, 5);
        set("videos", SetKind.ALERT, List.of(video("pond.txt", 100, frames)));
        assertEquals(
                List.of("vpdq 31 100 100"),
                like(clip(frames.stream().map(hash -> turned(hash, 31)).toList())));
        assertEquals(List.of(), like(clip(frames.stream().map(hash -> turned(hash, 32)).toList())));
    }

    @Test
    void listed_hashes_of_low_quality_are_not_compared() throws IOException {
        List<PdqHash> frames = hashes(1, 5);
        set("videos", SetKind.ALERT, List.of(video("pond.txt", 49, frames)));
        assertEquals(List.of(), like(clip(frames)));
        assertEquals(List.of(), like(picture(frames.getFirst())));
    }

    @Test
    void two_videos_of_the_same_name_are_two() throws IOException {
        List<PdqHash> pond = hashes(1, 10);
        List<PdqHash> hedge = hashes(2, 10);
        set(
                "videos",
                SetKind.ALERT,
                List.of(video("a/clip.txt", 100, pond), video("b/clip.txt", 100, hedge)));
        assertEquals(List.of("vpdq 0 100 100"), like(clip(pond)));
        List<PdqHash> both = new ArrayList<>(pond);
        both.addAll(hedge);
        assertEquals(List.of("vpdq 0 50 100", "vpdq 0 50 100"), like(clip(both)));
    }

    @Test
    void a_frame_that_is_near_a_listed_picture_is_told_as_no_more() throws IOException {
        List<PdqHash> frames = hashes(1, 10);
        set("pictures", SetKind.ALERT, List.of(pictures("gardens.csv", frames.subList(4, 5))));
        set("videos", SetKind.ALERT, List.of(video("pond.txt", 100, frames)));
        assertEquals(List.of("vpdq 0 100 100", "frame 0"), like(clip(frames)));
        assertEquals(List.of("pdq 5", "pdq 5"), like(picture(turned(frames.get(4), 5))));
    }

    @Test
    void a_still_of_a_long_quiet_video_is_found_however_many_frames_are_near() throws IOException {
        PdqHash still = hashes(1, 1).getFirst();
        List<PdqHash> frames = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            for (int k = 0; k < 60; k++) {
                frames.add(new PdqHash(still.w0() ^ 1L << i, still.w1() ^ 1L << k, 0, 0));
            }
        }
        set("videos", SetKind.ALERT, List.of(video("pond.txt", 100, frames)));
        assertEquals(List.of("pdq 2"), like(picture(new PdqHash(still.w0(), still.w1(), 0, 0))));
    }

    @Test
    void what_is_near_a_negative_hash_is_in_no_share() throws IOException {
        List<PdqHash> frames = hashes(1, 10);
        set("videos", SetKind.ALERT, List.of(video("pond.txt", 100, frames)));
        set("logo", SetKind.NEGATIVE, List.of(pictures("logo.csv", frames.subList(0, 6))));
        assertEquals(List.of(), like(clip(frames.subList(0, 6))));
        assertEquals(List.of("vpdq 0 100 25"), like(clip(frames.subList(5, 7))));
        assertEquals(List.of(), like(picture(frames.getFirst())));
    }
}
