package vigie.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import vigie.evidence.disk.Folders;

/// The PostgreSQL programs that are packaged with Vigie, unpacked once per version.
final class PostgresBinaries {
    /// Written last, so that a folder that has it is whole.
    private static final String MARKER = "complete";

    private PostgresBinaries() {}

    /// The folder with `bin`, `lib` and `share`, below `cache`, which any user may traverse.
    static Path unpacked(Path cache) throws IOException {
        String resource = resource();
        URL url = PostgresBinaries.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IOException(
                    "this program has no PostgreSQL for this machine (no "
                            + resource
                            + "): give the address of a server instead");
        }
        Path folder = cache.resolve("postgres-" + version(url));
        if (Files.exists(folder.resolve(MARKER))) {
            return folder;
        }
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, ".unpacking-");
        try {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (InputStream packed = new BufferedInputStream(url.openStream(), 1 << 16)) {
                unpack(packed, fresh);
            }
            Files.createFile(fresh.resolve(MARKER));
            Files.setPosixFilePermissions(
                    fresh.resolve(MARKER), PosixFilePermissions.fromString("rw-r--r--"));
            ChildProcess.run(java.util.List.of("sync", "-f", fresh.toString()));
            moveInto(fresh, folder);
        } finally {
            Folders.delete(fresh);
        }
        return folder;
    }

    /// Moves the whole folder into place; where another process was faster, its copy is as good.
    private static void moveInto(Path fresh, Path folder) throws IOException {
        if (Files.exists(folder) && !Files.exists(folder.resolve(MARKER))) {
            Folders.delete(folder);
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException raced) {
            if (!Files.exists(folder.resolve(MARKER))) {
                throw raced;
            }
        }
    }

    private static String resource() throws IOException {
        String arch = System.getProperty("os.arch", "");
        return switch (arch) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default ->
                    throw new IOException(
                            "this program has no PostgreSQL for processors of type "
                                    + arch
                                    + ": give the address of a server instead");
        };
    }

    /// Names the packed bytes by size and checksum, which the jar's directory holds already.
    private static String version(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            return "%d-%08x".formatted(entry.getSize(), entry.getCrc());
        }
        try (InputStream in = connection.getInputStream()) {
            return vigie.model.material.Sha256.of(in.readAllBytes()).hex().substring(0, 16);
        }
    }

    private static void unpack(InputStream packed, Path root) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException("an entry of the packed PostgreSQL climbs out of it");
                }
                write(tar, entry, root, target);
            }
        }
    }

    private static void write(
            TarArchiveInputStream tar, TarArchiveEntry entry, Path root, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            if (link.isAbsolute() || !target.resolveSibling(link).normalize().startsWith(root)) {
                throw new IOException("a link of the packed PostgreSQL climbs out of it");
            }
            Files.createSymbolicLink(target, link);
            return;
        }
        Files.copy(tar, target);
        boolean program = (entry.getMode() & 0b001_001_001) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
