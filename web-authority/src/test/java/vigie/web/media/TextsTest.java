package vigie.web.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts of the screen, alike in every language.
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<String> LANGUAGES = List.of("fr", "en", "ar");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");
    private static final Pattern ASKED =
            Pattern.compile("#\\{(?:\\$\\{'([a-zA-Z.-]+)'|([a-zA-Z][a-zA-Z0-9.-]*))");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z-]+)*\\.?)\"");

    private static Properties texts(Path folder, String name, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in =
                Files.newBufferedReader(folder.resolve(name + "_" + language + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }

    private static Properties texts(String language) throws IOException {
        return texts(RESOURCES, "messages-media", language);
    }

    @Test
    void every_language_says_the_same_with_the_same_arguments() throws IOException {
        Properties english = texts("en");
        for (String language : LANGUAGES) {
            Properties other = texts(language);
            assertEquals(english.stringPropertyNames(), other.stringPropertyNames(), language);
            for (String key : english.stringPropertyNames()) {
                assertEquals(
                        arguments(english.getProperty(key)),
                        arguments(other.getProperty(key)),
                        language + " " + key);
                assertTrue(!other.getProperty(key).isBlank(), language + " " + key);
            }
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_key_that_is_asked_for_exists_and_every_key_is_asked_for() throws IOException {
        Set<String> keys = new TreeSet<>(texts("en").stringPropertyNames());
        Set<String> shared =
                texts(Path.of("../web/src/main/resources"), "messages", "en").stringPropertyNames();
        Set<String> asked = new TreeSet<>();
        for (String template : files(RESOURCES.resolve("templates"), ".html")) {
            ASKED.matcher(template)
                    .results()
                    .forEach(
                            found ->
                                    asked.add(
                                            found.group(1) == null
                                                    ? found.group(2)
                                                    : found.group(1)));
        }
        Set<String> missing =
                asked.stream()
                        .filter(one -> !shared.contains(one))
                        .filter(one -> keys.stream().noneMatch(key -> fits(key, one)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
        for (String java : files(Path.of("src/main/java"), ".java")) {
            IN_JAVA.matcher(java).results().forEach(found -> asked.add(found.group(1)));
        }
        Set<String> unused =
                keys.stream()
                        .filter(
                                key ->
                                        asked.stream()
                                                .noneMatch(
                                                        one ->
                                                                fits(key, one)
                                                                        || key.startsWith(
                                                                                one + ".")))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
        keys.retainAll(shared);
        assertEquals(Set.of(), keys);
    }

    private static boolean fits(String key, String asked) {
        return asked.endsWith(".") ? key.startsWith(asked) : key.equals(asked);
    }

    private static List<String> files(Path root, String ending) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(one -> one.toString().endsWith(ending)).toList()) {
                files.add(Files.readString(file));
            }
        }
        return files;
    }
}
