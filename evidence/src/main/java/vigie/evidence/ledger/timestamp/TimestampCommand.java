package vigie.evidence.ledger.timestamp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A command of the unit's own that takes a time-stamp request to an authority and brings the reply
/// back, such as `curl --data-binary @- URL`. Without one, files are exchanged by hand.
///
/// It reads the request from its standard input and writes the reply to its standard output. It is
/// told nothing else: what the environment says to Vigie, keys among it, is kept from it.
///
/// @param words   the program and its arguments, no shell between
/// @param timeout after which it is stopped, with its children; one that it left behind may live on
public record TimestampCommand(List<String> words, Duration timeout) {
    private static final String OWN_VARIABLES = "VIGIE_";

    public TimestampCommand {
        words = List.copyOf(words);
        if (words.isEmpty() || !timeout.isPositive()) {
            throw new IllegalArgumentException("not a command: " + words);
        }
    }

    /// Runs it on a request.
    byte[] run(Path request) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        Process process = start(request);
        try {
            byte[] reply = read(process).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (reply.length > Timestamps.MAX_BYTES) {
                throw failed("wrote more than any authority replies");
            }
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw late();
            }
            if (process.exitValue() != 0) {
                throw failed("ended with " + process.exitValue());
            }
            return reply;
        } catch (TimeoutException _) {
            throw late();
        } catch (ExecutionException unread) {
            throw new IOException(failed("cannot be read").getMessage(), unread);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a time stamp", stopped);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(Path request) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectInput(request.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith(OWN_VARIABLES));
        try {
            return builder.start();
        } catch (IOException unknown) {
            throw new IOException(failed("cannot be run").getMessage(), unknown);
        }
    }

    /// Reads at most one byte more than a reply may have; what waits in vain ends with the process.
    private static CompletableFuture<byte[]> read(Process process) {
        CompletableFuture<byte[]> reply = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (InputStream out = process.getInputStream()) {
                                reply.complete(out.readNBytes(Timestamps.MAX_BYTES + 1));
                            } catch (IOException broken) {
                                reply.completeExceptionally(broken);
                            }
                        });
        return reply;
    }

    private IOException late() {
        return failed("took longer than " + timeout.toMillis() / 1000.0 + " seconds");
    }

    private IOException failed(String how) {
        return new IOException("the time-stamping command " + words.getFirst() + " " + how);
    }
}
