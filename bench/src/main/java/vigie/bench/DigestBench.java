package vigie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import vigie.media.digest.Algorithm;
import vigie.media.digest.Digesting;

/// MD5 and SHA-256 of the files of a folder in one read each, on two cores: what `hashdeep -c
/// md5,sha256 -j2 -r` does. `DigestBench FOLDER`.
public final class DigestBench {
    private DigestBench() {}

    /// Runs it.
    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(arguments[0]))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        var bytes = new LongAdder();
        long start = System.nanoTime();
        try (var digesting = new Digesting(EnumSet.of(Algorithm.MD5, Algorithm.SHA256), 2)) {
            digesting.all(files, (_, digests) -> bytes.add(digests.bytes()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d files, %.0f MB, %.1f s, %.0f MB a second%n",
                files.size(), bytes.sum() / 1e6, seconds, bytes.sum() / 1e6 / seconds);
    }
}
