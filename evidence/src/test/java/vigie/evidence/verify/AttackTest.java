package vigie.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.AesSealer;
import vigie.evidence.ledger.Garden;
import vigie.evidence.ledger.Ledger;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.ledger.tree.TreeHash;
import vigie.evidence.verify.Finding.Kind;
import vigie.model.casefile.CaseName;

/// Somebody who may write to the folder, but has no key, changes it in every way that they can.
class AttackTest {
    private static final int ENTRIES = 40;
    private static final int OLDER = 25;

    /// Every byte where there is time, else one of each few, and each newline.
    private static final boolean EVERY = Boolean.getBoolean("vigie.long");

    private static final SigningKey KEY = SigningKey.generate();

    @TempDir Path folder;
    @TempDir Path elsewhere;

    private Path older;
    private List<String> untouched = List.of();

    @BeforeEach
    void make_a_ledger_with_two_checkpoints() throws IOException {
        older = elsewhere.resolve("older.note");
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, OLDER));
            Files.write(older, ledger.checkpoint().bytes());
            ledger.append(Garden.takes(OLDER, ENTRIES));
            ledger.checkpoint();
        }
        untouched = lines();
    }

    @Test
    void an_untouched_ledger_is_intact() throws IOException {
        Verification result =
                verifier().opening(new AesSealer(7)).trusting(KEY.verifier(Garden.ORIGIN)).verify();
        assertEquals(List.of(), result.findings());
        assertTrue(result.intact());
        assertEquals(ENTRIES, result.entries());
        assertEquals(ENTRIES, result.opened());
        assertEquals(2, result.checkpoints());
        assertEquals(List.of(), result.notes());
        assertTrue(
                result.proves(Locale.ENGLISH)
                        .startsWith("This proves that nothing changed since taking; an unsigned"));
    }

    @Test
    void a_changed_byte_of_any_entry_is_found_and_the_entry_is_named() throws IOException {
        Path entries = folder.resolve("entries");
        byte[] whole = Files.readAllBytes(entries);
        int entry = 0;
        for (int at = 0; at < whole.length; at++) {
            if (EVERY || at % 29 == 0 || whole[at] == '\n') {
                byte[] altered = whole.clone();
                altered[at] ^= (byte) (at % 2 == 0 ? 1 : 0x20);
                Files.write(entries, altered);
                assertNames(Kind.ENTRY_ALTERED, entry, "byte " + at);
            }
            entry += whole[at] == '\n' ? 1 : 0;
        }
    }

    @Test
    void a_changed_byte_of_any_tile_is_found_as_that_and_not_as_a_changed_entry()
            throws IOException {
        Path tile = folder.resolve("tile/0/000.p/40");
        byte[] whole = Files.readAllBytes(tile);
        for (int at = 0; at < whole.length; at += EVERY ? 1 : 5) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(tile, altered);
            Finding finding = only(at);
            assertEquals(Kind.TILE_ALTERED, finding.kind());
            assertEquals(at / 32, finding.entry());
        }
        for (int length : new int[] {0, 1, 31, 32, whole.length - 32, whole.length - 1}) {
            Files.write(tile, Arrays.copyOf(whole, length));
            assertFalse(verify().intact(), "cut to " + length);
        }
        Files.write(tile, Arrays.copyOf(whole, whole.length + 32));
        assertFalse(verify().intact());
    }

    @Test
    void a_changed_byte_of_any_checkpoint_or_of_the_key_is_found_in_that_file() throws IOException {
        for (String name :
                List.of(
                        "checkpoints/000000000025.note",
                        "checkpoints/000000000040.note",
                        "checkpoint",
                        "public-key")) {
            Path file = folder.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at++) {
                byte[] altered = whole.clone();
                altered[at] ^= 1;
                Files.write(file, altered);
                Verification result = verify();
                assertTrue(
                        result.findings().stream().anyMatch(each -> each.where().equals(name)),
                        name + " byte " + at + " " + result.findings());
                assertTrue(result.findings().stream().noneMatch(each -> each.entry() >= 0));
            }
            Files.write(file, whole);
        }
        Files.delete(folder.resolve("checkpoints/000000000040.note"));
        assertFalse(verify().intact());
    }

    @Test
    void a_removed_entry_is_named() throws IOException {
        for (int entry = 0; entry < ENTRIES; entry++) {
            List<String> lines = lines();
            lines.remove(entry);
            Finding finding = onlyAfter(lines);
            boolean last = entry == ENTRIES - 1;
            assertEquals(last ? Kind.ENTRIES_TRUNCATED : Kind.ENTRY_REMOVED, finding.kind());
            assertEquals(entry, finding.entry());
            restore();
        }
    }

    @Test
    void an_inserted_line_is_named() throws IOException {
        for (int line = 0; line <= ENTRIES; line++) {
            List<String> lines = lines();
            String copy = lines.get(Math.min(line, ENTRIES - 1));
            lines.add(line, copy.replace("order 12/2026", "order 13/2026"));
            write(lines);
            assertNames(null, line, "line " + line);
            lines.remove(line);
            lines.add(line, "{}");
            write(lines);
            assertNames(line == ENTRIES ? null : Kind.ENTRY_INSERTED, line, "line " + line);
            restore();
        }
    }

    @Test
    void two_exchanged_entries_are_named_by_the_first_place_that_breaks() throws IOException {
        for (int one = 0; one < ENTRIES; one += 3) {
            for (int other = one + 1; other < ENTRIES; other += 5) {
                List<String> lines = lines();
                Collections.swap(lines, one, other);
                write(lines);
                assertNames(Kind.ENTRY_REORDERED, one, one + " and " + other);
                Collections.swap(lines, one, other);
                write(lines);
            }
        }
    }

    @Test
    void several_changes_at_once_are_told_apart() throws IOException {
        List<String> lines = lines();
        lines.set(3, lines.get(3).replace("anna", "bert"));
        lines.remove(10);
        lines.add(20, "{}");
        lines.add(30, lines.remove(33));
        write(lines);
        List<String> found =
                verify().findings().stream().map(each -> each.kind() + " " + each.entry()).toList();
        assertEquals(
                List.of(
                        "ENTRY_ALTERED 3",
                        "ENTRY_REMOVED 10",
                        "ENTRY_INSERTED 20",
                        "ENTRY_REORDERED 30"),
                found);
    }

    @Test
    void a_truncated_tail_is_found_wherever_it_is_cut() throws IOException {
        for (int left = 0; left < ENTRIES; left++) {
            List<String> lines = lines();
            write(lines.subList(0, left));
            Finding finding = only(left);
            assertEquals(Kind.ENTRIES_TRUNCATED, finding.kind());
            assertEquals(left, finding.entry());
            write(lines);
        }
    }

    @Test
    void a_folder_set_back_whole_is_found_by_an_older_checkpoint_kept_elsewhere()
            throws IOException {
        for (int left = 0; left < OLDER; left++) {
            Path copy = elsewhere.resolve("copy" + left);
            try (Ledger ledger = Garden.open(copy, KEY)) {
                ledger.append(List.of());
            }
            write(copy, lines().subList(0, left));
            Files.delete(copy.resolve("envelopes"));
            Files.copy(folder.resolve("envelopes"), copy.resolve("envelopes"));
            Verification without = new LedgerVerifier(copy).verify();
            assertTrue(
                    without.notes().stream().anyMatch(note -> note.contains("No checkpoint"))
                            || left == 0);
            Verification result = new LedgerVerifier(copy).against(older).verify();
            Finding finding =
                    result.findings().stream()
                            .filter(each -> each.kind() == Kind.ENTRIES_TRUNCATED)
                            .findFirst()
                            .orElseThrow();
            assertEquals(left, finding.entry());
        }
    }

    @Test
    void a_history_rewritten_with_the_key_is_found_by_an_older_checkpoint() throws IOException {
        Path copy = elsewhere.resolve("rewritten");
        try (Ledger ledger = Garden.open(copy, KEY)) {
            ledger.append(Garden.takes(0, 7));
            ledger.append(Garden.take(999));
            ledger.append(Garden.takes(8, 60));
            ledger.checkpoint();
        }
        assertTrue(new LedgerVerifier(copy).verify().intact());
        Verification result = new LedgerVerifier(copy).against(older).verify();
        assertEquals(Kind.ENTRIES_REWRITTEN, result.findings().getFirst().kind());
        Checkpoint signed = Checkpoint.parse(Files.readAllBytes(older));
        var paper = new KnownRoot(signed.size(), signed.root(), "the minutes");
        assertEquals(
                Kind.ENTRIES_REWRITTEN,
                new LedgerVerifier(copy).against(paper).verify().findings().getFirst().kind());
    }

    @Test
    void an_entry_changed_together_with_its_tile_is_placed_between_two_checkpoints()
            throws IOException {
        Path entries = folder.resolve("entries");
        List<String> lines = lines();
        lines.set(30, lines.get(30).replace("\"size\":30", "\"size\":31"));
        Files.writeString(entries, String.join("\n", lines) + "\n");
        Path tile = folder.resolve("tile/0/000.p/40");
        byte[] hashes = Files.readAllBytes(tile);
        byte[] leaf = TreeHash.leaf(lines.get(30).getBytes(UTF_8));
        System.arraycopy(leaf, 0, hashes, 30 * 32, 32);
        Files.write(tile, hashes);
        Finding finding = only(30);
        assertEquals(Kind.ENTRIES_REWRITTEN, finding.kind());
        assertEquals(OLDER, finding.entry());
    }

    @Test
    void a_forgery_under_another_key_is_refused_by_whoever_knows_the_key() throws IOException {
        SigningKey forger = SigningKey.generate();
        Path copy = elsewhere.resolve("forged");
        try (Ledger ledger = Garden.open(copy, forger)) {
            ledger.append(Garden.takes(0, 40));
            ledger.checkpoint();
        }
        var known = KEY.verifier(Garden.ORIGIN);
        Verification result = new LedgerVerifier(copy).trusting(known).verify();
        assertEquals(
                List.of("checkpoint", "checkpoints/000000000040.note", "public-key"),
                result.findings().stream().map(Finding::where).sorted().toList());
        Verification older = new LedgerVerifier(copy).against(this.older).verify();
        assertEquals(Kind.CHECKPOINT_BAD, older.findings().getFirst().kind());
    }

    @Test
    void a_foreign_checkpoint_is_refused() throws IOException {
        var football = new Origin("home1", new CaseName("football"));
        Path other = elsewhere.resolve("football");
        Path note = elsewhere.resolve("football.note");
        try (var ledger = Ledger.open(other, football, KEY, new AesSealer(7), Garden.clock())) {
            Files.write(note, ledger.checkpoint().bytes());
        }
        Finding finding = new LedgerVerifier(folder).against(note).verify().findings().getFirst();
        assertEquals(Kind.CHECKPOINT_BAD, finding.kind());
        assertTrue(finding.says().contains("foreign"), finding.says());
    }

    @Test
    void a_changed_byte_of_any_envelope_is_found_without_the_key_and_its_entry_is_named()
            throws IOException {
        Path file = folder.resolve("envelopes");
        byte[] whole = Files.readAllBytes(file);
        int each = whole.length / ENTRIES;
        for (int at = 0; at < whole.length; at += EVERY ? 1 : 37) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(file, altered);
            Verification result = verify();
            assertFalse(result.intact(), "byte " + at);
            long off = Math.abs(result.findings().getFirst().entry() - at / each);
            assertTrue(off <= 1, "byte " + at + " " + result.findings());
        }
    }

    @Test
    void an_envelope_erased_without_an_entry_that_says_so_is_found() throws IOException {
        Path file = folder.resolve("envelopes");
        byte[] whole = Files.readAllBytes(file);
        int each = whole.length / ENTRIES;
        Arrays.fill(whole, 4 * each + 12, 5 * each - 2, (byte) 0);
        Files.write(file, whole);
        assertFalse(verify().intact());
    }

    @Test
    void no_key_or_another_key_opens_nothing_and_only_the_latter_is_a_finding() throws IOException {
        assertEquals(0, verify().opened());
        Verification other = verifier().opening(new AesSealer(8)).verify();
        assertEquals(ENTRIES, other.found());
        assertEquals(Kind.ENVELOPE_ALTERED, other.findings().getFirst().kind());
    }

    private LedgerVerifier verifier() {
        return new LedgerVerifier(folder);
    }

    private Verification verify() throws IOException {
        return verifier().verify();
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve("entries")));
    }

    private void write(List<String> lines) throws IOException {
        write(folder, lines);
    }

    private static void write(Path ledger, List<String> lines) throws IOException {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        Files.writeString(ledger.resolve("entries"), text);
    }

    private Finding only(int what) throws IOException {
        List<Finding> findings = verify().findings();
        assertEquals(1, findings.size(), what + ": " + findings);
        return findings.getFirst();
    }

    private Finding onlyAfter(List<String> lines) throws IOException {
        write(lines);
        return only(lines.size());
    }

    /// Puts the untouched entries back, as the next round starts from them.
    private void restore() throws IOException {
        write(untouched);
    }

    private void assertNames(@Nullable Kind kind, long entry, String what) throws IOException {
        Verification result = verify();
        assertTrue(
                result.findings().stream()
                        .anyMatch(
                                each ->
                                        each.entry() == entry
                                                && (kind == null || each.kind() == kind)),
                what + ": expected " + kind + " " + entry + " among " + result.findings());
    }
}
