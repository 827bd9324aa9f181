package vigie.evidence.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import vigie.evidence.disk.Durable;
import vigie.evidence.disk.Folders;

/// The folder where one opened vault writes what is not finished. A lock says that its owner
/// lives; folders of the dead are removed when a vault is opened.
final class Unfinished implements Closeable {
    private static final String LOCK = "lock";

    /// The folders that this process holds. A file's lock is the process's, and closing any channel
    /// to the file lets go of it: so a folder in here is never looked at.
    private static final Set<Path> LIVE = ConcurrentHashMap.newKeySet();

    private static final ReentrantLock GATE = new ReentrantLock();

    private final Path folder;
    private final FileChannel lockFile;
    private final AtomicLong next = new AtomicLong();

    private Unfinished(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static Unfinished open(Path vault) throws IOException {
        Path all = vault.resolve(VaultNames.UNFINISHED);
        Durable.folders(all);
        GATE.lock();
        try (FileChannel gate = lockFile(all.resolve(LOCK));
                FileLock _ = gate.lock()) {
            removeDead(all);
            Path mine = all.resolve(UUID.randomUUID().toString());
            Durable.folder(mine);
            FileChannel lockFile = lockFile(mine.resolve(LOCK));
            if (lockFile.tryLock() == null) {
                lockFile.close();
                throw new IOException("the vault's folder of unfinished writing cannot be locked");
            }
            LIVE.add(mine);
            return new Unfinished(mine, lockFile);
        } finally {
            GATE.unlock();
        }
    }

    private static FileChannel lockFile(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS));
    }

    private static void removeDead(Path all) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
            for (Path folder : folders) {
                if (!LIVE.contains(folder)
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && dead(folder)) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static boolean dead(Path folder) throws IOException {
        try (FileChannel channel = lockFile(folder.resolve(LOCK))) {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (NoSuchFileException _) {
            return false; // its owner closed it meanwhile
        }
    }

    /// A name that no file has.
    Path newFile() {
        return folder.resolve(Long.toString(next.incrementAndGet()));
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
        lockFile.close();
        LIVE.remove(folder);
    }
}
