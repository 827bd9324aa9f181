package vigie.evidence.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the vault reads from, in whole chunks; where reading a file fails, the file is named.
///
/// @param file the file, or null for a stream, whose own words stand
record SourceInput(InputStream stream, @Nullable Path file) implements Closeable {
    static SourceInput of(Path file) throws IOException {
        try {
            return new SourceInput(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), file);
        } catch (IOException why) {
            throw Source.unreadable(file, why);
        }
    }

    /// Fills `into` as far as the bytes go, and says how far.
    int fill(byte[] into) throws IOException {
        try {
            return stream.readNBytes(into, 0, into.length);
        } catch (IOException why) {
            throw file == null ? why : Source.unreadable(file, why);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
