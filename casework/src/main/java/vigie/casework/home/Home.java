package vigie.casework.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.evidence.disk.Durable;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// The folder in which one edition of Vigie keeps its vault, ledgers, indexes and keys.
///
/// It is stamped with its edition when it is made, and refuses another edition's program and a
/// newer home's layout. One process owns it at a time. The folder itself may be entered by others
/// (0711), for the database's user; each folder inside is closed (0700).
public final class Home implements AutoCloseable {
    private static final String STAMP = "home.json";
    private static final String LOCK = "home.lock";

    private static final Set<PosixFilePermission> CLOSED =
            PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final @Nullable FileChannel lockFile;
    private HomeStamp stamp;

    private Home(Path root, HomeStamp stamp, @Nullable FileChannel lockFile) {
        this.root = root;
        this.stamp = stamp;
        this.lockFile = lockFile;
    }

    /// Makes a home in folder `root`, or opens the one that is there, and owns it until closed.
    ///
    /// @throws IOException where the folder holds something else, or the home is in use
    public static Home make(Path root, String edition) throws IOException {
        if (Files.notExists(root)) {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (!exists(root)) {
            requireEmpty(root);
        }
        return opened(root, edition);
    }

    /// Opens the home in folder `root` and owns it until closed.
    ///
    /// @throws Refusal where the home is of another edition or of a newer layout
    /// @throws IOException where there is no home, or it is in use
    public static Home open(Path root, String edition) throws IOException {
        requireHome(root);
        return opened(root, edition);
    }

    /// Opens the home in folder `root` to look at it. Nothing in it is made or changed, so it may
    /// stand on a medium that cannot be written; where it can, it is owned until closed.
    ///
    /// @throws Refusal where the home is of another edition or of a newer layout
    /// @throws IOException where there is no home, or it is in use
    public static Home inspect(Path root, String edition) throws IOException {
        requireHome(root);
        Path real = root.toRealPath();
        FileChannel lockFile = Files.isWritable(real.resolve(LOCK)) ? own(real) : null;
        try {
            return new Home(real, stamp(real, edition), lockFile);
        } catch (IOException | RuntimeException failure) {
            if (lockFile != null) {
                lockFile.close();
            }
            throw failure;
        }
    }

    private static void requireHome(Path root) throws IOException {
        if (!exists(root)) {
            throw new IOException(
                    "there is no home in "
                            + root.toAbsolutePath().normalize()
                            + ": make a case first");
        }
    }

    /// A lock may be left of a making that was killed.
    private static void requireEmpty(Path root) throws IOException {
        try (Stream<Path> there = Files.list(root)) {
            if (there.anyMatch(file -> !file.endsWith(LOCK))) {
                throw new IOException(
                        root.toAbsolutePath().normalize()
                                + " holds something else than a home: name an empty folder");
            }
        }
    }

    private static Home opened(Path root, String edition) throws IOException {
        Path real = root.toRealPath();
        FileChannel lockFile = own(real);
        try {
            HomeStamp stamp = stamp(real, edition);
            for (String folder : new String[] {"vault", "ledger", "index", "keys", "run"}) {
                closedFolder(real.resolve(folder));
            }
            return new Home(real, stamp, lockFile);
        } catch (IOException | RuntimeException failure) {
            lockFile.close();
            throw failure;
        }
    }

    /// Whether folder `root` is a home already.
    public static boolean exists(Path root) {
        return Files.exists(root.resolve(STAMP));
    }

    private static FileChannel own(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        root.resolve(LOCK),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException alsoHere) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IOException(
                    "another Vigie works in " + root + " now; try again when it is done");
        }
        return channel;
    }

    private static HomeStamp stamp(Path root, String edition) throws IOException {
        Path file = root.resolve(STAMP);
        if (Files.exists(file)) {
            return HomeStamp.read(file).checkedFor(edition, root);
        }
        byte[] id = new byte[8];
        new SecureRandom().nextBytes(id);
        HomeStamp stamp =
                new HomeStamp(
                        HomeStamp.LAYOUT, HexFormat.of().formatHex(id), edition, Optional.empty());
        stamp.write(file);
        return stamp;
    }

    private static void closedFolder(Path folder) throws IOException {
        Durable.folders(folder);
        if (!Files.getPosixFilePermissions(folder).equals(CLOSED)) {
            Files.setPosixFilePermissions(folder, CLOSED);
        }
    }

    /// The folder itself, as a real path.
    public Path root() {
        return root;
    }

    /// The home's identity, 16 hexadecimal digits, chosen when it was made.
    public String id() {
        return stamp.id();
    }

    /// The edition that it belongs to.
    public String edition() {
        return stamp.edition();
    }

    /// The folder of the embedded database, where it could not stand inside the home.
    public Optional<Path> databaseFolder() {
        return stamp.database().map(Path::of);
    }

    /// Records that the embedded database stands outside the home.
    public void recordDatabaseFolder(Path folder) throws IOException {
        HomeStamp moved =
                new HomeStamp(
                        stamp.layout(),
                        stamp.id(),
                        stamp.edition(),
                        Optional.of(folder.toString()));
        moved.write(root.resolve(STAMP));
        stamp = moved;
    }

    /// The folder of wrapped keys and of the master key file.
    public Path keys() {
        return root.resolve("keys");
    }

    /// The folder of what exists only while a process runs.
    public Path run() {
        return root.resolve("run");
    }

    /// The vault's folder of a case.
    public Path vault(CaseName name) {
        return root.resolve("vault").resolve(name.value());
    }

    /// The ledger's folder of a case.
    public Path ledger(CaseName name) {
        return root.resolve("ledger").resolve(name.value());
    }

    /// The file that names what a batch of a case is about to have in the vault.
    public Path unfinished(CaseName name) {
        return run().resolve("unfinished-" + name);
    }

    /// The full-text index's folder of a case.
    public Path index(CaseName name) {
        return root.resolve("index").resolve(name.value());
    }

    @Override
    public void close() throws IOException {
        if (lockFile != null) {
            lockFile.close();
        }
    }
}
