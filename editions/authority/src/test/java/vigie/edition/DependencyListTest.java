package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/// The list of dependencies is what ships, tests and builds, each under a licence that is allowed.
class DependencyListTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.root", "../.."));
    private static final Path LIST = ROOT.resolve("docs/dependencies.md");
    private static final Pattern SHIPPED =
            Pattern.compile("\\s+([^:]+):([^:]+):jar:(?:[^:]+:)?([^:]+):[a-z]+:(.+?\\.jar).*");
    private static final Set<String> ALLOWED =
            Set.of(
                    ("0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 EPL-2.0 ISC MIT OpenSSL"
                                    + " PostgreSQL Unicode-3.0 Unicode-DFS-2016 Zlib"
                                    + " LicenseRef-Public-Domain")
                            .split(" ", -1));
    private static final Map<String, String> NAMES =
            Map.of(
                    "(the )?apache[- ](software )?(license)?,? ?(version )?2(\\.0)?", "Apache-2.0",
                    "3-clause bsd license|go license|the bsd( 3-clause)? license( \\(bsd3\\))?",
                            "BSD-3-Clause",
                    "eclipse public license v(ersion )?2\\.0|epl 2\\.0", "EPL-2.0",
                    "gpl2 w/ cpe", "GPL-2.0-only WITH Classpath-exception-2.0",
                    "(the )?mit license|bouncy castle licence", "MIT");
    private static final String HEAD =
            """
            # Dependencies

            Generated from the build by `DependencyListTest`; what each is used for, and a licence
            that is called stated, are kept by hand. Shipped is every library in the authority
            edition but Vigie's own: the chosen ones and what they bring along. Test and build are
            what the POMs name. A licence is the artifact's own; `OR` is ours to choose, `AND` is
            all of them. What a jar carries inside, with its notices, is in its META-INF.

            | artifact | version | scope | licence | read from | used for |
            |---|---|---|---|---|---|
            """;

    /// One line of the list.
    private record Row(
            String artifact,
            String version,
            String scope,
            String licence,
            String from,
            String use) {
        private String line() {
            return "| " + String.join(" | ", artifact, version, scope, licence, from, use) + " |\n";
        }
    }

    @Test
    void the_list_in_the_papers_is_what_ships_and_builds() throws IOException {
        List<Row> rows = rows(listed());
        String drawn = HEAD + rows.stream().map(Row::line).collect(Collectors.joining());
        if (Boolean.getBoolean("vigie.draw")) {
            Files.writeString(LIST, drawn);
        }
        assertEquals(
                drawn,
                Files.readString(LIST),
                "draw it again: mvn -pl editions/authority -am test -Dvigie.draw=true"
                        + " -Dtest=DependencyListTest -Dsurefire.failIfNoSpecifiedTests=false");
        for (Row row : rows) {
            assertTrue(allowed(row.licence()), "not an allowed licence: " + row.line());
            assertFalse(row.use().isBlank(), "say in the list what it is for: " + row.line());
        }
    }

    @Test
    void a_licence_that_is_not_allowed_is_refused_unless_another_is_offered() {
        assertTrue(allowed("Apache-2.0 AND OpenSSL"));
        assertTrue(allowed("GPL-2.0-only WITH Classpath-exception-2.0 OR EPL-2.0"));
        assertFalse(allowed("Apache-2.0 AND AGPL-3.0-only"));
        assertFalse(allowed("GPL-3.0-only"));
        assertFalse(allowed(""));
    }

    private static boolean allowed(String licence) {
        return Arrays.stream(licence.split(" OR ", -1))
                .anyMatch(one -> ALLOWED.containsAll(List.of(one.split(" AND ", -1))));
    }

    private static Map<String, Row> listed() throws IOException {
        Map<String, Row> rows = new HashMap<>();
        for (String line : Files.readAllLines(LIST)) {
            String[] c = line.split("\\s*\\|\\s*", -1);
            if (c.length == 8) {
                rows.put(c[1], new Row(c[1], c[2], c[3], c[4], c[5], c[6]));
            }
        }
        return rows;
    }

    private static List<Row> rows(Map<String, Row> before) throws IOException {
        Map<String, String> shipped = new TreeMap<>();
        Path repository = ROOT;
        for (String line : Files.readAllLines(Path.of("target/shipped.txt"))) {
            Matcher m = SHIPPED.matcher(line);
            if (m.matches() && !m.group(1).equals("org.vigie")) {
                shipped.put(m.group(1) + ":" + m.group(2), m.group(3));
                String inside = m.group(1).replace('.', '/') + "/" + m.group(2) + "/" + m.group(3);
                repository = Path.of(m.group(4).substring(0, m.group(4).lastIndexOf(inside)));
            }
        }
        Pom root = Pom.read(repository, ROOT.resolve("pom.xml"));
        List<Pom> poms = new ArrayList<>(List.of(root));
        for (Element module : root.all("modules/module")) {
            poms.add(Pom.read(repository, ROOT.resolve(module.getTextContent() + "/pom.xml")));
        }
        Map<String, String> tests = new TreeMap<>();
        for (Pom pom : poms) {
            for (Element dependency : pom.all("dependencies/dependency")) {
                String artifact = pom.artifact(dependency);
                if (!artifact.startsWith("org.vigie:") && !shipped.containsKey(artifact)) {
                    tests.put(artifact, root.managed(artifact));
                }
            }
        }
        List<Row> rows = new ArrayList<>(rows("shipped", shipped, root, before));
        rows.addAll(rows("test", tests, root, before));
        rows.addAll(rows("build", tools(root), root, before));
        return rows;
    }

    private static Map<String, String> tools(Pom root) {
        Map<String, String> found = new TreeMap<>();
        for (String place :
                List.of(
                        "build/plugins/plugin",
                        "build/pluginManagement/plugins/plugin",
                        "build/plugins/plugin/configuration/annotationProcessorPaths/path")) {
            for (Element tool : root.all(place)) {
                found.put(root.artifact(tool), root.text(tool, "version"));
            }
        }
        for (Element java : root.all("build/plugins/plugin/configuration/java/googleJavaFormat")) {
            String artifact = "com.google.googlejavaformat:google-java-format";
            found.put(artifact, root.text(java, "version"));
        }
        return found;
    }

    private static List<Row> rows(
            String scope, Map<String, String> versions, Pom root, Map<String, Row> before)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String artifact : versions.keySet()) {
            String version = versions.getOrDefault(artifact, "");
            Row last = before.getOrDefault(artifact, new Row("", "", "", "", "", ""));
            Optional<Pom> pom = root.find(artifact, version);
            String read = pom.isPresent() ? spdx(pom.get().licences()) : "";
            // What is stated stands where the POM says nothing, or less. A tool that was not
            // fetched for this run, as with one module alone, keeps its line.
            boolean more = read.isEmpty() || List.of(last.licence().split(" AND ")).contains(read);
            boolean kept =
                    (last.from().startsWith("stated: ") && more)
                            || (pom.isEmpty() && !scope.equals("shipped"));
            String licence = kept ? last.licence() : read;
            String from = kept ? last.from() : "POM";
            rows.add(new Row(artifact, version, scope, licence, from, last.use()));
        }
        return rows;
    }

    private static String spdx(List<String> names) {
        return names.stream()
                .map(
                        name ->
                                NAMES.entrySet().stream()
                                        .filter(
                                                n ->
                                                        name.toLowerCase(Locale.ROOT)
                                                                .matches(n.getKey()))
                                        .map(Map.Entry::getValue)
                                        .findFirst()
                                        .orElse(name))
                .distinct()
                .collect(Collectors.joining(" OR "));
    }
}
