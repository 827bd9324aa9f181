package vigie.media.confine;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A program that gives up its files and then becomes another program, so that every thread of the
/// other is restricted from its first instruction: the kernel restricts threads, not processes.
public final class Cell {
    private static final int SET_NO_NEW_PRIVILEGES = 38;

    /// What a Java machine and a dynamically linked program read beside their own files.
    private static final List<Path> NEEDED =
            Stream.of(
                            "/lib",
                            "/lib64",
                            "/usr/lib",
                            "/usr/lib64",
                            "/etc/ld.so.cache",
                            "/proc",
                            "/sys/fs/cgroup",
                            "/sys/devices/system/cpu",
                            "/dev/null",
                            "/dev/urandom",
                            "/dev/random")
                    .map(Path::of)
                    .toList();

    /// The loader of programs, which the kernel executes for each of them.
    private static final List<Path> LOADERS =
            List.of(
                    Path.of("/lib64/ld-linux-x86-64.so.2"),
                    Path.of("/lib/ld-linux-aarch64.so.1"),
                    Path.of("/lib/ld-musl-x86_64.so.1"),
                    Path.of("/lib/ld-musl-aarch64.so.1"));

    private Cell() {}

    /// Gives up its files, and becomes what it is told to.
    ///
    /// @param arguments readable paths, joined by colons; executable paths, the same; the program
    ///     to become, by its absolute path; its arguments
    public static void main(String[] arguments) throws IOException {
        Kernel.call(Call.PRCTL, SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0);
        Landlock.restrict(
                Stream.concat(NEEDED.stream(), paths(arguments[0])).toList(),
                Stream.concat(LOADERS.stream(), paths(arguments[1])).toList());
        become(Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    private static Stream<Path> paths(String joined) {
        return Arrays.stream(joined.split(":", -1)).filter(each -> !each.isEmpty()).map(Path::of);
    }

    private static void become(String[] command) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            String[] environment =
                    System.getenv().entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .toArray(String[]::new);
            long failed =
                    Kernel.call(
                            Call.EXECVE,
                            arena.allocateFrom(command[0]).address(),
                            strings(arena, command).address(),
                            strings(arena, environment).address());
            throw new IOException("the worker's program cannot be started: error " + -failed);
        }
    }

    private static MemorySegment strings(Arena arena, String[] strings) {
        MemorySegment all = arena.allocate(ValueLayout.ADDRESS, strings.length + 1L);
        for (int i = 0; i < strings.length; i++) {
            all.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(strings[i]));
        }
        return all;
    }
}
