package vigie.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.sample.compose.Slots.Slot;
import vigie.sample.export.Asset;
import vigie.sample.export.ExportWriter;
import vigie.sample.export.JsonOut;
import vigie.sample.export.Tally;
import vigie.sample.export.Workshop;
import vigie.sample.hashset.HashSets;
import vigie.sample.hashset.PictureHash;
import vigie.sample.picture.PicturePlan;
import vigie.sample.picture.PicturePlan.Plate;

/// Writes a benign operation with the proportions of a real one: the exports of six accounts and
/// chats, their legal bases, and, elsewhere, the ground truth.
///
/// The same size and seed give the same bytes with the same JDK; another JDK may draw and compress
/// pictures otherwise.
public final class SampleOperation {
    /// How large the operation is.
    public enum Size {
        /// 73,000 messages, 23,000 pictures and clips, 10,000 members.
        OPERATION(73_000, 23_000, 600, 10_000, 25),
        /// A fiftieth of it.
        SMALL(1_460, 460, 12, 200, 5);

        private final int messages;
        private final int files;
        private final int clips;
        private final int members;
        private final int privateChats;

        Size(int messages, int files, int clips, int members, int privateChats) {
            this.messages = messages;
            this.files = files;
            this.clips = clips;
            this.members = members;
            this.privateChats = privateChats;
        }

        /// How many messages, those of several copies counted in each.
        public int messages() {
            return messages;
        }

        /// How many pictures and clips lie on disk, without the small pictures of clips and
        /// without stickers.
        public int files() {
            return files;
        }

        /// About how many of them are clips.
        public int clips() {
            return clips;
        }

        /// How many accounts of people take part.
        public int members() {
            return members;
        }

        int privateChats() {
            return privateChats;
        }
    }

    /// A folder to take, and the statement of the basis under which it was obtained.
    public record Intake(Path folder, Path basis) {}

    /// Where everything lies.
    ///
    /// @param intakes       what to take, in order
    /// @param investigators a JSON file with the names of users
    /// @param truth         the folder of the ground truth
    /// @param expected      what a reader of all intakes should count
    /// @param sets          hash sets, where they were asked for
    public record Layout(
            List<Intake> intakes,
            Path investigators,
            Path truth,
            Counts expected,
            List<HashSets.Written> sets) {
        public Layout {
            intakes = List.copyOf(intakes);
            sets = List.copyOf(sets);
        }
    }

    /// Which hash sets to write besides.
    ///
    /// @param folder for the sets, outside the exports and the truth
    /// @param hash   what computes perceptual hashes for them
    public record Sets(Path folder, PictureHash hash) {}

    private SampleOperation() {}

    /// Writes the operation without hash sets.
    public static Layout write(Path out, Path truth, Size size, long seed, Progress progress)
            throws IOException {
        return write(out, truth, null, size, seed, progress);
    }

    /// Writes the operation.
    ///
    /// @param out   a folder for the exports, empty or not there yet
    /// @param truth a folder for the ground truth, neither inside `out` nor around it
    /// @param sets  the hash sets to write; null for none
    /// @throws IllegalArgumentException where the folders do not fit
    public static Layout write(
            Path out, Path truth, @Nullable Sets sets, Size size, long seed, Progress progress)
            throws IOException {
        Path root = out.toAbsolutePath().normalize();
        Path facts = truth.toAbsolutePath().normalize();
        if (root.startsWith(facts) || facts.startsWith(root)) {
            throw new IllegalArgumentException("the ground truth must lie elsewhere than " + root);
        }
        if (sets != null) {
            separate(sets.folder(), root, facts);
        }
        empty(root);
        empty(facts);
        progress.at("plan", 0, 1);
        var design = new Design(size, seed);
        List<Slot> slots = design.slots().all();
        List<Long> dates = slots.stream().map(Slot::at).toList();
        var writers = new ArrayList<ExportWriter>();
        var placed = new BitSet();
        for (var export : design.exports()) {
            var writer = new ExportWriter(export, dates);
            writers.add(writer);
            for (Asset asset : writer.files().values()) {
                if (asset instanceof Asset.Picture(int number)) {
                    placed.set(number);
                }
            }
        }
        progress.at("plan", 1, 1);
        List<Plate> plates = PicturePlan.of(seed, slots, placed);
        var workshop = new Workshop(seed, plates);
        for (ExportWriter writer : writers) {
            Path folder = root.resolve(writer.export().folder());
            writer.files().forEach((path, asset) -> workshop.want(asset, folder.resolve(path)));
        }
        int total = workshop.size();
        Map<Asset, Asset.Made> made = workshop.make(done -> progress.at("pictures", done, total));
        Map<ExportWriter, Tally> tallies = new LinkedHashMap<>();
        for (ExportWriter writer : writers) {
            progress.at("chats", tallies.size(), writers.size());
            tallies.put(writer, writer.write(root.resolve(writer.export().folder()), made));
        }
        progress.at("chats", writers.size(), writers.size());
        Papers.bases(root, design);
        Path investigators = root.resolve("investigators.json");
        investigators(investigators);
        progress.at("truth", 0, 1);
        Counts expected =
                new Truth(design, tallies, plates, made, workshop, root, size, seed).write(facts);
        List<HashSets.Written> written = List.of();
        if (sets != null) {
            var hashSets = new HashSets(seed, plates, made, workshop, sets.hash());
            written = hashSets.write(sets.folder());
            hashSets.truth(root, facts);
        }
        progress.at("truth", 1, 1);
        var intakes = new ArrayList<Intake>();
        for (var export : design.exports()) {
            intakes.add(
                    new Intake(
                            root.resolve(export.folder()),
                            root.resolve(export.basis()).resolve("basis.yaml")));
        }
        return new Layout(intakes, investigators, facts, expected, written);
    }

    /// Evidence is what lies among the exports, and hash sets are none.
    private static void separate(Path folder, Path root, Path facts) {
        Path sets = folder.toAbsolutePath().normalize();
        if (sets.startsWith(root) || sets.startsWith(facts) || root.startsWith(sets)) {
            throw new IllegalArgumentException("hash sets must lie elsewhere than " + root);
        }
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException("not an empty folder: " + folder);
            }
        }
    }

    private static void investigators(Path file) throws IOException {
        try (var out = new JsonOut(Files.newOutputStream(file), false)) {
            out.object()
                    .field("schema", "vigie.sample.investigators/1")
                    .field("investigators", List.of("claire.morel", "hugo.bernard"))
                    .field("head", "nora.lambert")
                    .endObject()
                    .line();
        }
    }
}
