package vigie.casework.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vigie.evidence.disk.Durable;
import vigie.evidence.ledger.Entry;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.vault.Vault;

/// The names that a batch is about to have in the vault, written down before it is committed and
/// struck out once the ledger has entered it: so that what a kill leaves between the two is known
/// to be ours, and is removed rather than reported as surplus.
final class UnfinishedBatch {
    private final Path file;

    /// @param file where the names stand while a batch is under way; one a case
    UnfinishedBatch(Path file) {
        this.file = file;
    }

    /// Writes the names down, durably.
    void begin(List<String> names) throws IOException {
        Durable.replace(file, String.join("\n", names).getBytes(StandardCharsets.US_ASCII));
    }

    /// The ledger has entered the batch durably.
    void end() throws IOException {
        Files.deleteIfExists(file);
    }

    /// The names of a batch that was not ended.
    Set<String> names() throws IOException {
        if (Files.notExists(file)) {
            return Set.of();
        }
        return new HashSet<>(Files.readAllLines(file, StandardCharsets.US_ASCII));
    }

    /// Removes from the vault what an interrupted batch left there and the ledger never entered.
    void recover(Vault vault, Ledger ledger) throws IOException {
        Set<String> left = names();
        if (left.isEmpty()) {
            return;
        }
        try (Stream<Entry> entries = ledger.entries(0)) {
            entries.filter(entry -> entry.kind().equals(CaseBook.TAKE))
                    .forEach(entry -> entry.data().text("name").ifPresent(left::remove));
        }
        for (String name : left) {
            vault.remove(name);
        }
        end();
    }
}
