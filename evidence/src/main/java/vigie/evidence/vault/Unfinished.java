package vigie.evidence.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import vigie.evidence.disk.Durable;
import vigie.evidence.disk.Folders;

/// The folder where one opened vault writes what is not finished. A lock says that its owner
/// lives; folders of the dead are removed when a vault is opened.
final class Unfinished implements Closeable {
    private static final String LOCK = "lock";

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
        try (FileChannel gate = lockFile(all.resolve(LOCK));
                FileLock _ = waitFor(gate)) {
            removeDead(all);
            Path mine = all.resolve(UUID.randomUUID().toString());
            Durable.folder(mine);
            FileChannel lockFile = lockFile(mine.resolve(LOCK));
            if (lockFile.tryLock() == null) {
                lockFile.close();
                throw new IOException("the vault's folder of unfinished writing cannot be locked");
            }
            return new Unfinished(mine, lockFile);
        }
    }

    private static FileLock waitFor(FileChannel gate) throws IOException {
        while (true) {
            try {
                return gate.lock();
            } catch (OverlappingFileLockException _) {
                Thread.onSpinWait(); // another vault of this process is being opened
            }
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
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && dead(folder)) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static boolean dead(Path folder) throws IOException {
        try (FileChannel channel = lockFile(folder.resolve(LOCK))) {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
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
    }
}
