package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Who is not on a case gets nothing of it from any verb, and is not told whether there is one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionTest {
    private static final String STRANGER = "somebody.else";

    private Path work = Path.of("");
    private Cli cli = new Cli(work);

    @BeforeAll
    void a_case(@TempDir Path folder) throws IOException, InterruptedException {
        work = folder;
        cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
    }

    @AfterAll
    void all_of_it_verifies() throws IOException, InterruptedException {
        cli.done("verify", "--case", "K");
    }

    @Test
    void every_verb_about_a_case_refuses_who_is_not_on_it_as_if_there_were_none()
            throws IOException, InterruptedException {
        Path file = Files.writeString(work.resolve("a.txt"), "tomates");
        for (List<String> verb :
                List.of(
                        List.of("take", file.toString()),
                        List.of("status"),
                        List.of("find", "tomates"),
                        List.of("verify"),
                        List.of("verify", "--without-key"),
                        List.of("rebuild"),
                        List.of("checkpoint"),
                        List.of("proof", "0"),
                        List.of("acts", "--operator", "7"))) {
            assertEquals(refused(verb, "K"), refused(verb, "Q").replace(" Q ", " K "));
        }
        assertTrue(cli.done("case", "list", "--as", STRANGER).out().isBlank());
        assertEquals(
                3,
                cli.run(
                                "case",
                                "new",
                                "K",
                                "--as",
                                STRANGER,
                                "--basis",
                                FirstCaseTest.basis().toString())
                        .exit());
    }

    private String refused(List<String> verb, String name)
            throws IOException, InterruptedException {
        var words = new java.util.ArrayList<>(verb);
        words.addAll(1, List.of("--case", name, "--as", STRANGER));
        Cli.Result result = cli.run(words.toArray(String[]::new));
        assertEquals(3, result.exit(), result::toString);
        assertEquals("", result.out());
        return result.err()
                .lines()
                .filter(line -> line.startsWith("Refused"))
                .findFirst()
                .orElse("");
    }

    @Test
    void a_ledger_that_no_longer_says_who_is_on_the_case_is_reported_and_not_hidden()
            throws IOException, InterruptedException {
        Path entries = cli.home().resolve("ledger/K/entries");
        byte[] whole = Files.readAllBytes(entries);
        String text = new String(whole, StandardCharsets.UTF_8);
        for (String altered :
                List.of(
                        text.replace("\"operator\":\"local\"", "\"operator\":\"mocal\""),
                        text.replace("\"kind\":\"basis\"", "\"kind\":\"bases\""),
                        text.replace("\"kind\":\"basis\"", "\"kind\":\"b\"asis\""),
                        text.substring(0, text.indexOf('\n') + 1))) {
            Files.writeString(entries, altered);
            Cli.Result result = cli.run("verify", "--case", "K");
            Files.write(entries, whole);
            assertEquals(4, result.exit(), result::toString);
        }
    }

    @Test
    void only_who_is_on_every_case_splits_the_master_key_and_each_ledger_says_so()
            throws IOException, InterruptedException {
        Cli own = new Cli(work.resolve("shared"));
        String basis = FirstCaseTest.basis().toString();
        own.done("case", "new", "A", "--basis", basis, "--as", "anna");
        String[] split = {"key", "shares", "--of", "3", "--need", "2", "--as", "anna"};
        own.done(split);
        String entries = Files.readString(own.home().resolve("ledger/A/entries"));
        assertTrue(entries.contains("\"kind\":\"key-shares\""), entries);
        own.done("verify", "--case", "A", "--as", "anna");
        own.done("case", "new", "B", "--basis", basis, "--as", "bert");
        for (String actor : List.of("anna", "bert", "local")) {
            split[split.length - 1] = actor;
            Cli.Result result = own.run(split);
            assertEquals(3, result.exit(), result::toString);
            assertEquals("", result.out());
            assertFalse(result.err().contains("case A"), result::toString);
        }
        assertEquals(entries, Files.readString(own.home().resolve("ledger/A/entries")));
    }
}
