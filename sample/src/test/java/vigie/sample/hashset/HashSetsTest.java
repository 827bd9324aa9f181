package vigie.sample.hashset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.model.material.Sha256;
import vigie.sample.Progress;
import vigie.sample.SampleOperation;
import vigie.sample.Written;

final class HashSetsTest {
    private static final String HASH = "0f".repeat(32);

    @TempDir static Path folder = Path.of("");
    private static final Map<String, JsonNode> alert = new TreeMap<>();
    private static final Map<String, JsonNode> known = new TreeMap<>();
    private static final Map<String, JsonNode> truth = new TreeMap<>();

    @BeforeAll
    static void write() throws IOException {
        SampleOperation.Layout layout =
                SampleOperation.write(
                        folder.resolve("out"),
                        folder.resolve("truth"),
                        new SampleOperation.Sets(folder.resolve("sets"), _ -> Optional.of(HASH)),
                        SampleOperation.Size.SMALL,
                        Written.SEED,
                        Progress.NONE);
        for (HashSets.Written set : layout.sets()) {
            for (JsonNode media : json(Files.readString(set.file())).path("value")) {
                (set.kind().equals("alert") ? alert : known).put(sha256(media), media);
            }
        }
        for (String line : Files.readAllLines(layout.truth().resolve("media.jsonl"))) {
            JsonNode row = json(line);
            truth.put(row.path("path").asString(), row);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String sha256(JsonNode media) {
        return media.path("AlternativeHashes").get(0).path("HashValue").asString();
    }

    @Test
    void exports_are_the_same_with_sets_and_without() throws IOException {
        Path without = Written.FOLDER.resolve("out");
        try (var files = Files.walk(without)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path with = folder.resolve("out").resolve(without.relativize(file));
                assertEquals(-1, Files.mismatch(file, with), file.toString());
            }
        }
    }

    @Test
    void a_file_is_alert_or_known_exactly_where_a_set_has_its_bytes() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode row : truth.values()) {
            Path file = folder.resolve("out").resolve(row.path("path").asString());
            String digest = Sha256.of(Files.readAllBytes(file)).hex();
            assertEquals(digest, row.path("sha256").asString());
            boolean inAlert = alert.containsKey(digest);
            boolean inKnown = known.containsKey(digest);
            String matched = row.path("matched").asString();
            assertEquals(inAlert && inKnown, matched.equals("conflict"), row.toString());
            assertEquals(inAlert && !inKnown, matched.equals("alert"), row.toString());
            assertEquals(inKnown && !inAlert, matched.equals("known"), row.toString());
            counts.merge(matched, 1, Integer::sum);
        }
        JsonNode sums = json(Files.readString(folder.resolve("truth").resolve("media.json")));
        counts.forEach(
                (word, count) ->
                        assertEquals(count, sums.path("matched").path(word).asInt(), word));
        assertEquals(5, counts.size(), counts.toString());
    }

    @Test
    void some_entries_are_of_pictures_that_only_variants_are_here_of() {
        Set<String> exact = new HashSet<>();
        Set<String> similar = new HashSet<>();
        for (JsonNode row : truth.values()) {
            String stack = row.path("stack").asString();
            String matched = row.path("matched").asString();
            if (matched.equals("similar")) {
                similar.add(stack);
            } else if (!matched.equals("unseen")) {
                exact.add(stack);
            }
        }
        similar.removeAll(exact);
        assertTrue(similar.size() >= 4, similar.toString());
    }

    @Test
    void some_entries_are_of_pictures_that_are_not_here() {
        Set<String> here = new HashSet<>();
        truth.values().forEach(row -> here.add(row.path("sha256").asString()));
        assertTrue(known.keySet().stream().filter(digest -> !here.contains(digest)).count() >= 2);
    }

    @Test
    void each_set_is_of_its_version_and_names_nothing_but_drawings() throws IOException {
        String two = Files.readString(folder.resolve("sets").resolve("alert-vics-2.0.json"));
        String one = Files.readString(folder.resolve("sets").resolve("known-vics-1.3.json"));
        assertTrue(json(two).path("@odata.context").asString().endsWith("$metadata#Media"));
        assertTrue(json(one).path("odata.metadata").asString().endsWith("1.3.xml#Media"));
        for (JsonNode media : alert.values()) {
            assertEquals("drawn shapes for tests", media.path("Comments").asString());
            String md5 = media.path("MD5").asString();
            assertEquals(md5.toUpperCase(Locale.ROOT), md5);
            boolean clip = media.path("MimeType").asString().equals("video/mp4");
            assertEquals(clip ? 1 : 2, media.path("AlternativeHashes").size());
        }
    }

    @Test
    void sets_may_not_lie_among_the_evidence() {
        Path out = folder.resolve("other");
        var sets = new SampleOperation.Sets(out.resolve("sets"), PictureHash.NONE);
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        SampleOperation.write(
                                out,
                                folder.resolve("other-truth"),
                                sets,
                                SampleOperation.Size.SMALL,
                                1,
                                Progress.NONE));
    }
}
