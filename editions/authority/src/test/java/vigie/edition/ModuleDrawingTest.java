package vigie.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The drawing of the modules is generated from the build, so it cannot be wrong.
class ModuleDrawingTest {
    private static final Path ROOT = Path.of(System.getProperty("vigie.root", "../.."));
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern DEPENDENCY =
            Pattern.compile(
                    "<dependency>\\s*<groupId>org\\.vigie</groupId>\\s*"
                            + "<artifactId>vigie-([^<]+)</artifactId>\\s*(<scope>test</scope>)?");

    @Test
    void the_drawing_in_the_papers_is_the_build() throws IOException {
        Path drawing = ROOT.resolve("docs/modules.md");
        String drawn = draw();
        if (Boolean.getBoolean("vigie.draw")) {
            Files.writeString(drawing, drawn);
        }
        assertEquals(
                drawn,
                Files.readString(drawing),
                "draw it again: mvn -pl editions/authority -am test -Dvigie.draw=true"
                        + " -Dtest=ModuleDrawingTest -Dsurefire.failIfNoSpecifiedTests=false");
    }

    private static String draw() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Modules");
        lines.add("");
        lines.add("Generated from the build by `ModuleDrawingTest`: an arrow is a dependency of");
        lines.add("the code that ships, not of its tests.");
        lines.add("");
        lines.add("```mermaid");
        lines.add("graph TD");
        Matcher module = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
        while (module.find()) {
            String path = module.group(1);
            String name = path.substring(path.lastIndexOf('/') + 1);
            lines.add("  " + name + "[" + path + "]");
            Matcher dependency =
                    DEPENDENCY.matcher(Files.readString(ROOT.resolve(path).resolve("pom.xml")));
            while (dependency.find()) {
                if (dependency.group(2) == null) {
                    lines.add("  " + name + " --> " + dependency.group(1));
                }
            }
        }
        lines.add("```");
        lines.add("");
        return String.join("\n", lines);
    }
}
