package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Users and members of cases, as the command line keeps them.
class UserVerbTest {
    @TempDir Path work = Path.of("");

    @Test
    void roles_hold_for_who_acts_and_a_link_is_shown_once()
            throws IOException, InterruptedException {
        Cli cli = new Cli(work.resolve("home"));
        cli.done("case", "new", "K", "--basis", FirstCaseTest.basis().toString());
        JsonNode added = cli.done("user", "add", "nora", "--role", "head", "--json").json();
        String token = added.get("link").asString().substring("/link/".length());
        assertEquals(43, token.length());
        try (Stream<Path> files = Files.walk(cli.home())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                assertFalse(
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains(token),
                        () -> file + " keeps the link");
            }
        }
        cli.done("user", "add", "hugo", "--role", "investigator");
        cli.done("case", "admit", "--case", "K", "nora");
        cli.done("case", "admit", "--case", "K", "hugo", "--as", "nora");
        assertEquals(
                3,
                cli.done("case", "members", "--case", "K", "--as", "hugo", "--json")
                        .json()
                        .get("members")
                        .size());
        assertEquals(2, cli.run("case", "admit", "--case", "K", "nobody").exit());
        assertEquals(3, cli.run("case", "dismiss", "--case", "K", "nora", "--as", "hugo").exit());
        assertEquals(3, cli.run("user", "add", "x", "--role", "head", "--as", "nora").exit());
        assertEquals(2, cli.run("user", "add", "x", "--role", "king").exit());
        cli.done("case", "dismiss", "--case", "K", "hugo", "--as", "nora");
        assertEquals(3, cli.run("status", "--case", "K", "--as", "hugo").exit());
        cli.done("user", "deactivate", "nora");
        assertEquals(3, cli.run("status", "--case", "K", "--as", "nora").exit());
        Cli.Result register = cli.done("verify", "--register", "--json");
        assertTrue(register.json().get("intact").asBoolean());
        assertEquals(2, cli.run("verify").exit());
        assertEquals(0, cli.run("verify", "--case", "K").exit());
    }
}
