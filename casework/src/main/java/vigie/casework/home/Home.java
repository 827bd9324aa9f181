package vigie.casework.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.evidence.disk.Durable;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

/// The folder in which one edition of Vigie keeps its vault, ledgers, indexes and keys.
///
/// It is stamped with its edition when it is made, and refuses another edition's program and a
/// newer home's layout. One process owns it at a time; while the owner serves it, others join. The
/// folder itself may be entered by others (0711), for the database's user; each folder inside is
/// closed (0700).
public final class Home implements AutoCloseable {
    /// The name of the home's register in place of a case's: no case has it. Its ledger, its key
    /// and what verifies them are those of a case; it has no vault, no rows and no members.
    public static final CaseName REGISTER = new CaseName("home.register");

    private static final String STAMP = "home.json";
    private static final String LOCK = "home.lock";
    private static final String ENDPOINT = "endpoint";

    /// The homes that this process owns. Closing any channel to a locked file lets go of the lock,
    /// so the lock of a home in here is not touched again.
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private static final Set<PosixFilePermission> CLOSED =
            PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final @Nullable FileChannel lockFile;
    private final @Nullable Endpoint joined;
    private HomeStamp stamp;
    private boolean published;

    private Home(
            Path root, HomeStamp stamp, @Nullable FileChannel lockFile, @Nullable Endpoint joined) {
        this.root = root;
        this.stamp = stamp;
        this.lockFile = lockFile;
        this.joined = joined;
    }

    /// Makes a home in folder `root`, or enters the one that is there.
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
        return entered(root, edition);
    }

    /// Opens the home in folder `root` and owns it until closed.
    ///
    /// @throws Refusal where the home is of another edition or of a newer layout
    /// @throws IOException where there is no home, or it is in use
    public static Home open(Path root, String edition) throws IOException {
        requireHome(root);
        Path real = root.toRealPath();
        return owned(real, edition, own(real).orElseThrow(() -> inUse(real)));
    }

    /// Opens the home in folder `root` to look at it. Nothing in it is made or changed, so it may
    /// stand on a medium that cannot be written. Where it can and nobody owns it, it is owned until
    /// closed; where another process owns it, it is looked at beside that.
    ///
    /// @throws Refusal where the home is of another edition or of a newer layout
    /// @throws IOException where there is no home
    public static Home inspect(Path root, String edition) throws IOException {
        requireHome(root);
        Path real = root.toRealPath();
        FileChannel lockFile = Files.isWritable(real.resolve(LOCK)) ? own(real).orElse(null) : null;
        try {
            return new Home(real, stamp(real, edition), lockFile, null);
        } catch (IOException | RuntimeException failure) {
            if (lockFile != null) {
                release(real, lockFile);
            }
            throw failure;
        }
    }

    /// Opens the home in folder `root`: owns it until closed, or joins the process that owns and
    /// serves it.
    ///
    /// @throws Refusal where the home is of another edition or of a newer layout
    /// @throws IOException where there is no home, or its owner serves nobody
    public static Home enter(Path root, String edition) throws IOException {
        requireHome(root);
        return entered(root, edition);
    }

    private static void requireHome(Path root) throws IOException {
        if (!exists(root)) {
            throw new IOException(
                    "there is no home in "
                            + root.toAbsolutePath().normalize()
                            + ": make a case first");
        }
    }

    private static IOException inUse(Path root) {
        return new IOException(
                "another Vigie works in " + root + " now; try again when it is done");
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

    private static Home entered(Path root, String edition) throws IOException {
        Path real = root.toRealPath();
        Optional<FileChannel> lock = own(real);
        if (lock.isPresent()) {
            return owned(real, edition, lock.get());
        }
        Endpoint endpoint =
                Endpoint.read(real.resolve("run").resolve(ENDPOINT)).orElseThrow(() -> inUse(real));
        return new Home(
                real,
                HomeStamp.read(real.resolve(STAMP)).checkedFor(edition, real),
                null,
                endpoint);
    }

    private static Home owned(Path real, String edition, FileChannel lockFile) throws IOException {
        try {
            HomeStamp stamp = stamp(real, edition);
            for (String folder : new String[] {"vault", "ledger", "index", "keys", "run"}) {
                closedFolder(real.resolve(folder));
            }
            Files.deleteIfExists(real.resolve("run").resolve(ENDPOINT));
            return new Home(real, stamp, lockFile, null);
        } catch (IOException | RuntimeException failure) {
            release(real, lockFile);
            throw failure;
        }
    }

    /// Whether folder `root` is a home already.
    public static boolean exists(Path root) {
        return Files.exists(root.resolve(STAMP));
    }

    private static Optional<FileChannel> own(Path root) throws IOException {
        if (!OWNED.add(root)) {
            return Optional.empty();
        }
        boolean locked = false;
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            root.resolve(LOCK),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            locked = channel.tryLock() != null;
            return locked ? Optional.of(channel) : Optional.empty();
        } finally {
            if (!locked) {
                OWNED.remove(root);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static void release(Path root, FileChannel lockFile) throws IOException {
        try {
            lockFile.close();
        } finally {
            OWNED.remove(root);
        }
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

    /// Whether another process may work in the home now: it is owned elsewhere, and can be written.
    public boolean shared() {
        return lockFile == null && Files.isWritable(root.resolve(LOCK));
    }

    /// The endpoint of the process that owns the home, where this one joined it.
    public Optional<Endpoint> joined() {
        return Optional.ofNullable(joined);
    }

    /// Lets others join until this home is closed.
    public void publish(Endpoint endpoint) throws IOException {
        if (joined != null) {
            throw new IllegalStateException("a home that this process does not own");
        }
        endpoint.write(run().resolve(ENDPOINT));
        published = true;
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

    /// The file that is locked by whoever changes a case.
    public Path workLock(CaseName name) {
        return run().resolve("work-" + name + ".lock");
    }

    /// The file that says what is being done to a case.
    public Path work(CaseName name) {
        return run().resolve("work-" + name + ".json");
    }

    /// The full-text index's folder of a case.
    public Path index(CaseName name) {
        return root.resolve("index").resolve(name.value());
    }

    @Override
    public void close() throws IOException {
        if (lockFile == null) {
            return;
        }
        try {
            if (published) {
                Files.deleteIfExists(run().resolve(ENDPOINT));
            }
        } finally {
            release(root, lockFile);
        }
    }
}
