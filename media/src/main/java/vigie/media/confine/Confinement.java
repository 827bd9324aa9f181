package vigie.media.confine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which layers hold for a worker, as it found them itself by trying.
///
/// @param holds those that hold; a layer that is missing is one that this system does not grant
public record Confinement(Set<Layer> holds) {
    /// The user and group that own nothing, by the numbers that Linux gives them.
    private static final long NOBODY = 65534;

    private static final int SET_DEATH_SIGNAL = 1;
    private static final int SET_DUMPABLE = 4;
    private static final int SET_NO_NEW_PRIVILEGES = 38;
    private static final int SIGKILL = 9;
    private static final int AT_FDCWD = -100;
    private static final int CREATE_AND_WRITE = 0x40 | 1;
    private static final int INTERNET = 2;
    private static final int STREAM = 1;

    public Confinement {
        holds = Set.copyOf(holds);
    }

    /// The layers that do not hold.
    public Set<Layer> missing() {
        Set<Layer> missing = EnumSet.allOf(Layer.class);
        missing.removeAll(holds);
        return missing;
    }

    /// Whether this program knows how to confine on this machine at all.
    public static boolean possible() {
        return !Kernel.Machine.here().isEmpty();
    }

    /// Takes from this process, which has not met a hostile byte yet, all that it no longer needs,
    /// and says what it then finds refused. What [Cell] took before stays taken.
    ///
    /// @param starts whether it may still start the programs that its cell names
    public static Confinement enter(boolean starts) throws IOException {
        if (!possible()) {
            return new Confinement(Set.of());
        }
        if (Kernel.call(Call.GETUID) == 0) {
            Kernel.library("setgroups", 0, 0);
            Kernel.library("setresgid", NOBODY, NOBODY, NOBODY);
            Kernel.library("setresuid", NOBODY, NOBODY, NOBODY);
            Kernel.call(Call.PRCTL, SET_DUMPABLE, 1, 0, 0, 0);
        }
        Kernel.call(Call.PRCTL, SET_DEATH_SIGNAL, SIGKILL, 0, 0, 0);
        Kernel.call(Call.PRCTL, SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0);
        SystemCalls.restrict(starts);
        return new Confinement(found());
    }

    private static Set<Layer> found() throws IOException {
        Set<Layer> found = EnumSet.noneOf(Layer.class);
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        // In a namespace of users in which nobody is named, everybody is shown as nobody.
        boolean named = !Files.readString(Path.of("/proc/self/uid_map")).isBlank();
        if (named && Kernel.call(Call.GETUID) == NOBODY) {
            found.add(Layer.NOBODY);
        }
        if (status.contains("NoNewPrivs:\t1")) {
            found.add(Layer.NO_NEW_PRIVILEGES);
        }
        if (Files.readAllLines(Path.of("/proc/self/net/dev")).stream()
                .filter(line -> line.contains(":"))
                .allMatch(line -> line.strip().startsWith("lo:"))) {
            found.add(Layer.NO_NETWORK);
        }
        boolean silent = Kernel.call(Call.SOCKET, INTERNET, STREAM, 0) == -Kernel.EPERM;
        if (silent && opening("/tmp/vigie-probe", CREATE_AND_WRITE) == -Kernel.EPERM) {
            found.add(Layer.SYSTEM_CALLS);
        }
        if (opening("/etc/hostname", 0) == -Kernel.EACCES) {
            found.add(Layer.FILES);
        }
        if (Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .anyMatch(line -> line.matches("Max data size +[0-9]+ .*"))) {
            found.add(Layer.LIMITS);
        }
        return found;
    }

    private static long opening(String path, int how) {
        try (var arena = java.lang.foreign.Arena.ofConfined()) {
            long file =
                    Kernel.call(
                            Call.OPENAT, AT_FDCWD, arena.allocateFrom(path).address(), how, 0600);
            if (file >= 0) {
                Kernel.call(Call.CLOSE, file);
            }
            return file;
        }
    }

    /// What holds and what does not, a sentence each, for whoever runs this machine.
    public List<String> says() {
        List<String> lines = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            String name = layer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            lines.add(
                    holds.contains(layer)
                            ? name + ": " + layer.says()
                            : name + ": does not hold here");
        }
        return List.copyOf(lines);
    }
}
