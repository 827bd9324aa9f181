package vigie.web.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each language is one file, and each file says everything.
class LanguagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");

    /// A key in a template, or the fixed beginning of one that is put together.
    private static final Pattern IN_TEMPLATES =
            Pattern.compile("(?:#\\{|text\\()(?:(?:\\$\\{)?'([a-zA-Z.-]+)'|([a-zA-Z][a-zA-Z.-]*))");

    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z-]+)*\\.?)\"");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    /// Text between two tags that no attribute of the first one replaces.
    private static final Pattern WORDS =
            Pattern.compile("<([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>\\s*([^<\\s][^<]*)<");

    private static final Map<String, Properties> FILES = files();

    @Test
    void every_language_has_the_same_keys() {
        Set<String> english = keys("en");
        for (String language : VisitorLocale.LANGUAGES) {
            assertEquals(english, keys(language), language);
        }
    }

    @Test
    void every_text_takes_the_same_arguments_in_every_language() {
        List<String> differing = new ArrayList<>();
        for (String key : keys("en")) {
            Set<String> wanted = arguments("en", key);
            for (String language : VisitorLocale.LANGUAGES) {
                if (!arguments(language, key).equals(wanted)) {
                    differing.add(language + " " + key);
                }
            }
        }
        assertEquals(List.of(), differing);
    }

    @Test
    void nothing_is_left_in_another_language() {
        List<String> untranslated = new ArrayList<>();
        for (String key : keys("en")) {
            String english = text("en", key);
            if (Pattern.compile("\\p{IsLatin}{4,}\\s").matcher(english).find()
                    && text("ar", key).equals(english)) {
                untranslated.add("ar " + key);
            }
            if (english.split(" ").length > 2 && text("fr", key).equals(english)) {
                untranslated.add("fr " + key);
            }
        }
        assertEquals(List.of(), untranslated);
    }

    @Test
    void every_key_that_is_asked_for_exists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String asked : askedByTemplates()) {
            if (keys("en").stream().noneMatch(key -> fits(key, asked))) {
                missing.add(asked);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_key_is_asked_for() throws IOException {
        Set<String> asked = new TreeSet<>(askedByTemplates());
        for (Path file : files(JAVA, ".java")) {
            IN_JAVA.matcher(Files.readString(file)).results().forEach(m -> asked.add(m.group(1)));
        }
        Set<String> unused =
                keys("en").stream()
                        .filter(key -> asked.stream().noneMatch(one -> fits(key, one)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    @Test
    void templates_say_nothing_of_their_own() throws IOException {
        List<String> own = new ArrayList<>();
        for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
            String template = Files.readString(file).replaceAll("(?s)<!--.*?-->", "");
            for (MatchResult found : WORDS.matcher(template).results().toList()) {
                boolean replaced = found.group(2).matches("(?s).*th:(text|replace|insert)=.*");
                boolean same = found.group(1).matches("kbd|code|title|option-value");
                if (!replaced && !same && found.group(3).matches("(?s).*\\p{L}{2,}.*")) {
                    own.add(file.getFileName() + ": " + found.group(3).strip());
                }
            }
        }
        own.remove("page.html: Vigie");
        assertEquals(List.of(), own);
    }

    private static boolean fits(String key, String asked) {
        return asked.endsWith(".") ? key.startsWith(asked) : key.equals(asked);
    }

    private static Set<String> askedByTemplates() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
            IN_TEMPLATES
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(
                            found ->
                                    asked.add(
                                            found.group(1) == null
                                                    ? found.group(2)
                                                    : found.group(1)));
        }
        assertTrue(asked.size() > 20, asked.toString());
        return asked;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(properties(language).stringPropertyNames());
    }

    private static String text(String language, String key) {
        return properties(language).getProperty(key, "");
    }

    private static Set<String> arguments(String language, String key) {
        return ARGUMENT.matcher(text(language, key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties properties(String language) {
        return FILES.getOrDefault(language, new Properties());
    }

    private static Map<String, Properties> files() {
        Map<String, Properties> files = new TreeMap<>();
        for (String language : VisitorLocale.LANGUAGES) {
            Properties texts = new Properties();
            try (Reader in =
                    Files.newBufferedReader(
                            RESOURCES.resolve("messages_" + language + ".properties"))) {
                texts.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            files.put(language, texts);
        }
        return files;
    }
}
