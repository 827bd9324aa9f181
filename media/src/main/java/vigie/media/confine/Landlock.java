package vigie.media.confine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Takes from this thread, and from every process that it becomes or starts, all files but those
/// that are named, and writing of every file.
///
/// Linux Landlock (Salaün, kernel documentation `userspace-api/landlock`), from version 5.13. It
/// does not speak of files that are open already, of reading what a file is called, of calls on
/// sockets other than TCP's, nor of code that is mapped rather than executed.
final class Landlock {
    private static final long EXECUTE = 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_FOLDER = 1 << 3;

    /// Where the kernel leaves rights to a folder, a file has these only.
    private static final long OF_A_FILE = EXECUTE | READ_FILE;

    private static final int AT_FDCWD = -100;
    private static final int O_PATH = 0x200000;
    private static final int O_CLOEXEC = 0x80000;

    private Landlock() {}

    /// Which version the kernel speaks; 0 where it speaks none.
    static int version() {
        return (int) Math.max(0, Kernel.call(Call.LANDLOCK_CREATE_RULESET, 0, 0, 1));
    }

    /// Restricts this thread, for ever.
    ///
    /// @param readable   files, and folders with all that is in them
    /// @param executable the same
    /// @return whether the kernel did
    static boolean restrict(List<Path> readable, List<Path> executable) {
        int version = version();
        if (version == 0) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rules = arena.allocate(24, 8);
            rules.set(ValueLayout.JAVA_LONG, 0, files(version));
            rules.set(ValueLayout.JAVA_LONG, 8, version >= 4 ? 3 : 0);
            rules.set(ValueLayout.JAVA_LONG, 16, version >= 6 ? 3 : 0);
            int size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
            long set = Kernel.call(Call.LANDLOCK_CREATE_RULESET, rules.address(), size, 0);
            if (set < 0) {
                return false;
            }
            for (Path path : readable) {
                allow(arena, set, path, READ_FILE | READ_FOLDER);
            }
            for (Path path : executable) {
                allow(arena, set, path, EXECUTE | READ_FILE);
            }
            return Kernel.call(Call.LANDLOCK_RESTRICT_SELF, set, 0) == 0;
        }
    }

    /// Every right over files that the version knows.
    private static long files(int version) {
        int known = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
        return (1L << known) - 1;
    }

    /// A path that does not exist is of no use to anybody.
    private static void allow(Arena arena, long set, Path path, long rights) {
        long file =
                Kernel.call(
                        Call.OPENAT,
                        AT_FDCWD,
                        arena.allocateFrom(path.toString()).address(),
                        O_PATH | O_CLOEXEC);
        if (file < 0) {
            return;
        }
        MemorySegment rule = arena.allocate(12, 8);
        rule.set(ValueLayout.JAVA_LONG, 0, Files.isDirectory(path) ? rights : rights & OF_A_FILE);
        rule.set(ValueLayout.JAVA_INT_UNALIGNED, 8, (int) file);
        Kernel.call(Call.LANDLOCK_ADD_RULE, set, 1, rule.address(), 0);
        Kernel.call(Call.CLOSE, file);
    }
}
