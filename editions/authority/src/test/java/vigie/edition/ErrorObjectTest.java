package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With `--json`, every verb that is refused, fails or is misused ends with one object that says
/// so.
class ErrorObjectTest {
    @TempDir Path work = Path.of("");

    private Cli cli = new Cli(work);

    @BeforeEach
    void makeCase() throws IOException, InterruptedException {
        cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
    }

    /// One way, of each verb, not to be done, after the exit code that it ends with.
    private List<List<String>> undone() throws IOException {
        Path there = Files.createDirectories(work.resolve("there"));
        String basis = FirstCaseTest.basis().toString();
        return List.of(
                List.of("3", "case", "new", "K", "--basis", basis),
                List.of("2", "case", "list", "--loud"),
                List.of("3", "take", "--case", "Q", basis),
                List.of("3", "status", "--case", "Q"),
                List.of("2", "find", "--case", "K", "--limit", "0", "tomates"),
                List.of("3", "verify", "--case", "Q"),
                List.of("3", "rebuild", "--case", "Q"),
                List.of("1", "checkpoint", "--case", "K", "--out", there.toString()),
                List.of("2", "proof", "--case", "K", "999"),
                List.of("3", "acts", "--case", "Q", "--operator", "7"),
                List.of("2", "demo", "--sample", there.toString()),
                List.of("2", "serve", "--address", "192.0.2.1"),
                List.of("2", "user", "add", "nobody"),
                List.of("2", "doctor", "--loud"),
                List.of("2", "key", "shares", "--of", "2", "--need", "3"),
                List.of("3", "key", "recover"),
                List.of("2", "hash", "--loud"),
                List.of("3", "match", "--case", "Q"),
                List.of("3", "sets", "lookup", "--case", "Q", "00".repeat(16)),
                List.of("2", "lab", "link", basis, "--truth", "nobody"));
    }

    @Test
    void every_verb_ends_with_the_error_as_its_one_object()
            throws IOException, InterruptedException {
        Set<String> tried = new TreeSet<>();
        for (List<String> undone : undone()) {
            List<String> words = new ArrayList<>(undone.subList(1, undone.size()));
            words.add("--json");
            tried.add(words.getFirst());
            int exit = Integer.parseInt(undone.getFirst());
            Cli.Result result = cli.run(words.toArray(String[]::new));
            assertEquals(exit, result.exit(), words + ": " + result);
            assertEquals(1, result.out().lines().count(), words + ": " + result);
            assertEquals("vigie.error/1", result.json().get("schema").asString());
            assertEquals(exit, result.json().get("exit").asInt(), words + ": " + result);
            String message = result.json().get("message").asString();
            assertTrue(!message.isBlank() && result.err().contains(message), words + ": " + result);
            assertEquals(3, result.json().size());
            words.removeLast();
            assertEquals("", cli.run(words.toArray(String[]::new)).out().replace("\n", ""));
        }
        Set<String> verbs = new TreeSet<>();
        String help = cli.help();
        Matcher verb =
                Pattern.compile("(?m)^  ([a-z]+) ")
                        .matcher(help.substring(help.indexOf("Commands:")));
        while (verb.find()) {
            verbs.add(verb.group(1));
        }
        verbs.remove("help");
        assertEquals(verbs, tried);
    }

    @Test
    void words_that_name_no_verb_end_with_it_too() throws IOException, InterruptedException {
        for (String[] words : new String[][] {{"nothing", "--json"}, {"case", "--json"}}) {
            Cli.Result result = cli.run(words);
            assertEquals(2, result.exit(), result::toString);
            assertEquals(2, result.json().get("exit").asInt(), result::toString);
        }
    }

    @Test
    void what_is_found_altered_is_an_answer_and_not_an_error()
            throws IOException, InterruptedException {
        Path entries = cli.home().resolve("ledger/K/entries");
        String whole = Files.readString(entries);
        Files.write(entries, whole.replace("local", "mocal").getBytes(StandardCharsets.UTF_8));
        Cli.Result result = cli.run("verify", "--case", "K", "--json");
        assertEquals(4, result.exit(), result::toString);
        assertEquals("vigie.verify/1", result.json().get("schema").asString());
    }
}
