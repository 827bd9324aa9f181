package vigie.evidence.ledger.timestamp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command of the unit's own that takes a time-stamp request to an authority and brings the reply
/// back, such as `curl --data-binary @- URL`. Without one, files are exchanged by hand.
///
/// @param words   the program and its arguments, no shell between
/// @param timeout after which it is stopped
public record TimestampCommand(List<String> words, Duration timeout) {
    private static final int MAX_BYTES = 1 << 20;

    public TimestampCommand {
        words = List.copyOf(words);
        if (words.isEmpty() || !timeout.isPositive()) {
            throw new IllegalArgumentException("not a command: " + words);
        }
    }

    /// Runs it on a request.
    byte[] run(Path request, Path reply) throws IOException {
        Path output = reply.resolveSibling("." + reply.getFileName() + ".new");
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectInput(request.toFile())
                            .redirectOutput(output.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new BadTimestamp(words.getFirst() + " took longer than " + timeout);
            }
            if (process.exitValue() != 0 || Files.size(output) > MAX_BYTES) {
                throw new BadTimestamp(words.getFirst() + " ended with " + process.exitValue());
            }
            return Files.readAllBytes(output);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a time stamp", stopped);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
