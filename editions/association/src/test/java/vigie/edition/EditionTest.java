package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.casework.home.Home;
import vigie.model.casefile.Refusal;

/// What the association edition consists of: rooms, routes, verbs, tables and libraries, listed in
/// `contents.txt`. Whatever is added to it is added there, knowingly (`-Dvigie.draw=true`).
class EditionTest {
    private static final Path CONTENTS = Path.of("src/test/resources/contents.txt");

    /// What an association may not hold, nor what opens it.
    private static final Pattern MEDIA =
            Pattern.compile("media|imageio|ffmpeg|metadata-extractor|sqlite|jpeg|libheif");

    private final JavaClasses vigie =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("vigie");

    @TempDir Path work = Path.of("");

    @Test
    void it_consists_of_what_is_listed() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        rooms().forEach(room -> lines.add("room " + room));
        verbs().forEach(verb -> lines.add("verb " + verb));
        Routes.of(vigie).forEach(route -> lines.add("route " + route));
        tables().forEach(table -> lines.add("table " + table));
        libraries().forEach(library -> lines.add("library " + library));
        if (Boolean.getBoolean("vigie.draw")) {
            Files.createDirectories(CONTENTS.getParent());
            Files.write(CONTENTS, lines);
        }
        assertEquals(
                String.join("\n", Files.readAllLines(CONTENTS)),
                String.join("\n", lines),
                "if it is meant: mvn -pl editions/association -am test -Dvigie.draw=true"
                        + " -Dtest=EditionTest -Dsurefire.failIfNoSpecifiedTests=false");
    }

    @Test
    void nothing_of_media_is_in_its_artifact() throws IOException {
        assertEquals(
                List.of(),
                vigie.stream()
                        .map(type -> type.getPackageName() + ".")
                        .filter(name -> name.contains(".media."))
                        .distinct()
                        .toList());
        assertEquals(
                List.of(),
                libraries().stream().filter(library -> MEDIA.matcher(library).find()).toList());
        assertNull(EditionTest.class.getResource("/db/media/V1__exposure.sql"));
        assertNull(EditionTest.class.getResource("/db/media/V2__assignment.sql"));
        assertNull(EditionTest.class.getResource("/vigie/store/media/media.sql"));
    }

    @Test
    void its_homes_and_those_of_the_authority_refuse_each_others_program() throws IOException {
        Home.make(work.resolve("one"), "association").close();
        Home.make(work.resolve("two"), "authority").close();
        assertThrows(Refusal.class, () -> Home.enter(work.resolve("one"), "authority"));
        assertThrows(Refusal.class, () -> Home.enter(work.resolve("two"), "association"));
    }

    @Test
    void its_program_says_so_and_refuses_the_home_of_an_authority()
            throws IOException, InterruptedException {
        Home.make(work.resolve("home"), "authority").close();
        Run run = run("--home", work.resolve("home").toString(), "case", "list");
        assertEquals(3, run.exit(), run::toString);
        assertTrue(run.said().contains("this program is the edition association"), run::toString);
    }

    private Set<String> rooms() {
        Set<String> rooms = new TreeSet<>();
        vigie.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> type.getPackageName().replaceFirst("(vigie\\.sample).*", "$1"))
                .forEach(rooms::add);
        return rooms;
    }

    private List<String> verbs() throws IOException, InterruptedException {
        String help = run("help").said();
        Matcher verb =
                Pattern.compile("(?m)^  ([a-z]+) ")
                        .matcher(help.substring(help.indexOf("Commands:")));
        return verb.results().map(found -> found.group(1)).sorted().toList();
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (String script :
                List.of(
                        "/db/vigie/V1__cases.sql",
                        "/db/vigie/V2__users.sql",
                        "/db/vigie/V3__saved_searches.sql",
                        "/vigie/store/rows/derived.sql")) {
            try (var in = EditionTest.class.getResourceAsStream(script)) {
                String words =
                        new String(
                                java.util.Objects.requireNonNull(in, script).readAllBytes(),
                                StandardCharsets.UTF_8);
                Pattern.compile("CREATE TABLE (\\S+)")
                        .matcher(words)
                        .results()
                        .forEach(found -> tables.add(found.group(1)));
            }
        }
        return tables;
    }

    /// What ships beside our own, without versions: as the build resolved it.
    private static Set<String> libraries() throws IOException {
        Pattern shipped = Pattern.compile("\\s+([^:]+):([^:]+):jar:.*");
        Set<String> libraries = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("target/shipped.txt"))) {
            Matcher found = shipped.matcher(line);
            if (found.matches() && !found.group(1).equals("org.vigie")) {
                libraries.add(found.group(1) + ":" + found.group(2));
            }
        }
        return libraries;
    }

    private record Run(int exit, String said) {}

    /// Runs the program as a person does.
    private static Run run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        shippedClasses(),
                        "vigie.cli.Main"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private static String shippedClasses() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(place -> !place.toLowerCase(Locale.ROOT).contains("test-classes"))
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }
}
