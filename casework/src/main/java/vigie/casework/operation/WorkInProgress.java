package vigie.casework.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vigie.casework.home.Home;
import vigie.casework.home.ProcessMark;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.evidence.json.NotCanonical;
import vigie.model.casefile.Actor;
import vigie.model.casefile.CaseName;

/// What some process of this machine is doing to a case now, as it said at most a quarter of a
/// second ago.
///
/// @param stage   what is being done, in one lower-case word: `taking`, `reading`, `indexing`,
///     `connecting`, `verifying`; `starting` before the first
/// @param subject to which file it is done, or ""
/// @param done    how many files, claims or messages of it are done
/// @param part    how many bytes or files of `whole` are behind
/// @param whole   how many there are; 0 where nobody knows
public record WorkInProgress(
        CaseName name,
        Kind kind,
        Actor actor,
        Instant since,
        String stage,
        String subject,
        long done,
        long part,
        long whole,
        ProcessMark process) {
    /// What somebody does to a case that nobody else may do at the same time.
    public enum Kind {
        TAKE,
        REBUILD,
        VERIFY,
        /// The stages of an edition, alone.
        DERIVE;

        /// The kind as a verb of the command line.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is being done to a case; nothing where whoever said so runs no more.
    public static Optional<WorkInProgress> of(Home home, CaseName name) throws IOException {
        return read(home.work(name), name);
    }

    static Optional<WorkInProgress> read(Path file, CaseName name) throws IOException {
        try {
            WorkInProgress said = parse(CanonicalJson.readFields(Files.readAllBytes(file)), name);
            return said.process.alive() ? Optional.of(said) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NotCanonical | IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    byte[] json() {
        return CanonicalJson.write(
                Json.Fields.ofTexts(
                                Map.of(
                                        "kind", kind.word(),
                                        "actor", actor.id(),
                                        "since", since.toString(),
                                        "stage", stage,
                                        "subject", wellFormed(subject),
                                        "started", process.started()))
                        .with("pid", process.pid())
                        .with("done", done)
                        .with("part", part)
                        .with("whole", whole));
    }

    /// A path may hold halves of characters, which JSON cannot say.
    private static String wellFormed(String path) {
        return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static WorkInProgress parse(Json.Fields fields, CaseName name) {
        return new WorkInProgress(
                name,
                Kind.valueOf(text(fields, "kind").toUpperCase(Locale.ROOT)),
                new Actor(text(fields, "actor")),
                Instant.parse(text(fields, "since")),
                text(fields, "stage"),
                text(fields, "subject"),
                fields.whole("done").orElse(0),
                fields.whole("part").orElse(0),
                fields.whole("whole").orElse(0),
                new ProcessMark(fields.whole("pid").orElse(-1), text(fields, "started")));
    }

    private static String text(Json.Fields fields, String name) {
        return fields.text(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }
}
