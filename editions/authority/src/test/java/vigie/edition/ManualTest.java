package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command of the manual is run as it stands there, and every file that it quotes is the
/// file.
class ManualTest {
    private static final Path MANUAL =
            Path.of(System.getProperty("vigie.root", "../..")).resolve("docs/manual");
    private static final List<String> PAGES =
            List.of("first-case.md", "proof.md", "keeping.md", "users.md");
    private static final Pattern QUOTED =
            Pattern.compile("<!-- file: (\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir Path work = Path.of("");

    @Test
    void commands_do_what_the_manual_says() throws IOException, InterruptedException {
        copy(MANUAL.resolve("examples"), work.resolve("examples"));
        Cli cli = new Cli(work.resolve("home"));
        int commands = 0;
        for (String page : PAGES) {
            for (String line : Files.readAllLines(MANUAL.resolve(page))) {
                if (line.startsWith("$ ./vigie ")) {
                    List<String> words = words(line.substring("$ ./vigie ".length()));
                    Cli.Result result = cli.run(words.toArray(String[]::new));
                    assertEquals(0, result.exit(), page + ": " + line + "\n" + result);
                    assertTrue(!result.out().isBlank(), page + ": " + line);
                    commands++;
                }
            }
        }
        assertTrue(commands > 10, commands + " commands were found");
    }

    @Test
    void files_that_the_manual_quotes_are_the_files() throws IOException {
        int quoted = 0;
        try (var pages = Files.list(MANUAL)) {
            for (Path page :
                    (Iterable<Path>) pages.filter(p -> p.toString().endsWith(".md"))::iterator) {
                Matcher quote = QUOTED.matcher(Files.readString(page));
                while (quote.find()) {
                    assertEquals(
                            Files.readString(MANUAL.resolve(quote.group(1))),
                            quote.group(2),
                            page + " quotes " + quote.group(1));
                    quoted++;
                }
            }
        }
        assertTrue(quoted > 0);
    }

    /// Splits as a shell does, single quotes only; paths are those of the working folder.
    private List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            boolean path = text.startsWith("examples/") || text.equals("checkpoint.txt");
            words.add(path ? work.resolve(text).toString() : text);
        }
        return words;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(folder)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(file, to.resolve(from.relativize(file)));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
