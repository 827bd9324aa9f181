package vigie.evidence.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import vigie.evidence.json.NotCanonical;

/// The entries of a ledger as far as they can be read, without key and without changing anything.
/// Nothing says that they are what was entered: only verification does.
public final class LegibleEntries {
    private LegibleEntries() {}

    /// Gives each line of the ledger in `folder` that holds an entry, and passes over the others.
    public static void read(Path folder, Consumer<Entry> sink) throws IOException {
        Path file = folder.resolve("entries");
        if (Files.notExists(file)) {
            return;
        }
        try (FileChannel entries = FileChannel.open(file, StandardOpenOption.READ)) {
            Lines lines = new Lines(entries, 0, entries.size());
            for (byte[] line; (line = lines.next()) != null; ) {
                try {
                    sink.accept(Entry.parse(line));
                } catch (NotCanonical _) {
                    // No entry: passed over.
                }
            }
        }
    }
}
