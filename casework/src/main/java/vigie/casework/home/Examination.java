package vigie.casework.home;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vigie.model.casefile.Refusal;

/// What a machine and a home lack for safe and complete work. It looks; it changes nothing.
public final class Examination {
    private static final long ROOM = 2L << 30;

    private Examination() {}

    /// One thing that was looked at.
    ///
    /// @param what its name in a word
    /// @param well whether it is as it should be
    /// @param says what was found, and what to do where it is not well
    public record Result(String what, boolean well, String says) {}

    /// Looks at the machine and at the home in `folder`, which need not exist yet.
    public static List<Result> of(Path folder, Map<String, String> environment) throws IOException {
        List<Result> results = new ArrayList<>();
        Path there = existing(folder.toAbsolutePath().normalize());
        results.add(encryption(there));
        results.add(room(there));
        results.add(masterKey(folder, environment));
        results.add(timeStamps(folder));
        results.add(
                tool(
                        environment,
                        "setpriv",
                        "the embedded database runs without privileges and ends with Vigie",
                        "install util-linux: the embedded database needs it"));
        return results;
    }

    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there)) {
            Path parent = there.getParent();
            if (parent == null) {
                return there;
            }
            there = parent;
        }
        return there;
    }

    /// Whether the volume below is a dm-crypt device, or made of such; other kinds of encryption
    /// (a self-encrypting disk, an encrypted virtual disk) cannot be seen from inside.
    private static Result encryption(Path there) throws IOException {
        Optional<Path> device = device(there);
        if (device.isEmpty()) {
            return new Result(
                    "encryption",
                    false,
                    "cannot tell what the volume is: make sure that it is encrypted");
        }
        return encrypted(device.get())
                ? new Result("encryption", true, "the volume is encrypted (dm-crypt)")
                : new Result(
                        "encryption",
                        false,
                        "no dm-crypt below "
                                + there
                                + ": the database and the index are plain there,"
                                + " so the volume must be encrypted in some other way");
    }

    private static Optional<Path> device(Path there) throws IOException {
        Path mounts = Path.of("/proc/self/mountinfo");
        if (!Files.isReadable(mounts)) {
            return Optional.empty();
        }
        String number = "";
        int longest = -1;
        for (String line : Files.readAllLines(mounts)) {
            String[] parts = line.split(" ", 6);
            if (parts.length > 4 && there.startsWith(parts[4]) && parts[4].length() > longest) {
                longest = parts[4].length();
                number = parts[2];
            }
        }
        Path device = Path.of("/sys/dev/block").resolve(number);
        return number.isEmpty() || !Files.exists(device) ? Optional.empty() : Optional.of(device);
    }

    private static boolean encrypted(Path device) throws IOException {
        Path uuid = device.resolve("dm/uuid");
        if (Files.isReadable(uuid) && Files.readString(uuid).startsWith("CRYPT-")) {
            return true;
        }
        Path below = device.resolve("slaves");
        if (!Files.isDirectory(below)) {
            return false;
        }
        try (Stream<Path> slaves = Files.list(below)) {
            List<Path> all = slaves.toList();
            for (Path slave : all) {
                if (!encrypted(slave)) {
                    return false;
                }
            }
            return !all.isEmpty();
        }
    }

    private static Result room(Path there) throws IOException {
        FileStore store = Files.getFileStore(there);
        long free = store.getUsableSpace();
        return new Result(
                "room",
                free >= ROOM,
                "%,d MB free; a case takes about three times its text and once its media"
                        .formatted(free >> 20));
    }

    private static Result masterKey(Path folder, Map<String, String> environment) {
        if (environment.containsKey("VIGIE_PASSPHRASE")
                || environment.containsKey("VIGIE_MASTER_KEY")) {
            return new Result("master key", true, "kept outside the home");
        }
        return new Result(
                "master key",
                false,
                Files.exists(folder.resolve("master.key"))
                        ? "a file in the home: who has the disk has the key; set a passphrase in production"
                        : "will be a file in the home; set a passphrase in production");
    }

    private static Result timeStamps(Path folder) {
        try {
            Settings.Timestamp set = Settings.read(folder).timestamp();
            boolean well = !set.command().isEmpty() && set.anchors() != null;
            return new Result(
                    "time stamps",
                    well,
                    well
                            ? "every checkpoint is stamped by " + set.command().getFirst()
                            : "no command or no trust anchors in "
                                    + Settings.FILE
                                    + ": have the checkpoint sheet signed into the minutes");
        } catch (Refusal | IOException faulty) {
            return new Result("time stamps", false, String.valueOf(faulty.getMessage()));
        }
    }

    /// Looks for a program on the path.
    ///
    /// @param found what it is good for
    /// @param missing what to do without it
    public static Result tool(
            Map<String, String> environment, String name, String found, String missing) {
        for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                return new Result(name, true, found);
            }
        }
        return new Result(name, false, missing);
    }
}
