package vigie.evidence.vault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Sentences for what goes wrong with files, one for reading and one for keeping.
final class Source {
    private Source() {}

    /// That a file given to the vault cannot be read.
    static IOException unreadable(Path path, IOException why) {
        return new IOException("cannot read " + path + ": " + reason(why), why);
    }

    /// That the vault cannot keep what it was given.
    static IOException unkept(String what, IOException why) {
        return new IOException(
                "the vault cannot keep " + what + ", nothing of it was kept: " + reason(why), why);
    }

    private static String reason(IOException why) {
        return switch (why) {
            case NoSuchFileException _ -> "it is not there";
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        };
    }
}
