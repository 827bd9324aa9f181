package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample operation goes the whole way, and the case counts what the ground truth counts.
class DemoTest {
    @TempDir Path work = Path.of("");

    @Test
    void the_case_counts_what_the_ground_truth_counts() throws IOException, InterruptedException {
        Cli cli = new Cli(work.resolve("home"));
        Path sample = work.resolve("sample");
        Cli.Result run =
                cli.done(
                        "demo",
                        "--size",
                        "small",
                        "--no-serve",
                        "--json",
                        "--sample",
                        sample.toString());
        JsonNode status = run.json();
        JsonNode truth =
                JsonMapper.shared().readTree(Files.readString(sample.resolve("truth/counts.json")));
        JsonNode expected = truth.get("total");
        Map<String, JsonNode> ours =
                Map.ofEntries(
                        Map.entry("exhibits", status.get("exhibits")),
                        Map.entry("read", status.get("parse").get("read")),
                        Map.entry("repaired", status.get("parse").get("repaired")),
                        Map.entry("skipped", status.get("parse").get("skipped")),
                        Map.entry("unsupported", status.get("parse").get("unsupported")),
                        Map.entry("unknown", status.get("parse").get("unknown")),
                        Map.entry("partial", status.get("parse").get("partial")),
                        Map.entry("gaps", status.get("parse").get("gaps")),
                        Map.entry("accounts", status.get("accounts")),
                        Map.entry("conversations", status.get("conversations")),
                        Map.entry("messages", status.get("messages")),
                        Map.entry("events", status.get("events")),
                        Map.entry("mediaFiles", status.get("media").get("files")),
                        Map.entry("mediaReferenced", status.get("media").get("referenced")),
                        Map.entry("mediaAbsent", status.get("media").get("absent")),
                        Map.entry("overlapping", status.get("copies").get("overlapping")),
                        Map.entry("oneSided", status.get("copies").get("oneSided")));
        ours.forEach(
                (name, count) -> assertEquals(expected.get(name).asLong(), count.asLong(), name));

        JsonNode facts =
                JsonMapper.shared().readTree(Files.readString(sample.resolve("truth/media.json")));
        JsonNode matched = status.get("media").get("matched");
        for (String exact : List.of("alert", "known", "conflict")) {
            assertEquals(
                    facts.get("matchedContents").get(exact).asLong(),
                    matched.get(exact).asLong(),
                    exact + " in " + matched);
        }
        // What is like something is found by likeness: most of it, and nothing else.
        long similar = facts.get("matchedContents").get("similar").asLong();
        long found = matched.get("similar").asLong();
        assertTrue(found > 0 && found <= similar, found + " of " + similar);
        long stacks = status.get("stacks").asLong();
        long apart = facts.get("stacks").asLong();
        assertTrue(stacks >= apart, "copies are missed, never merged: " + stacks + ", " + apart);
        assertTrue(stacks <= apart * 1.05, stacks + " stacks, " + apart + " in truth");
        assertEquals(
                2, cli.done("sets", "list", "--json").json().get("sets").size(), "its two sets");

        assertEquals(0, cli.run("verify", "--case", "demo-small").exit());
        try (Stream<Path> files = Files.walk(cli.home())) {
            assertTrue(
                    files.noneMatch(file -> file.getFileName().toString().contains("truth")),
                    "the truth lies outside the home");
        }
        JsonNode member = cli.done("case", "list", "--as", "claire.morel", "--json").json();
        assertEquals("demo-small", member.get("cases").get(0).get("name").asString());
        JsonNode users = cli.done("user", "list", "--json").json().get("users");
        assertEquals(3, users.size());
        assertEquals("Claire Morel", users.get(0).get("name").asString());
        assertEquals("investigator", users.get(0).get("role").asString());
        assertEquals("head", users.get(2).get("role").asString());
        assertEquals(
                0,
                cli.done("case", "list", "--as", "nobody.here", "--json")
                        .json()
                        .get("cases")
                        .size());
    }
}
