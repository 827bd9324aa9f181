package vigie.casework.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.casework.home.Home;
import vigie.casework.home.ProcessMark;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// Work that nobody else may do to the case at the same time, and which whoever looks can follow:
/// it is said in a file of the home, at most four times a second.
final class CaseWork implements Progress, AutoCloseable {
    private static final long PAUSE_MILLIS = 250;

    private final WorkLock lock;
    private final Path file;
    private final Progress also;
    private final Thread writer;
    private volatile WorkInProgress now;

    private CaseWork(WorkLock lock, Path file, WorkInProgress first, Progress also) {
        this.lock = lock;
        this.file = file;
        this.also = also;
        this.now = first;
        this.writer = Thread.ofPlatform().daemon().name("work-in-progress").start(this::write);
    }

    /// Starts to work on a case.
    ///
    /// @param also who is told, too, how far it is
    /// @throws IOException where somebody else works on it
    static CaseWork begin(
            Home home, CaseName name, WorkInProgress.Kind kind, Actor actor, Progress also)
            throws IOException {
        Optional<WorkLock> lock = WorkLock.tryTake(home.workLock(name));
        if (lock.isEmpty()) {
            throw new IOException(busy(home, name));
        }
        try {
            var first =
                    new WorkInProgress(
                            name,
                            kind,
                            actor,
                            Instant.now().truncatedTo(ChronoUnit.SECONDS),
                            "starting",
                            "",
                            0,
                            0,
                            0,
                            ProcessMark.current());
            return new CaseWork(lock.get(), home.work(name), first, also);
        } catch (IOException | RuntimeException failed) {
            lock.get().close();
            throw failed;
        }
    }

    private static String busy(Home home, CaseName name) throws IOException {
        return WorkInProgress.of(home, name)
                .map(
                        other ->
                                "%s works on case %s since %s (%s, process %d): try again when it is done"
                                        .formatted(
                                                other.kind().word(),
                                                name,
                                                other.since(),
                                                other.actor(),
                                                other.process().pid()))
                .orElse("another Vigie works on case " + name + ": try again when it is done");
    }

    @Override
    public void at(String stage, long done) {
        also.at(stage, done);
        say(stage, done, 0, 0);
    }

    @Override
    public void at(String stage, long done, long part, long whole) {
        also.at(stage, done, part, whole);
        say(stage, done, part, whole);
    }

    private void say(String stage, long done, long part, long whole) {
        WorkInProgress said = now;
        int space = stage.indexOf(' ');
        now =
                new WorkInProgress(
                        said.name(),
                        said.kind(),
                        said.actor(),
                        said.since(),
                        space < 0 ? stage : stage.substring(0, space),
                        space < 0 ? "" : stage.substring(space + 1),
                        done,
                        part,
                        whole,
                        said.process());
    }

    private void write() {
        @Nullable WorkInProgress written = null;
        try {
            while (true) {
                WorkInProgress next = now;
                if (!next.equals(written)) {
                    put(next);
                    written = next;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ended) {
            // The work is done.
        }
    }

    /// Nothing is lost where it cannot be said: the work goes on.
    private void put(WorkInProgress next) {
        Path aside = file.resolveSibling("." + file.getFileName());
        try {
            Files.deleteIfExists(aside);
            Files.createFile(
                    aside,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(aside, next.json());
            Files.move(
                    aside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unsaid) {
            also.at(next.stage(), next.done());
        }
    }

    @Override
    public void close() throws IOException {
        writer.interrupt();
        try (lock) {
            writer.join();
            Files.deleteIfExists(file);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
