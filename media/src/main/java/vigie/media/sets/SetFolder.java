package vigie.media.sets;

import java.nio.file.Path;

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
}
