package vigie.sample.hashset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vigie.sample.dice.Dice;
import vigie.sample.export.Asset;
import vigie.sample.export.Workshop;
import vigie.sample.picture.Jpegs;
import vigie.sample.picture.PicturePlan.Plate;
import vigie.sample.picture.Scene;

/// Writes an alert set and a known set over drawn pictures, some in both, some that the operation
/// holds only as variants, some that it does not hold.
public final class HashSets {
    /// A category that a unit gave a meaning of its own, beyond those of the national schemes.
    private static final int LOOK_FOR = 7;

    /// What national schemes number as of no interest.
    private static final int OF_NO_INTEREST = 5;

    /// Better than any picture of the operation is written, so that no export holds these bytes.
    private static final int ELSEWHERE = 95;

    private final long seed;
    private final Workshop workshop;
    private final PictureHash hash;
    private final List<Plate> placed;
    private final Roles roles;

    /// A set file.
    ///
    /// @param kind `alert` or `known`
    public record Written(Path file, String name, String kind) {}

    /// Sets over what a workshop made.
    public HashSets(
            long seed,
            List<Plate> plates,
            Map<Asset, Asset.Made> made,
            Workshop workshop,
            PictureHash hash) {
        this.seed = seed;
        this.workshop = workshop;
        this.hash = hash;
        placed =
                plates.stream()
                        .filter(plate -> made.containsKey(new Asset.Picture(plate.number())))
                        .toList();
        roles = new Roles(seed, placed);
    }

    /// Writes both into a folder.
    public List<Written> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Entry> alert = new ArrayList<>();
        List<Entry> known = new ArrayList<>();
        try (var jpegs = new Jpegs()) {
            for (Map.Entry<Integer, Role> one : roles.all().entrySet()) {
                Entry entry = entry(one.getKey(), one.getValue(), jpegs);
                if (one.getValue().alert()) {
                    alert.add(entry);
                }
                if (one.getValue().known()) {
                    known.add(entry);
                }
            }
            absent(alert, "absent from all, looked for", jpegs);
            absent(known, "absent from all, known", jpegs);
        }
        Dice.of(seed, "order of sets").shuffle(alert);
        Dice.of(seed, "order of sets").shuffle(known);
        Path two = folder.resolve("alert-vics-2.0.json");
        Path one = folder.resolve("known-vics-1.3.json");
        Vics.two(two, alert, LOOK_FOR);
        Vics.one(one, known, OF_NO_INTEREST);
        return List.of(
                new Written(two, "sample-alert", "alert"),
                new Written(one, "sample-known", "known"));
    }

    private Entry entry(int number, Role role, Jpegs jpegs) throws IOException {
        byte[] bytes =
                Files.readAllBytes(workshop.places(new Asset.Picture(number)).getFirst());
        if (role == Role.SIMILAR) {
            bytes = jpegs.write(jpegs.read(bytes), ELSEWHERE);
        }
        boolean mp4 = bytes.length > 8 && bytes[4] == 'f' && bytes[5] == 't';
        return Entry.of(bytes, mp4 ? Entry.MP4 : Entry.JPEG, hash);
    }

    /// Adds a tenth of pictures that no export holds, in no form.
    private void absent(List<Entry> entries, String name, Jpegs jpegs) throws IOException {
        int count = 2 + entries.size() / 10;
        for (int i = 0; i < count; i++) {
            byte[] bytes = jpegs.write(new Scene(Dice.of(seed, name, i)).draw(), ELSEWHERE);
            entries.add(Entry.of(bytes, Entry.JPEG, hash));
        }
    }

    /// Writes what a program should find, below the folder of the truth.
    ///
    /// @param root the folder of all exports
    public void truth(Path root, Path folder) throws IOException {
        new MediaTruth(workshop, placed, roles, root).write(folder);
    }
}
