package vigie.media.near;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import vigie.media.pdq.PdqHash;

/// A plain file of PDQ hashes: one a line in hexadecimal, perhaps with a comma and a label behind
/// it. Empty lines are passed over. Read as a stream, in constant memory.
public final class HashFile {
    /// Bytes of the longest line: a hash with any sensible label.
    private static final int LONGEST = 4096;

    private static final int DIGITS = 64;

    private HashFile() {}

    /// Hands over the hashes of a file, in their order.
    ///
    /// @throws IOException naming file and line at the first line that is no hash
    public static void read(Path file, Consumer<PdqHash> hashes) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            StringBuilder line = new StringBuilder();
            long number = 1;
            for (int next = in.read(); next != -1; next = in.read()) {
                if (next == '\n') {
                    take(file, number, line, hashes);
                    line.setLength(0);
                    number++;
                } else if (line.length() == LONGEST) {
                    throw bad(file, number, "longer than " + LONGEST + " bytes");
                } else {
                    line.append((char) next);
                }
            }
            take(file, number, line, hashes);
        }
    }

    private static void take(Path file, long number, StringBuilder line, Consumer<PdqHash> hashes)
            throws IOException {
        String text = line.toString().strip();
        if (text.isEmpty()) {
            return;
        }
        int comma = text.indexOf(',');
        String hex = comma < 0 ? text : text.substring(0, comma).strip();
        if (hex.length() != DIGITS) {
            throw bad(file, number, "not the 64 hexadecimal digits of a PDQ hash");
        }
        PdqHash hash;
        try {
            hash = PdqHash.of(hex);
        } catch (IllegalArgumentException none) {
            throw bad(file, number, "not the 64 hexadecimal digits of a PDQ hash");
        }
        hashes.accept(hash);
    }

    private static IOException bad(Path file, long number, String why) {
        return new IOException(file + ", line " + number + ": " + why);
    }
}
