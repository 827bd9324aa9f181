package vigie.sample.hashset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vigie.model.material.Sha256;
import vigie.sample.export.Asset;
import vigie.sample.export.JsonOut;
import vigie.sample.export.Workshop;
import vigie.sample.picture.PicturePlan.Plate;
import vigie.sample.picture.Transformation;

/// Writes which file shows what and what the sets say of it: `media.jsonl`, a line a picture or
/// clip, small pictures of clips and stickers included; and the sums, `media.json`.
///
/// `stack` is equal where two files show the same, a clip and its small picture included. `matched`
/// is what a program that sees everything would say: `alert`, `known`, `conflict` where the bytes are
/// in a set, `similar` where a picture in the alert set is a variant of it, else `unseen`.
final class MediaTruth {
    private final Workshop workshop;
    private final List<Plate> placed;
    private final Roles roles;
    private final Path root;
    private final Map<String, Long> files = sums();
    private final Map<String, Long> contents = sums();
    private final Set<String> stacks = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    MediaTruth(Workshop workshop, List<Plate> placed, Roles roles, Path root) {
        this.workshop = workshop;
        this.placed = placed;
        this.roles = roles;
        this.root = root;
    }

    private static Map<String, Long> sums() {
        var sums = new LinkedHashMap<String, Long>();
        for (String word : List.of("alert", "known", "conflict", "similar", "unseen")) {
            sums.put(word, 0L);
        }
        return sums;
    }

    void write(Path folder) throws IOException {
        try (var out = new JsonOut(Files.newOutputStream(folder.resolve("media.jsonl")), false)) {
            for (Plate plate : placed) {
                int drawn = plate.source() < 0 ? plate.number() : plate.source();
                String stack = (plate.clip() ? "clip " : "picture ") + drawn;
                String kind = plate.clip() ? "clip" : "picture";
                String how = plate.how() == null ? "drawn" : plate.how().word();
                String matched = matched(plate, roles.of(drawn));
                lines(out, new Asset.Picture(plate.number()), kind, stack, how, matched);
                if (plate.clip()) {
                    var thumb = new Asset.ClipThumb(plate.number());
                    lines(out, thumb, "thumbnail", stack, "frame", "unseen");
                }
            }
            for (int sticker : stickers()) {
                var thumb = new Asset.StickerThumb(sticker);
                lines(out, thumb, "thumbnail", "sticker " + sticker, "drawn", "unseen");
            }
        }
        try (var out = new JsonOut(Files.newOutputStream(folder.resolve("media.json")), false)) {
            out.object()
                    .field("schema", "vigie.sample.media/1")
                    .field("matched", files)
                    .field("matchedContents", contents)
                    .field("stacks", (long) stacks.size())
                    .endObject()
                    .line();
        }
    }

    private Iterable<Integer> stickers() {
        var numbers = new TreeMap<Integer, Path>();
        for (Asset asset : workshop.assets()) {
            if (asset instanceof Asset.StickerThumb(int number)) {
                numbers.put(number, root);
            }
        }
        return numbers.keySet();
    }

    private static String matched(Plate plate, Role role) {
        boolean bytes = plate.how() == null || plate.how() instanceof Transformation.Same;
        return switch (role) {
            case ALERT -> bytes ? "alert" : "similar";
            case CONFLICT -> bytes ? "conflict" : "similar";
            case SIMILAR -> "similar";
            case KNOWN -> bytes ? "known" : "unseen";
            case NONE -> "unseen";
        };
    }

    private void lines(
            JsonOut out, Asset asset, String kind, String stack, String how, String matched)
            throws IOException {
        String first = "";
        for (Path place : workshop.places(asset)) {
            String digest =
                    first.isEmpty() ? Sha256.of(Files.readAllBytes(place)).hex() : first;
            out.object()
                    .field("path", root.relativize(place).toString().replace('\\', '/'))
                    .field("sha256", digest)
                    .field("kind", kind)
                    .field("stack", stack)
                    .field("how", first.isEmpty() ? how : "copy")
                    .field("matched", matched)
                    .endObject()
                    .line();
            files.merge(matched, 1L, Long::sum);
            stacks.add(stack);
            if (seen.add(digest)) {
                contents.merge(matched, 1L, Long::sum);
            }
            first = digest;
        }
    }
}
