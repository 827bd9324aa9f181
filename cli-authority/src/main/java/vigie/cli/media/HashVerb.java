package vigie.cli.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vigie.cli.Console;
import vigie.cli.JsonText;
import vigie.cli.Verb;
import vigie.media.digest.Algorithm;
import vigie.media.hash.ConfinedHashing;
import vigie.media.hash.HashedFile;
import vigie.media.pixel.JavaPort;
import vigie.media.pixel.Limits;
import vigie.media.pixel.PictureExaminer;
import vigie.media.worker.Settings;
import vigie.media.worker.Workers;

/// `vigie hash PATH...`: digests and PDQ of files, a line each. It consults no set and no case.
@Command(
        name = "hash",
        description = "digests and PDQ hash of files, one line each; no set and no case is asked",
        mixinStandardHelpOptions = true)
final class HashVerb extends Verb {
    enum Decoder {
        standard,
        java
    }

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, or folders of them")
    List<Path> paths = List.of();

    @Option(
            names = "--decoder",
            paramLabel = "NAME",
            description =
                    "java: as the algorithm's Java port does, for comparison with it; its hashes are"
                            + " not those of hash lists")
    Decoder decoder = Decoder.standard;

    @Override
    protected int run(Console console) throws IOException {
        String examiner =
                switch (decoder) {
                    case standard -> PictureExaminer.class.getName();
                    case java -> JavaPort.class.getName();
                };
        try (Workers workers = Workers.start(Settings.usual(examiner))) {
            ConfinedHashing.all(
                    workers,
                    files().iterator(),
                    Limits.STANDARD.bytes(),
                    file -> say(console, file));
            return DONE;
        }
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                inside.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (UncheckedIOException failed) {
                throw failed.getCause();
            }
        }
        return files;
    }

    private static void say(Console console, HashedFile file) {
        console.object(json -> fields(json, file));
        console.print(
                "%s  %s  %s"
                        .formatted(
                                file.hashed().map(h -> h.hash().toString()).orElse("-"),
                                file.digests().map(d -> d.hex(Algorithm.SHA256)).orElse("-"),
                                file.file() + file.error().map(e -> ": " + e).orElse("")));
    }

    private static void fields(JsonText json, HashedFile file) {
        json.put("path", file.file().toString());
        file.digests()
                .ifPresent(
                        digests ->
                                json.put("sha256", digests.hex(Algorithm.SHA256))
                                        .put("sha1", digests.hex(Algorithm.SHA1))
                                        .put("md5", digests.hex(Algorithm.MD5)));
        file.hashed()
                .ifPresent(
                        hashed ->
                                json.put("pdq", hashed.hash().toString())
                                        .put("quality", hashed.quality()));
        file.oriented().ifPresent(hash -> json.put("pdqOriented", hash.toString()));
        file.error().ifPresent(error -> json.put("error", error));
    }
}
