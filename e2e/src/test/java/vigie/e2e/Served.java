package vigie.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The assembled edition, serving the small sample operation in a temporary home.
final class Served implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("(https?://\\S+?)link/(\\S+)");
    /// Where the database stands, if it could not stand inside the home.
    private static final Pattern DATABASE = Pattern.compile("\"database\" *: *\"([^\"]+)\"");

    private static final Path LIBRARIES = Path.of("../editions/authority/target/vigie/lib");

    private static final List<String> JAVA =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    "-jar",
                    LIBRARIES.resolve("vigie-authority-edition.jar").toString());

    private final Process process;
    private final Path folder;
    private final String address;
    private final String link;

    private Served(Process process, Path folder, String address, String link) {
        this.process = process;
        this.folder = folder;
        this.address = address;
        this.link = link;
    }

    static Served start() throws IOException {
        Path folder = Files.createTempDirectory("vigie-e2e");
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of("demo", "--home", folder.resolve("home").toString()));
        command.addAll(List.of("--size", "small", "--port", "0"));
        Process process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher found = LINK.matcher(line);
            if (found.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return new Served(process, folder, found.group(1), found.group());
            }
        }
        process.destroyForcibly();
        throw new IOException("the demo does not serve:\n" + all);
    }

    /// The address of the first page.
    String address() {
        return address;
    }

    /// The link that opens once.
    String link() {
        return link;
    }

    /// Starts a verb of the command line beside it, as another person at the same machine does.
    Process verb(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of(arguments));
        command.addAll(List.of("--home", folder.resolve("home").toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("verb.log").toFile())
                .start();
    }

    /// What the last verb said.
    String said() throws IOException {
        return Files.readString(folder.resolve("verb.log"));
    }

    /// A folder that goes with it.
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Matcher database =
                DATABASE.matcher(Files.readString(folder.resolve("home").resolve("home.json")));
        if (database.find()) {
            delete(Path.of(database.group(1)));
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
