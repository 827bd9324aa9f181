package vigie.evidence.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import vigie.model.casefile.Refusal;

/// Reading files that hold keys: regular, small, and closed to everybody but their owner.
final class KeyFiles {
    private static final int LARGEST = 16 * 1024;
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private KeyFiles() {}

    static byte[] read(Path file) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw refused(file, "is not a plain file");
        }
        if (attributes.permissions().stream().anyMatch(OTHERS::contains)) {
            throw refused(file, "can be reached by other users: chmod 600 it");
        }
        if (attributes.size() > LARGEST) {
            throw refused(file, "is too large to be a key");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(LARGEST);
        }
    }

    static Refusal refused(Path file, String reason) {
        return new Refusal(Refusal.Kind.KEY, file + " " + reason);
    }
}
