package vigie.media.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigie.media.confine.Cell;
import vigie.media.confine.Confinement;

/// The command that starts a worker, with the layers that this system grants: a network of its own,
/// bounds, a cell without files; then the worker, which gives up the rest itself.
final class Launch {
    /// The most of memory that a clip's decoder may be given by the worker that starts it.
    private static final long DECODER = 768L << 20;

    /// The brightness of a picture decoded in full, beside the file itself: both outside the heap.
    private static final long PLANE = 97L << 20;

    /// Java reserves more than it uses, and libraries are mapped.
    private static final long MAPPED = 6L << 30;

    /// A worker is replaced long before, unless nobody is left to replace it.
    private static final int SECONDS = 4 * 3600;

    private static final int OPEN_FILES = 256;

    private static final List<String> BOTH =
            List.of(
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:+SuppressFatalErrorMessage",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED");

    private final Settings settings;
    private final List<String> network;
    private final boolean bounded;

    Launch(Settings settings) throws IOException {
        this.settings = settings;
        this.network =
                Stream.of(List.of("unshare", "--net"), List.of("unshare", "--user", "--net"))
                        .filter(Launch::works)
                        .findFirst()
                        .orElse(List.of());
        this.bounded = works(List.of("prlimit", "--core=0"));
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process process = plain(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ProcessBuilder builder() throws IOException {
        List<String> command = new ArrayList<>(network);
        long memory = (long) settings.limits().memory() << 20;
        if (bounded) {
            command.addAll(
                    List.of(
                            "prlimit",
                            "--data=" + memory + ":" + Math.max(memory, DECODER),
                            "--as=" + MAPPED,
                            "--fsize=" + (settings.limits().largestClip() + 1),
                            "--cpu=" + SECONDS,
                            "--nofile=" + OPEN_FILES,
                            "--core=0"));
        }
        if (Confinement.possible()) {
            command.add(java());
            command.addAll(BOTH);
            command.addAll(List.of("-Xmx16m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
            command.addAll(List.of("-cp", settings.classPath(), Cell.class.getName()));
            command.add(joined(readable().stream()));
            command.add(joined(executable()));
        }
        command.addAll(worker());
        return plain(command);
    }

    private List<String> worker() {
        Limits limits = settings.limits();
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(BOTH);
        command.addAll(
                List.of(
                        "-Xms" + limits.heap() + "m",
                        "-Xmx" + limits.heap() + "m",
                        // A picture is one large array, which only the old generation can hold.
                        "-XX:MaxNewSize=" + limits.heap() / 5 + "m",
                        "-Xss512k",
                        "-XX:ReservedCodeCacheSize=32m",
                        "-XX:CompressedClassSpaceSize=32m",
                        "-XX:MaxMetaspaceSize=64m",
                        "-XX:MaxDirectMemorySize=" + (PLANE + limits.largestPicture()),
                        // No helper to start, which could be in a folder that is closed by then.
                        "-Djdk.lang.Process.launchMechanism=FORK",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=/"));
        settings.cache().ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.addAll(List.of("-cp", settings.classPath(), WorkerMain.class.getName()));
        command.add(settings.examiner());
        command.add(Long.toString(limits.largestPicture()));
        command.add(Long.toString(limits.largestClip()));
        command.addAll(settings.ffmpeg().words());
        return command;
    }

    /// Nothing of this program's environment, where keys may be, but the search path.
    private static ProcessBuilder plain(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("MALLOC_ARENA_MAX", "2");
        builder.directory(new File("/"));
        return builder;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The Java machine, its settings where a distribution keeps them elsewhere, and the libraries.
    private List<Path> readable() throws IOException {
        List<Path> paths = new ArrayList<>();
        paths.add(Path.of(System.getProperty("java.home")).toRealPath());
        try (DirectoryStream<Path> settingsOfJava =
                Files.newDirectoryStream(Path.of("/etc"), "java*")) {
            settingsOfJava.forEach(paths::add);
        }
        for (String entry : settings.classPath().split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path)) {
                paths.add(path);
            } else if (Files.exists(path) && path.getParent() != null) {
                paths.add(path.getParent());
            }
        }
        settings.cache().ifPresent(paths::add);
        return paths.stream().distinct().toList();
    }

    private Stream<Path> executable() {
        return Stream.concat(Stream.of(Path.of(java())), settings.ffmpeg().programs().stream());
    }

    private static String joined(Stream<Path> paths) {
        return paths.map(Path::toString).collect(Collectors.joining(":"));
    }
}
