package vigie.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.evidence.disk.Folders;
import vigie.model.casefile.Refusal;

/// Where an embedded database keeps its files, and how they come to be.
final class DataDirectory {
    /// The release whose files this program's PostgreSQL reads.
    private static final String MAJOR = "18";

    /// Where data goes that cannot lie in its home.
    static final Path OUTSIDE = Path.of("/var/lib/vigie");

    /// What a person does about a database that is not there.
    private static final String LOST =
            "put it back, or, where it is lost, delete pg.properties in the home and run"
                    + " `vigie rebuild` for each case";

    /// Beside the data of a home that lie outside it: the home's path.
    private static final String OWNER = "home";

    private DataDirectory() {}

    /// The folder that holds the data directory: the one recorded, else the one that has data
    /// already, else `pg` in the home, else, where the database's user cannot reach that, one under
    /// [#OUTSIDE], which `says` then says.
    static Path choose(Path home, String id, @Nullable Path recorded, Consumer<String> says)
            throws IOException {
        Path inside = home.resolve("pg");
        boolean fresh = !Files.exists(home.resolve(Secrets.FILE));
        if (recorded != null && !fresh) {
            requireOwn(recorded, home);
            if (!recorded.equals(inside) && !Files.isDirectory(recorded)) {
                throw new IOException(
                        "the database folder that this home records is not there: "
                                + recorded
                                + "; "
                                + LOST);
            }
            return recorded.equals(inside) ? prepared(inside) : recorded;
        }
        if (Files.isDirectory(inside.resolve(MAJOR))) {
            return inside;
        }
        Path outside = fresh ? unused(OUTSIDE.resolve(id)) : OUTSIDE.resolve(id);
        if (Files.isDirectory(outside.resolve(MAJOR))) {
            requireOwn(outside, home);
            return outside;
        }
        prepared(inside);
        if (!ChildProcess.root() || reachable(inside)) {
            return inside;
        }
        Files.delete(inside);
        Files.createDirectories(OUTSIDE);
        Files.setPosixFilePermissions(OUTSIDE, PosixFilePermissions.fromString("rwx--x--x"));
        prepared(outside);
        if (!reachable(outside)) {
            throw new IOException(
                    "the user of the database can reach neither " + inside + " nor " + outside);
        }
        Files.writeString(outside.resolve(OWNER), home + "\n");
        says.accept(
                "The database is kept in "
                        + outside
                        + ", since its user cannot reach "
                        + home.toAbsolutePath()
                        + ".");
        return outside;
    }

    /// The folder itself, or one named after it, where another home has its data.
    private static Path unused(Path folder) {
        Path unused = folder;
        for (int copy = 2; Files.isDirectory(unused.resolve(MAJOR)); copy++) {
            unused = folder.resolveSibling(folder.getFileName() + "-" + copy);
        }
        return unused;
    }

    /// Two homes, of which one is a copy, never share one database; a home that was moved takes
    /// its own along.
    private static void requireOwn(Path folder, Path home) throws IOException {
        Path owner = folder.resolve(OWNER);
        if (folder.startsWith(home) || !Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(owner)) {
            Path other = Path.of(Files.readString(owner).strip());
            if (other.equals(home)) {
                return;
            }
            if (Files.exists(other.resolve(Secrets.FILE))) {
                throw new IOException(
                        "this home is a copy of %s, whose database in %s was not copied with it: delete pg.properties in this home and run `vigie rebuild` for each case"
                                .formatted(other, folder));
            }
        }
        Files.writeString(owner, home + "\n");
    }

    /// The data directory in `folder`, made by initdb in one step or not at all.
    static Path data(Path folder, Path binaries, Secrets secrets) throws IOException {
        Path data = folder.resolve(MAJOR);
        if (Files.isDirectory(data)) {
            String version = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!version.equals(MAJOR)) {
                throw new Refusal(
                        Refusal.Kind.VERSION,
                        "the database of this home is of PostgreSQL %s, this program has %s"
                                .formatted(version, MAJOR));
            }
            return data;
        }
        refuseNewer(folder);
        if (secrets.prepared()) {
            throw new IOException(
                    "the database folder " + data + " that this home had is not there; " + LOST);
        }
        deleteLeftovers(folder);
        Path fresh = folder.resolve("new-" + ProcessHandle.current().pid());
        Path password = folder.resolve("new-password");
        try {
            Files.writeString(password, secrets.superuser().password(), StandardCharsets.US_ASCII);
            Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
            own(password);
            initdb(binaries, fresh, password);
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        ChildProcess.run(List.of("sync", "-f", folder.toString()));
        return data;
    }

    private static void initdb(Path binaries, Path fresh, Path password) throws IOException {
        var answer =
                ChildProcess.run(
                        ChildProcess.asDatabaseUser(
                                List.of(
                                        binaries.resolve("bin/initdb").toString(),
                                        "--pgdata=" + fresh,
                                        "--username=postgres",
                                        "--auth=scram-sha-256",
                                        "--pwfile=" + password,
                                        "--data-checksums",
                                        "--encoding=UTF8",
                                        "--locale-provider=builtin",
                                        "--locale=C.UTF-8",
                                        "--no-instructions")));
        if (answer.exit() != 0) {
            throw new IOException("the database could not be made: " + reason(answer.output()));
        }
    }

    private static void refuseNewer(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            var other =
                    entries.map(entry -> String.valueOf(entry.getFileName()))
                            .filter(name -> name.matches("[0-9]{2}"))
                            .findFirst();
            if (other.isPresent()) {
                throw new Refusal(
                        Refusal.Kind.VERSION,
                        "the database of this home is of PostgreSQL %s, this program has %s"
                                .formatted(other.get(), MAJOR));
            }
        }
    }

    private static void deleteLeftovers(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (String.valueOf(entry.getFileName()).startsWith("new-")) {
                    Folders.delete(entry);
                }
            }
        }
    }

    private static Path prepared(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        own(folder);
        return folder;
    }

    private static void own(Path path) throws IOException {
        if (ChildProcess.root()) {
            var names = path.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(path, names.lookupPrincipalByName("nobody"));
        }
    }

    private static boolean reachable(Path folder) throws IOException {
        return ChildProcess.run(
                                ChildProcess.asDatabaseUser(
                                        List.of("test", "-w", folder.toString())))
                        .exit()
                == 0;
    }

    /// What initdb says last is what it cleans up: the error stands before.
    private static String reason(String output) {
        return output.lines()
                .filter(line -> line.contains("error:") || line.contains("FATAL:"))
                .findFirst()
                .map(String::strip)
                .orElseGet(() -> lastLine(output));
    }

    private static String lastLine(String output) {
        String stripped = output.strip();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }
}
