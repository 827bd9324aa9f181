package vigie.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The CPU time that was spent until an instant.
///
/// @param process  by this process
/// @param children by those that it started, and theirs, also those of them that ended; to ten
///     milliseconds each
record CpuTime(Duration process, Duration children) {
    /// proc_pid_stat(5): the clock tick of every Linux that Java runs on.
    private static final int MILLIS_A_TICK = 10;

    /// Of the fields after the name: user and system time, and those of children waited for.
    private static final List<Integer> TICKS = List.of(11, 12, 13, 14);

    static CpuTime now() throws IOException {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long ticks = 0;
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            ticks += ticks(child.pid());
        }
        return new CpuTime(
                Duration.ofNanos(system.getProcessCpuTime()),
                Duration.ofMillis(ticks * MILLIS_A_TICK));
    }

    private static long ticks(long pid) throws IOException {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        } catch (NoSuchFileException ended) {
            return 0;
        }
        List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1));
        return TICKS.stream().mapToLong(field -> Long.parseLong(fields.get(field))).sum();
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(process.minus(before.process), children.minus(before.children));
    }
}
