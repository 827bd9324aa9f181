package vigie.casework.home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.evidence.fields.Fields;
import vigie.evidence.ledger.timestamp.TimestampCommand;
import vigie.evidence.ledger.timestamp.TrustAnchors;
import vigie.model.casefile.Refusal;

/// What a unit sets for its home, in the file `settings.yaml` that it writes there: keys as in the
/// manual, named as the components here. Where there is no such file, nothing is set.
///
/// Unknown keys and faulty values are each refused ([Refusal.Kind#SETTINGS]) with file, line, key
/// and reason; so is a file that others than its owner may write, since it names a program to run.
public record Settings(Timestamp timestamp) {
    /// The name of the file.
    public static final String FILE = "settings.yaml";

    /// What holds where nothing is set.
    public static final Settings DEFAULT =
            new Settings(new Timestamp(List.of(), Duration.ofSeconds(60), null));

    /// One byte more than the longest settings.
    private static final int READ = 64 * 1024 + 1;

    /// How checkpoints are time-stamped (RFC 3161).
    ///
    /// @param command the program, and its arguments, that carries a request to an authority and
    ///     brings the reply; empty where files are exchanged by hand
    /// @param seconds how long it may take
    /// @param trust   a file of certificates (PEM) that vouch for authorities, or null for none
    public record Timestamp(List<String> command, Duration seconds, @Nullable Path trust) {
        public Timestamp {
            command = List.copyOf(command);
        }

        /// The command, if one is set.
        public Optional<TimestampCommand> stamping() {
            return command.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TimestampCommand(command, seconds));
        }

        /// The certificates, or null where none are set.
        public @Nullable TrustAnchors anchors() throws IOException {
            return trust == null ? null : TrustAnchors.read(trust);
        }
    }

    /// The settings of the home in folder `home`.
    ///
    /// @throws IOException where the file exists but cannot be read
    public static Settings read(Path home) throws IOException {
        Path file = home.resolve(FILE);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(READ);
        } catch (NoSuchFileException _) {
            return DEFAULT;
        }
        var others = Files.getPosixFilePermissions(file);
        if (others.contains(PosixFilePermission.GROUP_WRITE)
                || others.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new Refusal(
                    Refusal.Kind.SETTINGS,
                    file + ": may be written by others than its owner: chmod go-w it");
        }
        Fields fields = Fields.parse(file.toString(), bytes, Refusal.Kind.SETTINGS);
        Timestamp timestamp =
                fields.groupOrNone("timestamp")
                        .map(below -> timestamp(below, home))
                        .orElse(DEFAULT.timestamp());
        fields.finish();
        return new Settings(timestamp);
    }

    private static Timestamp timestamp(Fields fields, Path home) {
        List<String> command = fields.texts("command");
        int usual = (int) DEFAULT.timestamp().seconds().toSeconds();
        Duration seconds = Duration.ofSeconds(fields.number("seconds", 1, 600, usual));
        String trust = fields.textOrNull("trust");
        Path anchors = trust == null ? null : existing(fields, home, trust);
        fields.finish();
        return new Timestamp(command, seconds, anchors);
    }

    /// A path is that of the file, or starts at the home, so that both travel together.
    private static Path existing(Fields fields, Path home, String stated) {
        Path file;
        try {
            file = home.resolve(stated);
        } catch (InvalidPathException _) {
            throw fields.problem("trust", "is not a path");
        }
        if (!Files.isRegularFile(file)) {
            throw fields.problem("trust", "names no file: " + file);
        }
        return file;
    }
}
