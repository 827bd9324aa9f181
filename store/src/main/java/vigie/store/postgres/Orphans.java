package vigie.store.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Server processes that an earlier program left on a data directory.
///
/// A server outlives its program only where the program died in the instant between starting it
/// and its asking for the signal, and parts of a server outlive it where it was killed. Since the
/// caller holds the home's lock, nobody uses them. They are known by their working directory, which
/// PostgreSQL sets to the data directory; where that cannot be seen, the server's own check of
/// `postmaster.pid` and its shared memory decides.
final class Orphans {
    private static final long POLITE_MILLIS = 10_000;

    private Orphans() {}

    /// Stops what is left, then removes a `postmaster.pid` that no process stands behind.
    static void stop(Path data) throws IOException {
        if (Postmaster.pidFile(data).isEmpty()) {
            return;
        }
        List<Long> left = processes(data);
        for (long pid : left) {
            ChildProcess.signal("INT", pid);
        }
        for (long waited = 0; !left.isEmpty() && waited < POLITE_MILLIS; waited += 50) {
            Postmaster.pause(50);
            left = processes(data);
        }
        for (long pid : left) {
            ChildProcess.signal("KILL", pid);
        }
        removeStale(data);
    }

    /// PostgreSQL refuses to start where the number in the file has gone to another program of the
    /// same user.
    private static void removeStale(Path data) throws IOException {
        List<String> lines = Postmaster.pidFile(data);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,9}")) {
            return;
        }
        Path process = Path.of("/proc", lines.getFirst().strip());
        if (Files.exists(process) && !processName(process).startsWith("postgres")) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private static List<Long> processes(Path data) throws IOException {
        Path real = data.toRealPath();
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                if (processName(process).startsWith("postgres") && in(process, real)) {
                    found.add(Long.valueOf(String.valueOf(process.getFileName())));
                }
            }
        }
        return found;
    }

    private static boolean in(Path process, Path data) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data);
        } catch (IOException goneOrHidden) {
            return false;
        }
    }

    private static String processName(Path process) {
        try {
            return Files.readString(process.resolve("comm"));
        } catch (IOException gone) {
            return "";
        }
    }
}
