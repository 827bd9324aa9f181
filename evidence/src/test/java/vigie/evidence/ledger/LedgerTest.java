package vigie.evidence.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.evidence.ledger.checkpoint.Checkpoint;
import vigie.evidence.ledger.checkpoint.Origin;
import vigie.evidence.ledger.checkpoint.SigningKey;
import vigie.evidence.ledger.tree.TreeHash;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;

class LedgerTest {
    private static final SigningKey KEY = SigningKey.generate();

    @TempDir Path folder;

    @Test
    void an_entry_says_who_did_what_when_and_why_in_canonical_json() throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(
                    Draft.disclosure("refer", Garden.ANNA, "referral 3", List.of("prosecutor-7"))
                            .about(List.of("exhibit:4"))
                            .with("count", 2));
            assertEquals(
                    "{\"at\":\"2026-11-02T10:00:00Z\",\"case\":\"garden\",\"data\":{\"count\":2},"
                            + "\"kind\":\"refer\",\"operator\":\"anna\",\"purpose\":\"referral 3\","
                            + "\"recipients\":[\"prosecutor-7\"],\"seq\":0,"
                            + "\"subjects\":[\"exhibit:4\"],\"v\":1,\"verb\":\"disclosure\"}\n",
                    Files.readString(folder.resolve("entries")));
        }
    }

    @Test
    void a_disclosure_without_recipients_cannot_be_drafted() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Draft.of(Verb.DISCLOSURE, "refer", Garden.ANNA, "referral 3"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Draft.of(Verb.DECIDE, "Not A Word", Garden.ANNA, "referral 3"));
        assertThrows(
                IllegalArgumentException.class,
                () -> Draft.of(Verb.DECIDE, "note", Garden.ANNA, "two\nlines"));
    }

    @Test
    void what_was_appended_is_there_after_opening_again() throws IOException {
        List<Entry> appended = new ArrayList<>();
        for (int round = 0; round < 7; round++) {
            try (Ledger ledger = Garden.open(folder, KEY)) {
                appended.addAll(ledger.append(Garden.takes(111L * round, 111L * round + 111)));
                if (round % 3 == 1) {
                    ledger.checkpoint();
                }
            }
        }
        try (Ledger ledger = Garden.open(folder, KEY)) {
            assertEquals(777, ledger.size());
            try (var entries = ledger.entries(0)) {
                assertEquals(appended, entries.toList());
            }
            for (long from : new long[] {1, 255, 256, 257, 511, 512, 776, 777}) {
                try (var entries = ledger.entries(from)) {
                    assertEquals(
                            appended.subList((int) from, 777), entries.toList(), "from " + from);
                }
            }
            assertEquals(appended.get(600), ledger.entry(600));
            assertEquals(
                    Optional.of(Map.of("path", "photos/tomato_600.jpg")),
                    ledger.texts(appended.get(600)));
        }
    }

    @Test
    void an_entry_and_an_older_checkpoint_are_proved_under_the_newer_root() throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 300));
            Checkpoint older = ledger.checkpoint();
            List<Entry> entries = ledger.append(Garden.takes(300, 700));
            assertTrue(ledger.consistency(300).proves(older.root(), ledger.root()));
            Entry last = entries.getLast();
            assertTrue(ledger.proof(699).proves(TreeHash.leaf(last.bytes()), ledger.root()));
            assertThrows(IllegalArgumentException.class, () -> ledger.consistency(701));
            assertThrows(IllegalArgumentException.class, () -> ledger.bundle(700));
        }
    }

    @Test
    void a_stranger_checks_one_entry_with_the_bundle_alone() throws IOException {
        byte[] bundle;
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 300));
            bundle = ledger.bundle(17).toJson();
            ledger.append(Garden.takes(300, 310));
            assertEquals(300, ledger.bundle(17).checkpoint().size());
            assertEquals(310, ledger.bundle(305).checkpoint().size());
        }
        var checked = ProofBundle.check(bundle, KEY.verifier(Garden.ORIGIN));
        assertEquals(17, checked.entry().seq());
        var foreign = SigningKey.generate().verifier(Garden.ORIGIN);
        assertThrows(IOException.class, () -> ProofBundle.check(bundle, foreign));
        for (int i = 0; i < bundle.length; i++) {
            byte[] altered = bundle.clone();
            altered[i] ^= 1;
            assertThrows(IOException.class, () -> ProofBundle.check(altered, null), "byte " + i);
        }
    }

    @Test
    void erasing_an_envelope_breaks_no_proof_and_is_itself_entered() throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 20));
            Checkpoint before = ledger.checkpoint();
            Entry entry = ledger.entry(5);
            byte[] sealed = Files.readAllBytes(folder.resolve("envelopes"));
            var decision = Draft.of(Verb.ERASURE, "erase", Garden.ANNA, "retention");
            assertThrows(IllegalArgumentException.class, () -> ledger.erase(5, Garden.take(1)));
            Entry entered = ledger.erase(5, decision);
            assertEquals(5, entered.data().whole("erases").orElse(-1));
            assertEquals(Optional.empty(), ledger.texts(entry));
            assertTrue(ledger.texts(ledger.entry(6)).isPresent());
            assertTrue(ledger.consistency(20).proves(before.root(), ledger.root()));
            assertTrue(ledger.proof(5).proves(TreeHash.leaf(entry.bytes()), ledger.root()));
            byte[] left = Files.readAllBytes(folder.resolve("envelopes"));
            assertEquals(sealed.length, left.length);
            int length = sealed.length / 20;
            for (int at = 5 * length + 40; at < 6 * length - 40; at++) {
                assertEquals(0, left[at]);
            }
            ledger.erase(5, decision);
        }
        try (Ledger ledger = Garden.open(folder, KEY)) {
            assertEquals(22, ledger.size());
            assertEquals(Optional.empty(), ledger.texts(ledger.entry(5)));
        }
    }

    @Test
    void an_envelope_opens_for_its_own_entry_and_its_own_key_only() throws IOException {
        Entry entry;
        try (Ledger ledger = Garden.open(folder, KEY)) {
            entry = ledger.append(Garden.take(1));
        }
        var other = new AesSealer(8);
        try (var ledger = Ledger.open(folder, Garden.ORIGIN, KEY, other, Garden.clock())) {
            assertThrows(LedgerCorrupt.class, () -> ledger.texts(entry));
        }
        assertFalse(
                new String(Files.readAllBytes(folder.resolve("envelopes")), UTF_8)
                        .contains("tomato"));
        assertFalse(Files.readString(folder.resolve("entries")).contains("tomato"));
    }

    @Test
    void a_ledger_of_another_home_case_or_key_is_refused() throws IOException {
        Garden.open(folder, KEY).close();
        var sealer = new AesSealer(7);
        for (Origin other :
                List.of(
                        new Origin("home2", new CaseName("garden")),
                        new Origin("home1", new CaseName("football")))) {
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () -> Ledger.open(folder, other, KEY, sealer, Garden.clock()));
            assertEquals(Refusal.Kind.KEY, refusal.kind());
        }
        assertThrows(Refusal.class, () -> Garden.open(folder, SigningKey.generate()));
    }

    @Test
    void an_incomplete_last_line_beyond_every_checkpoint_is_cut() throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 10));
            ledger.checkpoint();
            ledger.append(Garden.takes(10, 20));
        }
        Path entries = folder.resolve("entries");
        long whole = Files.size(entries);
        byte[] line = Files.readAllLines(entries).get(19).replace(":19", ":20").getBytes(UTF_8);
        for (int cut : new int[] {1, 100, line.length}) {
            Files.write(entries, Arrays.copyOf(line, cut), StandardOpenOption.APPEND);
            try (Ledger ledger = Garden.open(folder, KEY)) {
                assertEquals(20, ledger.size());
            }
            assertEquals(whole, Files.size(entries));
        }
    }

    @Test
    void anything_missing_that_was_entered_is_refused_and_left_as_it_is() throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 10));
            ledger.checkpoint();
            ledger.append(Garden.takes(10, 20));
        }
        Path entries = folder.resolve("entries");
        byte[] whole = Files.readAllBytes(entries);
        for (int cut : new int[] {1, 50, whole.length / 4, whole.length / 2, whole.length - 10}) {
            byte[] left = Arrays.copyOf(whole, whole.length - cut);
            Files.write(entries, left);
            long lines = new String(left, UTF_8).lines().count();
            var refused = assertThrows(LedgerCorrupt.class, () -> Garden.open(folder, KEY));
            assertTrue(refused.entry() <= lines, refused.getMessage());
            assertEquals(left.length, Files.size(entries));
        }
    }

    @Test
    void tiles_and_offsets_that_are_lost_are_computed_again() throws IOException {
        String root;
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 600));
            ledger.checkpoint();
            ledger.append(Garden.takes(600, 900));
            root = ledger.root().hex();
        }
        for (String lost : List.of("tile/0/002", "tile/0/000", "tile/1/000.p/3", "offsets")) {
            Files.deleteIfExists(folder.resolve(lost));
            try (Ledger ledger = Garden.open(folder, KEY)) {
                assertEquals(root, ledger.root().hex());
                assertTrue(
                        ledger.proof(700)
                                .proves(TreeHash.leaf(ledger.entry(700).bytes()), ledger.root()));
            }
        }
    }

    @Test
    void a_tile_that_was_altered_where_a_checkpoint_covers_it_is_mended() throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 600));
            ledger.checkpoint();
        }
        Path tile = folder.resolve("tile/1/000.p/2");
        byte[] hashes = Files.readAllBytes(tile);
        byte[] altered = hashes.clone();
        altered[3] ^= 1;
        Files.write(tile, altered);
        Garden.open(folder, KEY).close();
        assertArrayEquals(hashes, Files.readAllBytes(tile));
    }

    @Test
    void an_entry_altered_beyond_every_checkpoint_is_refused_by_its_number() throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 10));
            ledger.checkpoint();
            ledger.append(Garden.takes(10, 20));
        }
        Path entries = folder.resolve("entries");
        String text = Files.readString(entries);
        Files.writeString(entries, text.replace("\"size\":14}", "\"size\":15}"));
        var refused = assertThrows(LedgerCorrupt.class, () -> Garden.open(folder, KEY));
        assertEquals(14, refused.entry());
    }

    @Test
    void a_changed_byte_in_the_last_tile_is_refused_by_its_entry_and_left_as_it_is()
            throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            ledger.append(Garden.takes(0, 10));
            ledger.checkpoint();
            ledger.append(Garden.takes(10, 20));
        }
        Path entries = folder.resolve("entries");
        byte[] whole = Files.readAllBytes(entries);
        int entry = 0;
        for (int at = 0; at < whole.length; at++) {
            if (at % 61 == 0 || whole[at] == '\n') {
                byte[] altered = whole.clone();
                altered[at] ^= 1;
                Files.write(entries, altered);
                var refused = assertThrows(LedgerCorrupt.class, () -> Garden.open(folder, KEY));
                assertEquals(entry, refused.entry(), "byte " + at + refused.getMessage());
                assertArrayEquals(altered, Files.readAllBytes(entries));
            }
            entry += whole[at] == '\n' ? 1 : 0;
        }
        Files.write(entries, whole);
        Garden.open(folder, KEY).close();
    }

    @Test
    void two_that_share_a_folder_see_what_the_other_appended() throws IOException {
        try (Ledger one = Garden.open(folder, KEY);
                Ledger two = Garden.open(folder, KEY)) {
            for (int round = 0; round < 40; round++) {
                one.append(Garden.takes(0, 9));
                two.append(Garden.takes(0, 11));
                assertEquals(20L * round + 20, one.size());
                assertEquals(one.root(), two.root());
                if (round % 10 == 3) {
                    assertEquals(one.checkpoint(), two.checkpoint());
                }
            }
            two.erase(799, Draft.of(Verb.ERASURE, "erase", Garden.ANNA, "retention"));
            assertEquals(Optional.empty(), one.texts(one.entry(799)));
        }
    }

    @Test
    void a_checkpoint_is_signed_once_for_each_size() throws IOException {
        try (Ledger ledger = Garden.open(folder, KEY)) {
            assertEquals(Optional.empty(), ledger.latestCheckpoint());
            ledger.append(Garden.take(1));
            Checkpoint first = ledger.checkpoint();
            assertEquals(first, ledger.checkpoint());
            ledger.append(Garden.take(2));
            Checkpoint second = ledger.checkpoint();
            assertEquals(2, second.size());
            assertEquals(first, ledger.checkpoints().read(1, ledger.verifier()));
            assertEquals(second.note(), Files.readString(folder.resolve("checkpoint")));
        }
    }
}
