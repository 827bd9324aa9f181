package vigie.evidence.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Opening what was given, with a sentence where it fails.
final class Unreadable {
    private Unreadable() {}

    /// Never through a link, even one that came after the folder was listed.
    static InputStream open(Path file) throws IOException {
        try {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException why) {
            throw at(file, why);
        }
    }

    static IOException at(Path path, IOException why) {
        String reason =
                switch (why) {
                    case NoSuchFileException _ -> "it is not there";
                    case AccessDeniedException _ -> "permission denied";
                    case FileSystemException system when system.getReason() != null ->
                            system.getReason();
                    default -> String.valueOf(why.getMessage());
                };
        return new IOException("cannot read " + path + ": " + reason, why);
    }
}
