package vigie.evidence.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.Garden;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.checkpoint.SigningKey;

/// The same attacks where tiles are full and a second level stands above them.
class SeveralTilesTest {
    @TempDir Path folder;

    private List<String> lines = List.of();

    @BeforeEach
    void make_a_ledger_of_three_tiles_whose_tail_no_checkpoint_covers() throws IOException {
        try (Ledger ledger = Garden.open(folder, SigningKey.generate())) {
            ledger.append(Garden.takes(0, 400));
            ledger.checkpoint();
            ledger.append(Garden.takes(400, 600));
            ledger.checkpoint();
            ledger.append(Garden.takes(600, 700));
        }
        lines = new ArrayList<>(Files.readAllLines(folder.resolve("entries")));
    }

    @Test
    void an_untouched_ledger_is_intact_and_says_what_no_checkpoint_covers() throws IOException {
        Verification result = new LedgerVerifier(folder).verify();
        assertEquals(List.of(), result.findings());
        assertEquals(List.of("No checkpoint covers the last 100 entries."), result.notes());
    }

    @Test
    void a_changed_or_lost_tile_is_named_with_its_entry() throws IOException {
        assertEquals(List.of("TILE_ALTERED 261"), afterChanging("tile/0/001", 5 * 32 + 3));
        assertEquals(List.of("TILE_ALTERED 0"), afterChanging("tile/1/000.p/2", 3));
        assertEquals(List.of("TILE_ALTERED 256"), afterChanging("tile/1/000.p/2", 63));
        assertEquals(List.of("ENTRY_ALTERED 650"), afterChanging("tile/0/002.p/188", 138 * 32));
        for (String lost : List.of("tile/0/000", "tile/1/000.p/2")) {
            byte[] whole = Files.readAllBytes(folder.resolve(lost));
            Files.delete(folder.resolve(lost));
            assertTrue(found().getFirst().startsWith("TILE_MISSING 0"), lost + found());
            Files.write(folder.resolve(lost), whole);
        }
        Files.writeString(folder.resolve("tile/0/003"), "weed");
        assertEquals(List.of("TILE_ALTERED 768"), found());
        Files.delete(folder.resolve("tile/0/003"));
        Files.writeString(folder.resolve("tile/weed"), "weed");
        assertEquals(List.of("TILE_ALTERED -1"), found());
    }

    @Test
    void changed_lines_are_named_across_tiles() throws IOException {
        for (int entry : new int[] {0, 255, 256, 511, 512, 599, 600, 650}) {
            var removed = new ArrayList<>(lines);
            removed.remove(entry);
            assertEquals(List.of("ENTRY_REMOVED " + entry), afterWriting(removed));
            var altered = new ArrayList<>(lines);
            altered.set(entry, altered.get(entry).replace("anna", "bert"));
            assertEquals(List.of("ENTRY_ALTERED " + entry), afterWriting(altered));
            var inserted = new ArrayList<>(lines);
            inserted.add(entry, inserted.get(entry).replace("anna", "bert"));
            assertEquals(List.of("ENTRY_INSERTED " + entry), afterWriting(inserted));
            var exchanged = new ArrayList<>(lines);
            Collections.swap(exchanged, entry, entry + 1);
            assertEquals(List.of("ENTRY_REORDERED " + entry), afterWriting(exchanged));
            assertEquals(
                    List.of("ENTRIES_TRUNCATED " + entry), afterWriting(lines.subList(0, entry)));
        }
        var halves = new ArrayList<>(lines.subList(300, 700));
        halves.addAll(lines.subList(0, 300));
        List<String> moved = afterWriting(halves);
        assertEquals("ENTRY_REORDERED 0", moved.getFirst());
        assertEquals(300, moved.size());
    }

    private List<String> afterChanging(String name, int at) throws IOException {
        Path file = folder.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        byte[] altered = whole.clone();
        altered[at] ^= 1;
        Files.write(file, altered);
        List<String> found = found();
        Files.write(file, whole);
        return found;
    }

    private List<String> afterWriting(List<String> changed) throws IOException {
        Files.write(folder.resolve("entries"), changed);
        List<String> found = found();
        Files.write(folder.resolve("entries"), lines);
        return found;
    }

    private List<String> found() throws IOException {
        return new LedgerVerifier(folder)
                .verify().findings().stream()
                        .map(each -> each.kind() + " " + each.entry())
                        .toList();
    }
}
