package vigie.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.evidence.disk.Folders;

/// Runs the program as a person does: a process of its own, with a home of its own.
final class Cli {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Databases that stood outside their homes, since a temporary folder is closed to their user;
    /// they are deleted when the tests end.
    private static final Set<Path> OUTSIDE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OUTSIDE.forEach(Cli::delete)));
    }

    private final Path home;
    private final Map<String, String> environment;

    Cli(Path home) {
        this(home, Map.of());
    }

    Cli(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /// What a run ended with.
    record Result(int exit, String out, String err) {
        /// The object on the last line of standard output.
        JsonNode json() {
            String[] lines = out.strip().split("\n", -1);
            return JSON.readTree(lines[lines.length - 1]);
        }

        @Override
        public String toString() {
            return "exit " + exit + "\n" + out + err;
        }
    }

    Path home() {
        return home;
    }

    /// Starts a verb whose words nobody reads, and returns at once.
    Process startUnheard(String... arguments) throws IOException {
        return builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "vigie.cli.Main"));
        if (!arguments[0].equals("help")) {
            command.add("--home");
            command.add(home.toString());
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }

    /// Runs a verb to its end.
    Result run(String... arguments) throws IOException, InterruptedException {
        return typing("", arguments);
    }

    /// Runs a verb to its end, with these words on its standard input.
    Result typing(String words, String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(words.getBytes(StandardCharsets.UTF_8));
        }
        CompletableFuture<String> out = drain(process.getInputStream());
        CompletableFuture<String> err = drain(process.getErrorStream());
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + String.join(" ", arguments));
        }
        Result result = new Result(process.exitValue(), out.join(), err.join());
        rememberDatabase();
        return result;
    }

    private void rememberDatabase() throws IOException {
        Path stamp = home.resolve("home.json");
        if (Files.exists(stamp)) {
            String database = JSON.readTree(Files.readString(stamp)).path("database").asString("");
            if (database.startsWith("/var/lib/vigie/")) {
                OUTSIDE.add(Path.of(database));
            }
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    /// What `--help` prints.
    String help() throws IOException, InterruptedException {
        return done("help").out();
    }

    /// Runs a verb that must end with exit code 0.
    Result done(String... arguments) throws IOException, InterruptedException {
        Result result = run(arguments);
        if (result.exit() != 0) {
            throw new AssertionError(String.join(" ", arguments) + ": " + result);
        }
        return result;
    }

    static CompletableFuture<String> drain(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                });
    }
}
