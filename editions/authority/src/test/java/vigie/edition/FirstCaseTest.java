package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From public exports to a verified, searchable case, as a person does it.
class FirstCaseTest {
    private static final Path SHARED =
            Path.of(System.getProperty("vigie.shared", "../../../shared"));
    private static final Path ROOT = Path.of(System.getProperty("vigie.root", "../.."));
    private static final List<String> VERSIONS =
            List.of(
                    "telegram_2020-01",
                    "telegram_2021-05",
                    "telegram_2021-06_supergroup",
                    "telegram_2023-01",
                    "telegram_2023-08",
                    "telegram_2024-01",
                    "telegram_2024-05_boosts_file-name_etc");

    @TempDir Path work = Path.of("");

    @Test
    void every_version_of_an_export_is_taken_read_found_verified_and_rebuilt()
            throws IOException, InterruptedException {
        Path exports = SHARED.resolve("data/chats/telegram");
        assumeTrue(Files.isDirectory(exports), "needs the public samples in " + exports);
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", basis().toString());

        long elements = 0;
        JsonNode status = cli.done("status", "--case", "K", "--json").json();
        for (String version : VERSIONS) {
            elements += elements(exports.resolve(version).resolve("result.json"));
            status =
                    cli.done("take", "--case", "K", exports.resolve(version).toString(), "--json")
                            .json();
            assertEquals(
                    elements,
                    status.get("messages").asLong()
                            + status.get("events").asLong()
                            + status.get("parse").get("unsupported").asLong(),
                    version);
            assertEquals(0, status.get("parse").get("skipped").asLong(), version);
        }
        String digest = status.get("stateDigest").asString();

        JsonNode again =
                cli.done(
                                "take",
                                "--case",
                                "K",
                                exports.resolve(VERSIONS.getFirst()).toString(),
                                "--json")
                        .json();
        assertEquals(digest, again.get("stateDigest").asString(), "taken twice");
        assertEquals(status.get("exhibits"), again.get("exhibits"), "taken twice");

        JsonNode rebuilt = cli.done("rebuild", "--case", "K", "--json").json();
        assertEquals(digest, rebuilt.get("stateDigest").asString(), "rebuilt");
        assertEquals("vigie.status/1", rebuilt.get("schema").asString());

        assertEquals(
                List.of(
                        "telegram:chat:123123123 telegram:channel:8112233",
                        "telegram:chat:123123123 telegram:channel:123123123"),
                links(status));
        assertEquals(status.get("migrations"), again.get("migrations"), "taken twice");
        assertEquals(status.get("migrations"), rebuilt.get("migrations"), "rebuilt");
        String words = cli.done("status", "--case", "K").out();
        assertTrue(
                words.contains("2 pairs of conversations that an export calls one group"), words);
        assertTrue(words.contains("telegram:chat:123123123 (My Group) became"), words);

        JsonNode found = cli.done("find", "--case", "K", "stuff", "--json").json();
        assertTrue(found.get("total").asLong() > 0, found::toString);
        JsonNode russian = cli.done("find", "--case", "K", "видел", "--json").json();
        assertTrue(russian.get("total").asLong() > 0, russian::toString);

        assertEquals(0, cli.run("verify", "--case", "K").exit());
        Path entries = cli.home().resolve("ledger/K/entries");
        flipAndVerify(cli, entries, "entr");
        Path stored = someFile(cli.home().resolve("vault/K"));
        flipAndVerify(cli, stored, stored.getFileName().toString());
        assertEquals(0, cli.run("verify", "--case", "K").exit(), "put back");
    }

    @Test
    void an_export_that_states_both_ids_of_a_group_links_them_and_a_lie_links_nothing()
            throws IOException, InterruptedException {
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", basis().toString());
        JsonNode lie = take(cli, "lie", group(7, "\"actor_id\":\"chat7\""));
        assertEquals(0, lie.get("migrations").get("count").asInt());
        JsonNode group = take(cli, "group", group(5, "\"actor_id\":\"channel6\""));
        assertEquals(List.of("telegram:chat:5 telegram:channel:6"), links(group));
        JsonNode merged = take(cli, "supergroup", SUPERGROUP);
        assertEquals(List.of("telegram:chat:5 telegram:channel:6"), links(merged));

        JsonNode link = merged.get("migrations").get("listed").get(0);
        assertEquals("Garden", link.get("fromName").asString());
        assertEquals("Garden club", link.get("toName").asString());
        assertEquals(2, link.get("exhibits").asInt());
        assertEquals(false, link.get("contradicted").asBoolean());
        assertEquals(3, merged.get("conversations").asInt());
        assertEquals(5, merged.get("parse").get("read").asInt());
        JsonNode rebuilt = cli.done("rebuild", "--case", "K", "--json").json();
        assertEquals(merged.get("stateDigest"), rebuilt.get("stateDigest"));
        assertEquals(merged.get("migrations"), rebuilt.get("migrations"));
    }

    private static final String SUPERGROUP =
            """
            {"name":"Garden club","type":"private_supergroup","id":6,"messages":[
             {"id":-999999998,"type":"service","date":"2024-05-01T09:00:00",
              "actor":"Garden","actor_id":"chat5","action":"edit_group_title","title":"Garden club"}]}
            """;

    private static String group(int id, String actor) {
        return """
               {"name":"Garden","type":"private_group","id":%d,"messages":[
                {"id":1,"type":"message","date":"2024-05-01T08:00:00","from":"Rosa",
                 "from_id":"user1","text":"We move to a larger group"},
                {"id":2,"type":"service","date":"2024-05-01T09:00:00","actor":"Garden",%s,
                 "action":"migrate_from_group","title":"Garden"}]}
               """
                .formatted(id, actor);
    }

    private JsonNode take(Cli cli, String name, String export)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve(name));
        Files.writeString(folder.resolve("result.json"), export);
        return cli.done("take", "--case", "K", folder.toString(), "--json").json();
    }

    private static List<String> links(JsonNode status) {
        List<String> links = new ArrayList<>();
        for (JsonNode link : status.get("migrations").get("listed")) {
            links.add(link.get("from").asString() + " " + link.get("to").asString());
        }
        assertEquals(links.size(), status.get("migrations").get("count").asInt());
        return links;
    }

    private static void flipAndVerify(Cli cli, Path file, String named)
            throws IOException, InterruptedException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        assertNotEquals(bytes[bytes.length / 2], changed[bytes.length / 2]);
        Files.write(file, changed);
        Cli.Result result = cli.run("verify", "--case", "K");
        Files.write(file, bytes);
        assertEquals(4, result.exit(), result::toString);
        assertTrue((result.out() + result.err()).contains(named), result::toString);
    }

    private static Path someFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().length() >= 32)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long elements(Path export) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readString(export));
        if (root.has("messages")) {
            return root.get("messages").size();
        }
        long elements = 0;
        for (String list : List.of("chats", "left_chats")) {
            for (JsonNode chat : root.path(list).path("list")) {
                elements += chat.path("messages").size();
            }
        }
        return elements;
    }

    static Path basis() {
        return ROOT.resolve("docs/manual/examples/basis.yaml");
    }
}
