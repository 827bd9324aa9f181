package vigie.store.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One running PostgreSQL server.
final class Postmaster implements AutoCloseable {
    /// Recovery after a cut of power replays at most the write-ahead log that fits
    /// `max_wal_size`: seconds, so that minutes mean that something else is wrong.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration STOPPING = Duration.ofSeconds(30);

    /// Beside these, the defaults of PostgreSQL: fsync, full_page_writes and synchronous_commit
    /// are on and stay on.
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=40",
                    // COPY into a table made in the same transaction then skips the log.
                    "wal_level=minimal",
                    "max_wal_senders=0",
                    "max_wal_size=1GB",
                    "checkpoint_timeout=30min",
                    "shared_buffers=128MB",
                    "maintenance_work_mem=64MB",
                    "work_mem=16MB",
                    "max_worker_processes=2",
                    "max_parallel_workers_per_gather=1",
                    "max_parallel_maintenance_workers=1",
                    "max_logical_replication_workers=0",
                    "autovacuum_max_workers=1",
                    "io_method=sync",
                    "jit=off",
                    "timezone=UTC",
                    "lc_messages=C",
                    // A joined program that was killed must not hold its locks for long.
                    "client_connection_check_interval=2s",
                    // The log must not repeat evidence.
                    "log_min_error_statement=panic",
                    "log_error_verbosity=terse",
                    "log_checkpoints=off",
                    "log_timezone=UTC");

    private final Process process;
    private final int port;

    private Postmaster(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts the server on a free port and waits until it answers.
    static Postmaster start(Path binaries, Path data, Path log, Consumer<String> says)
            throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Orphans.stop(data);
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(
                log,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process process = spawn(binaries, data, log, port);
            if (ready(process, data, deadline, says)) {
                return new Postmaster(process, port);
            }
            String reason = reason(log);
            boolean transientFault =
                    reason.contains("shared memory block")
                            || reason.contains("lock file")
                            || reason.contains("could not create any TCP/IP sockets");
            if (!transientFault || attempt == 40) {
                throw new IOException("the database did not start: " + reason);
            }
            pause(250);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// Asks for a fast shutdown and waits for it; after half a minute, no longer asks.
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                ChildProcess.signal("INT", process.pid());
            }
            if (!process.waitFor(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
                ChildProcess.signal("QUIT", process.pid());
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException("the database could not be stopped", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts the process from a platform thread that ends only with this program, since the
    /// signal that stops the server follows the thread that started it.
    private static Process spawn(Path binaries, Path data, Path log, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.resolve("bin/postgres").toString());
        command.add("-D");
        command.add(data.toString());
        command.add("-c");
        command.add("port=" + port);
        for (String setting : SETTINGS) {
            command.add("-c");
            command.add(setting);
        }
        ProcessBuilder builder =
                ChildProcess.builder(ChildProcess.asDatabaseUserUntilDeath(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("vigie-postgres")
                .start(
                        () -> {
                            try {
                                started.complete(builder.start());
                            } catch (IOException failed) {
                                started.completeExceptionally(failed);
                                return;
                            }
                            while (true) {
                                java.util.concurrent.locks.LockSupport.park();
                            }
                        });
        try {
            return started.get();
        } catch (ExecutionException failed) {
            throw new IOException("the database could not be started", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting the database", interrupted);
        }
    }

    private static boolean ready(Process process, Path data, long deadline, Consumer<String> says)
            throws IOException {
        long slow = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        boolean said = false;
        while (process.isAlive()) {
            List<String> lines = pidFile(data);
            if (lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(7).strip().equals("ready")) {
                return true;
            }
            long now = System.nanoTime();
            if (now > deadline) {
                ChildProcess.signal("INT", process.pid());
                throw new IOException("the database did not become ready in " + PATIENCE);
            }
            if (!said && now > slow) {
                says.accept("The database is recovering from an interruption.");
                said = true;
            }
            pause(5);
        }
        return false;
    }

    static List<String> pidFile(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException absent) {
            return List.of();
        }
    }

    private static String reason(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        for (String line : lines.reversed()) {
            int fatal = Math.max(line.indexOf("FATAL:"), line.indexOf("PANIC:"));
            if (fatal >= 0) {
                return line.substring(fatal + "FATAL:".length()).strip();
            }
        }
        return lines.isEmpty() ? "no reason given" : lines.getLast();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the database", interrupted);
        }
    }
}
