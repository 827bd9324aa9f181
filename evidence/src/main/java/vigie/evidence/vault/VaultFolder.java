package vigie.evidence.vault;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What lies in the folder of a vault.
///
/// @param names   names of files that lie where they belong, in order
/// @param strange paths, from the folder, of whatever else is there
record VaultFolder(List<String> names, List<String> strange) {
    static VaultFolder list(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return new VaultFolder(names, strange);
        }
        Path unfinished = folder.resolve(VaultNames.UNFINISHED);
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes of) {
                        return dir.equals(unfinished)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
                        String name = String.valueOf(file.getFileName());
                        boolean belongs =
                                of.isRegularFile()
                                        && VaultNames.isName(name)
                                        && VaultNames.file(folder, name).equals(file);
                        if (belongs) {
                            names.add(name);
                        } else {
                            strange.add(folder.relativize(file).toString());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(names);
        Collections.sort(strange);
        return new VaultFolder(names, strange);
    }
}
