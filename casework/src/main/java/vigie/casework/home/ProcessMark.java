package vigie.casework.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One process of this machine, for ever: its number may be given again, its number together with
/// when it started is not.
///
/// @param started the machine's start and the clock tick at which the process started since
public record ProcessMark(long pid, String started) {
    /// After the name, which may hold spaces and parentheses: the 20th word of what follows.
    private static final int START_TICK = 19;

    /// This process.
    public static ProcessMark current() throws IOException {
        long pid = ProcessHandle.current().pid();
        return of(pid).orElseThrow(() -> new IOException("/proc does not show this process"));
    }

    /// The process that has this number now.
    private static Optional<ProcessMark> of(long pid) {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(new ProcessMark(pid, boot + "/" + words[START_TICK]));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// Whether that process still runs.
    public boolean alive() {
        return of(pid).equals(Optional.of(this));
    }
}
