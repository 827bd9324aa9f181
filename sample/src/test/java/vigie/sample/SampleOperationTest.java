package vigie.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.model.material.Sha256;

final class SampleOperationTest {
    @TempDir Path folder;
    static final SampleOperation.Layout layout = Written.small();
    static Map<String, Recount> recounts = new TreeMap<>();

    @BeforeAll
    static void count() throws IOException {
        for (SampleOperation.Intake intake : layout.intakes()) {
            recounts.put(name(out().relativize(intake.folder())), new Recount(intake.folder()));
        }
    }

    private static Path out() {
        return Written.FOLDER.resolve("out");
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static Recount recount(String name) {
        return Objects.requireNonNull(recounts.get(name), name);
    }

    private static List<JsonNode> truth(String file) throws IOException {
        var rows = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(layout.truth().resolve(file))) {
            rows.add(JsonMapper.shared().readTree(line));
        }
        return rows;
    }

    private static Map<String, Sha256> digests(Path root) throws IOException {
        var digests = new TreeMap<String, Sha256>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(name(root.relativize(file)), Sha256.of(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    @Test
    void the_same_seed_gives_the_same_bytes() throws IOException {
        SampleOperation.write(
                folder.resolve("out"),
                folder.resolve("truth"),
                SampleOperation.Size.SMALL,
                Written.SEED,
                Progress.NONE);
        assertEquals(digests(Written.FOLDER), digests(folder));
    }

    @Test
    void another_seed_gives_other_people_and_other_chats() {
        var one = new Design(SampleOperation.Size.SMALL, Written.SEED);
        var two = new Design(SampleOperation.Size.SMALL, Written.SEED + 1);
        assertNotEquals(one.population(), two.population());
        assertNotEquals(
                one.exports().getLast().views().getFirst().entries(),
                two.exports().getLast().views().getFirst().entries());
    }

    @Test
    void the_sizes_are_exactly_as_promised() throws IOException {
        assertEquals(1460, layout.expected().messages());
        assertEquals(460, truth("pictures.jsonl").size());
        long clips =
                truth("pictures.jsonl").stream()
                        .filter(row -> row.path("kind").asString().equals("clip"))
                        .count();
        assertTrue(clips >= 12, clips + " clips");
        long accounts =
                truth("people.jsonl").stream().mapToLong(row -> row.path("accounts").size()).sum();
        assertEquals(200, accounts);
    }

    @Test
    void the_counts_of_the_truth_are_those_of_the_files() throws IOException {
        JsonNode counts = truth("counts.json").getFirst();
        for (JsonNode row : counts.path("exports")) {
            String name = row.path("folder").asString();
            Recount recount = recount(name);
            assertEquals(recount.messages, row.path("messages").asLong(), name);
            assertEquals(recount.events, row.path("events").asLong(), name);
            assertEquals(recount.unsupported, row.path("unsupported").asLong(), name);
            assertEquals(recount.repaired, row.path("repaired").asLong(), name);
            assertEquals(recount.gaps, row.path("gaps").asLong(), name);
            assertEquals(recount.conversations.size(), row.path("conversations").asInt(), name);
            assertEquals(recount.files.size(), row.path("mediaFiles").asInt(), name);
            assertEquals(recount.referenced, row.path("mediaReferenced").asLong(), name);
            assertEquals(recount.absent, row.path("mediaAbsent").asLong(), name);
            assertEquals(digests(recount.folder).size(), row.path("files").asInt(), name);
        }
        assertEquals(recounts.size(), counts.path("exports").size());
    }

    @Test
    void the_totals_are_those_of_all_files_together() throws IOException {
        Counts expected = layout.expected();
        var authors = new TreeSet<String>();
        var mentioned = new TreeSet<String>();
        recounts.values().forEach(recount -> authors.addAll(recount.authors));
        recounts.values().forEach(recount -> mentioned.addAll(recount.mentioned));
        JsonNode counts = truth("counts.json").getFirst();
        String pseudonym = counts.path("pseudonym").asString().replace("telegram:user:", "user");
        assertTrue(authors.remove(pseudonym));
        mentioned.remove(pseudonym);
        mentioned.removeAll(authors);
        assertEquals(Set.of(), mentioned);
        assertEquals(expected.accounts(), authors.size());
        assertEquals(
                expected.read(), expected.messages() + expected.events() + expected.unsupported());
        long orders =
                digests(out()).keySet().stream().filter(path -> path.endsWith(".pdf")).count();
        long files =
                recounts.values().stream().mapToLong(recount -> recount.files.size() + 1).sum();
        assertEquals(expected.exhibits(), files + orders);
        JsonNode total = counts.path("total");
        expected.byName()
                .forEach((name, value) -> assertEquals(value, total.path(name).asLong(), name));
        assertTrue(expected.repaired() > 0);
        assertTrue(expected.unsupported() > 0);
        assertTrue(expected.mediaAbsent() > 0);
        assertEquals(Recount.gapsOfAll(recounts.values()), expected.gaps());
        assertTrue(expected.gaps() > 0);
    }

    @Test
    void what_one_copy_lacks_is_what_the_truth_says() throws IOException {
        var found = new HashSet<String>();
        var seen = new TreeMap<String, List<String>>();
        recounts.forEach(
                (name, recount) ->
                        recount.conversations.keySet().stream()
                                .filter(key -> !key.startsWith("user"))
                                .forEach(
                                        key ->
                                                seen.computeIfAbsent(key, _ -> new ArrayList<>())
                                                        .add(name)));
        int overlapping = 0;
        for (Map.Entry<String, List<String>> entry : seen.entrySet()) {
            if (entry.getValue().size() < 2) {
                continue;
            }
            overlapping++;
            assertEquals(2, entry.getValue().size());
            for (int i = 0; i < 2; i++) {
                String holder = entry.getValue().get(i);
                String other = entry.getValue().get(1 - i);
                NavigableSet<Long> range = recount(other).ids(entry.getKey());
                for (long id : recount(holder).ids(entry.getKey())) {
                    if (id > range.first() && id < range.last() && !range.contains(id)) {
                        found.add(entry.getKey() + " " + id + " " + holder + " " + other);
                    }
                }
            }
        }
        var told = new HashSet<String>();
        for (JsonNode row : truth("overlaps.jsonl")) {
            told.add(
                    row.path("conversation").asString().replace("telegram:channel:", "channel")
                            + " "
                            + row.path("message").asLong()
                            + " "
                            + row.path("held").asString()
                            + " "
                            + row.path("lacking").asString());
        }
        assertEquals(told, found);
        assertEquals(layout.expected().oneSided(), found.size());
        assertEquals(layout.expected().overlapping(), overlapping);
    }

    @Test
    void statements_stand_in_the_messages_that_the_truth_names() throws IOException {
        int handles = 0;
        for (JsonNode row : truth("statements.jsonl")) {
            Recount recount = recount(row.path("export").asString());
            String conversation =
                    row.path("conversation").asString().substring("telegram:".length());
            JsonNode post =
                    Objects.requireNonNull(
                            recount.posts.get(
                                    conversation.replace(":", "")
                                            + " "
                                            + row.path("message").asLong()));
            assertEquals(
                    row.path("account").asString().replace("telegram:user:", "user"),
                    post.path("from_id").asString());
            String kind = row.path("kind").asString();
            if (kind.equals("new-account") || kind.equals("handle") || kind.equals("phone")) {
                assertTrue(post.toString().contains(row.path("value").asString()), kind);
                handles++;
            }
        }
        assertTrue(handles > 3, "few handles and numbers: " + handles);
    }

    @Test
    void the_vocabulary_is_wide() {
        var words = new TreeSet<String>();
        recounts.values().forEach(recount -> words.addAll(recount.vocabulary));
        for (String word :
                List.of(
                        "migrate_to_supergroup",
                        "migrate_from_group",
                        "join_group_by_link",
                        "create_channel",
                        "create_group",
                        "pin_message",
                        "phone_call",
                        "edit_group_photo",
                        "set_messages_ttl",
                        "invite_members",
                        "send_payment",
                        "web_app_bot_allowed",
                        "saved_messages",
                        "bot_chat",
                        "personal_chat",
                        "private_group",
                        "private_supergroup",
                        "public_supergroup",
                        "private_channel",
                        "public_channel",
                        "mention",
                        "phone",
                        "forwarded_from",
                        "forwarded_from_id",
                        "edited",
                        "reactions",
                        "poll",
                        "location_information",
                        "contact_information",
                        "voice_message",
                        "sticker",
                        "video_file",
                        "author",
                        "reply_to_message_id")) {
            assertTrue(words.contains(word), word + " in " + words);
        }
    }

    @Test
    void every_picture_decodes_and_sizes_vary() throws IOException {
        var sizes = new HashSet<String>();
        for (JsonNode row : truth("pictures.jsonl")) {
            if (row.path("kind").asString().equals("clip")) {
                continue;
            }
            Path file = out().resolve(row.path("path").asString());
            BufferedImage image = ImageIO.read(file.toFile());
            assertEquals(row.path("width").asInt(), image.getWidth());
            assertEquals(row.path("height").asInt(), image.getHeight());
            assertEquals(row.path("size").asLong(), Files.size(file));
            sizes.add(image.getWidth() + "x" + image.getHeight());
        }
        assertTrue(sizes.size() > 25, sizes.size() + " sizes");
    }

    @Test
    void paths_hold_nothing_that_a_file_system_refuses() throws IOException {
        for (String path : digests(out()).keySet()) {
            assertTrue(path.matches("[A-Za-z0-9_@./() -]+"), path);
            assertTrue(path.length() < 180, path);
        }
    }

    @Test
    void the_truth_may_not_lie_with_the_exports() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        SampleOperation.write(
                                folder.resolve("three"),
                                folder.resolve("three").resolve("truth"),
                                SampleOperation.Size.SMALL,
                                1,
                                Progress.NONE));
    }

    @Test
    void a_folder_that_is_not_empty_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        SampleOperation.write(
                                out(),
                                folder.resolve("four"),
                                SampleOperation.Size.SMALL,
                                1,
                                Progress.NONE));
    }

    @Test
    void each_basis_stands_beside_its_exports_with_its_order() throws IOException {
        for (SampleOperation.Intake intake : layout.intakes()) {
            assertEquals(intake.folder().getParent(), intake.basis().getParent());
            String basis = Files.readString(intake.basis());
            assertTrue(basis.contains("document: order.pdf"));
            assertTrue(Files.isRegularFile(intake.basis().resolveSibling("order.pdf")));
            assertEquals(basis.contains("exporter: pseudonym"), basis.contains("telegram:user:"));
        }
        assertTrue(Files.readString(layout.investigators()).contains("\"head\""));
    }
}
