package vigie.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Programs that are run as the user under whom the database lives.
///
/// Where this program is root, that user is `nobody`, without further groups or privileges: the
/// server refuses to run as root, and could do less harm anyway.
final class ChildProcess {
    private static final List<String> AS_NOBODY =
            List.of(
                    "setpriv",
                    "--reuid=nobody",
                    "--regid=nogroup",
                    "--clear-groups",
                    "--no-new-privs");

    private ChildProcess() {}

    /// What a program answered.
    record Answer(int exit, String output) {}

    /// Whether this program is root.
    static boolean root() throws IOException {
        return ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid")) == 0;
    }

    /// The command as the database's user.
    static List<String> asDatabaseUser(List<String> command) throws IOException {
        List<String> all = new ArrayList<>();
        if (root()) {
            all.addAll(AS_NOBODY);
        }
        all.addAll(command);
        return all;
    }

    /// The command as the database's user, interrupted when the thread that starts it ends.
    static List<String> asDatabaseUserUntilDeath(List<String> command) throws IOException {
        List<String> all = new ArrayList<>(root() ? AS_NOBODY : List.of("setpriv"));
        all.add("--pdeathsig=INT");
        all.addAll(command);
        return all;
    }

    /// Runs a short command to its end, in the plainest environment.
    static Answer run(List<String> command) throws IOException {
        Process process = builder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Answer(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new IOException("interrupted while running " + command.getFirst(), interrupted);
        }
    }

    /// A process builder with nothing of this program's environment but the search path.
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        builder.directory(Path.of("/").toFile());
        return builder;
    }

    /// Sends a signal by name; a process that has gone already is no fault.
    static void signal(String name, long pid) throws IOException {
        run(List.of("sh", "-c", "kill -" + name + " " + pid + " 2>/dev/null; true"));
    }
}
