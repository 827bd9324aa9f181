package vigie.evidence.vault;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where a name lies in the folder of a vault: `aa/bb/<name>`, `aabb` being its first digits.
final class VaultNames {
    /// The folder of writing that is not finished; nothing in it counts.
    static final String UNFINISHED = "unfinished";

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private VaultNames() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static Path file(Path folder, String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }
}
