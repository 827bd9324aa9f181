package vigie.evidence.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/// Small private files and folders, written so that after a power cut they are there whole or not
/// at all.
public final class Durable {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Durable() {}

    /// Opens a new file (0600) to write.
    ///
    /// @throws FileAlreadyExistsException where the name is taken
    public static FileChannel newFile(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PRIVATE_FILE);
    }

    /// Puts `bytes` at `file` (0600) in place of what was there.
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path aside = aside(file, bytes);
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
        syncFolder(parent(file));
    }

    /// Puts `bytes` at `file` (0600).
    ///
    /// @throws FileAlreadyExistsException where the name is taken; what is there stays
    public static void create(Path file, byte[] bytes) throws IOException {
        Path aside = aside(file, bytes);
        try {
            name(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
        syncFolder(parent(file));
    }

    private static Path aside(Path file, byte[] bytes) throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try (FileChannel out = newFile(aside)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(aside);
            throw failed;
        }
        return aside;
    }

    /// Moves a whole file to its name, never over another; the file system decides in one step
    /// where it knows hard links.
    ///
    /// @throws FileAlreadyExistsException where the name is taken
    public static void name(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException unlinked) {
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            if (!Files.exists(parent(to))) {
                throw unlinked;
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(from);
    }

    /// Makes a folder (0700) and those above it that are missing, durably.
    public static void folders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            folders(parent);
        }
        try {
            Files.createDirectory(folder, PRIVATE_FOLDER);
        } catch (FileAlreadyExistsException taken) {
            if (!Files.isDirectory(folder)) {
                throw taken;
            }
        }
        if (parent != null) {
            syncFolder(parent);
        }
    }

    /// Makes a folder (0700) whose parent exists, if it is missing; durable once the parent is.
    ///
    /// @return whether it was missing
    public static boolean folder(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            Files.createDirectory(folder, PRIVATE_FOLDER);
            return true;
        } catch (FileAlreadyExistsException taken) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw taken;
            }
            return false;
        }
    }

    /// Makes the bytes of a file durable.
    public static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Makes the names in a folder durable.
    public static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }
}
