package vigie.cli.media.sets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vigie.casework.media.decide.Exporting;
import vigie.casework.media.decide.Exporting.Format;
import vigie.casework.operation.OpenCase;
import vigie.cli.Console;
import vigie.cli.Misuse;
import vigie.cli.Verb;
import vigie.cli.Wiring;
import vigie.cli.media.MediaRooms;

/// `vigie sets export --case C --format F --out FILE --to WHO`: what a case decided, by digests.
@Command(
        name = "export",
        description =
                "writes what was decided about a case's media, and by whom, as a VICS file (a draft:"
                        + " nobody certified it), a list of hashes or a table; never a picture",
        mixinStandardHelpOptions = true)
final class ExportVerb extends Verb {
    @Option(names = "--case", required = true, paramLabel = "NAME", description = "the case")
    String name = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "vics-1.3, vics-2.0, list or table")
    String format = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "a new file")
    Path out = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "WHO",
            description = "to whom it goes, as the ledger keeps it")
    String recipient = "";

    @Override
    protected int run(Console console) throws IOException {
        Format wanted =
                Arrays.stream(Format.values())
                        .filter(one -> one.word().equals(format))
                        .findFirst()
                        .orElseThrow(
                                () -> new Misuse("--format is vics-1.3, vics-2.0, list or table"));
        if (Files.exists(out)) {
            throw new FileAlreadyExistsException(out + " exists: name another --out");
        }
        try (Wiring wiring = Wiring.open(homeFolder(), console);
                OpenCase opened = wiring.workplace().open(caseName(name), actor())) {
            Exporting.Out left =
                    Exporting.write(
                            opened,
                            wiring.part(MediaRooms.class).room().reads(),
                            wanted,
                            out,
                            recipient,
                            purpose());
            console.object(
                    json ->
                            json.put("schema", "vigie.export/1")
                                    .put("format", wanted.word())
                                    .put("scheme", left.scheme())
                                    .put("files", left.files())
                                    .put("otherScheme", left.otherScheme())
                                    .put("sha256", left.digest().hex())
                                    .put("entry", left.entry()));
            console.print(
                    "%,d files, categories of %s, %,d decided in another scheme and without one."
                            .formatted(left.files(), left.scheme(), left.otherScheme()));
        }
        return DONE;
    }
}
