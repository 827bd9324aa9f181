package vigie.evidence.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigie.evidence.disk.Durable;
import vigie.evidence.disk.FileSystemSync;

/// How a batch becomes durable: the bytes of all its files first, then their names, so that no name
/// ever stands for bytes that a power cut can take back.
final class Durability implements AutoCloseable {
    /// Up to here one flush a file is cheaper than flushing what everybody wrote.
    private static final int FEW = 16;

    private final Path vault;
    private final Optional<FileSystemSync> whole;
    private final Set<Path> folders = new LinkedHashSet<>();

    private Durability(Path vault, Optional<FileSystemSync> whole) {
        this.vault = vault;
        this.whole = whole;
    }

    static Durability of(Path vault, int files) {
        return new Durability(vault, files > FEW ? FileSystemSync.of(vault) : Optional.empty());
    }

    /// Makes the bytes of files durable.
    void files(List<Path> files) throws IOException {
        if (whole.isPresent()) {
            whole.get().sync();
            return;
        }
        for (Path file : files) {
            Durable.syncFile(file);
        }
    }

    /// Makes the folders that `file` needs, durable with the names.
    void folderOf(Path file) throws IOException {
        Path inner = file.resolveSibling("");
        Path outer = inner.resolveSibling("");
        Durable.folder(outer);
        Durable.folder(inner);
        // Also those that are there already: who made them may not have flushed them yet.
        folders.add(vault);
        folders.add(outer);
        folders.add(inner);
    }

    /// Makes the names of files and folders durable.
    void names() throws IOException {
        if (whole.isPresent()) {
            whole.get().sync();
            return;
        }
        for (Path folder : folders) {
            Durable.syncFolder(folder);
        }
    }

    @Override
    public void close() {
        whole.ifPresent(FileSystemSync::close);
    }
}
