package vigie.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The small sample, written once for all tests below the build's own folder.
public final class Written {
    /// Its seed.
    public static final long SEED = 42;

    /// Where it lies: the exports in `out`, the ground truth in `truth`.
    public static final Path FOLDER = Path.of("target", "written").toAbsolutePath();

    private static final SampleOperation.Layout SMALL = write();

    private Written() {}

    /// Where what lies.
    public static SampleOperation.Layout small() {
        return SMALL;
    }

    private static SampleOperation.Layout write() {
        try {
            if (Files.exists(FOLDER)) {
                try (var old = Files.walk(FOLDER)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return SampleOperation.write(
                    FOLDER.resolve("out"),
                    FOLDER.resolve("truth"),
                    SampleOperation.Size.SMALL,
                    SEED,
                    Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
