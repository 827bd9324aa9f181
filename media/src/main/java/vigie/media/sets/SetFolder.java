package vigie.media.sets;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import vigie.evidence.disk.Folders;

/// Where things lie in the folder of sets.
final class SetFolder {
    private SetFolder() {}

    static Path set(Path folder, int id) {
        return folder.resolve(Integer.toString(id));
    }

    static Path records(Path folder, int id, int number) {
        return set(folder, id).resolve("records-" + number + ".rec");
    }

    static Path base(Path folder, int id) {
        return set(folder, id).resolve("base.db");
    }

    static Path schemes(Path folder) {
        return folder.resolve("schemes");
    }

    /// What an import is built in.
    static Path unfinished(Path folder) {
        return folder.resolve("unfinished");
    }

    /// Deletes what no set has: leftovers of a change that broke, and what a change replaced. Of
    /// whoever holds the folder's lock.
    static void sweep(Path folder, Manifest manifest) throws IOException {
        Set<Path> used = new HashSet<>();
        for (Manifest.Held held : manifest.sets()) {
            int id = held.info().id();
            used.add(set(folder, id));
            held.parts().forEach(part -> used.add(folder.resolve(part.file())));
            for (int i = 0; i < held.records().size(); i++) {
                used.add(records(folder, id, i));
            }
            if (held.base()) {
                used.add(base(folder, id));
            }
        }
        Folders.delete(unfinished(folder));
        try (DirectoryStream<Path> sets = Files.newDirectoryStream(folder, "[0-9]*")) {
            for (Path set : sets) {
                if (!used.contains(set)) {
                    Folders.delete(set);
                    continue;
                }
                try (DirectoryStream<Path> files = Files.newDirectoryStream(set)) {
                    for (Path file : files) {
                        if (!used.contains(file)) {
                            Files.delete(file);
                        }
                    }
                }
            }
        }
    }
}
