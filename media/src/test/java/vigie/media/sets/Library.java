package vigie.media.sets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.segment.Permits;
import vigie.model.material.Sha256;

/// A folder of sets, for tests: imports texts as files and asks.
final class Library {
    static final String MD5 = "d35c785545392755e7e4164457657269";
    static final String OTHER = "552d2d428fe0ff59d3458370a9712573";

    final Path folder;
    final Path files;
    final SetLibrary sets;
    final List<SetInfo> entered = new ArrayList<>();

    Library(Path root) throws IOException {
        folder = root.resolve("sets");
        files = Files.createDirectories(root.resolve("files"));
        sets = SetLibrary.open(folder, Clock.systemUTC());
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(files.resolve(name), content);
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(files.resolve(name), content);
    }

    static SetInfo.Label label(String name, SetKind kind, @Nullable String scheme) {
        return new SetInfo.Label(name, kind, "1", "a unit", "", scheme, 31);
    }

    SetInfo add(SetInfo.Label label, Path... from) throws IOException {
        return sets.run(ImportOrder.of(label, List.of(from)), entered::add).set();
    }

    SetInfo add(String name, SetKind kind, String content) throws IOException {
        return add(SetInfo.Label.of(name, kind), file(name + ".txt", content));
    }

    Verdict verdict(String md5) throws IOException {
        return verdict(new FileDigests(Sha256.of(md5.getBytes(StandardCharsets.UTF_8)), md5, null));
    }

    Verdict verdict(FileDigests file) throws IOException {
        try (HashSets open = HashSets.open(folder)) {
            return open.consult(Permits.fresh(), Clock.systemUTC()).verdict(file);
        }
    }

    List<SetInfo> list() throws IOException {
        try (HashSets open = HashSets.open(folder)) {
            return open.sets();
        }
    }

    /// How many files there are below the sets, but the list and the lock.
    long leftovers() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock") && !file.endsWith(Manifest.NAME))
                    .count();
        }
    }
}
