package vigie.evidence.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.casefile.CaseName;
import vigie.model.casefile.Refusal;
import vigie.model.material.Sha256;

class KeyringTest {
    private static final CaseName K = new CaseName("K");
    private static final KeySource FILE = new KeySource.KeyFile();
    private static final KeySource WORDS = new KeySource.Passphrase("leeks beans and carrots");

    @TempDir Path home;

    private Keyring open(KeySource source) throws IOException {
        return Keyring.open(home, "home-1", source);
    }

    private static String refusal(Executable act) {
        Refusal refusal = assertThrows(Refusal.class, act);
        assertEquals(Refusal.Kind.KEY, refusal.kind());
        return String.valueOf(refusal.getMessage());
    }

    private static byte[] same(CaseKey key) {
        return key.secret();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void the_first_use_makes_a_private_key_file_and_later_uses_open_it() throws IOException {
        CaseKey key = open(FILE).create(K);
        for (String file : List.of("master.key", "master.json", "keys/K.json")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.resolve(file))));
        }
        assertArrayEquals(same(key), same(open(FILE).open(K)));
        assertTrue(open(FILE).has(K));
        assertTrue(refusal(() -> open(FILE).create(K)).contains("has a key already"));
        assertEquals(3, files().size());
    }

    @Test
    void a_case_may_have_any_name_without_touching_the_master_key() throws IOException {
        Keyring keyring = open(FILE);
        keyring.create(new CaseName("master"));
        keyring.create(new CaseName("master.key"));
        assertArrayEquals(
                same(open(FILE).open(new CaseName("master"))),
                same(open(FILE).open(new CaseName("master"))));
    }

    @Test
    void a_key_file_that_others_can_reach_is_refused() throws IOException {
        open(FILE).create(K);
        for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            Files.setPosixFilePermissions(
                    home.resolve("master.key"), PosixFilePermissions.fromString(mode));
            assertTrue(refusal(() -> open(FILE)).contains("other users"));
        }
        Files.setPosixFilePermissions(
                home.resolve("master.key"), PosixFilePermissions.fromString("r--------"));
        open(FILE).open(K);
        Path aside = home.resolve("aside");
        Files.move(home.resolve("master.key"), aside);
        Files.createSymbolicLink(home.resolve("master.key"), aside);
        assertTrue(refusal(() -> open(FILE)).contains("plain file"));
    }

    @Test
    void a_wrong_or_missing_master_key_is_refused_and_changes_nothing() throws IOException {
        open(FILE).create(K);
        Map<String, String> before = files();
        byte[] wrong = new byte[32];
        assertTrue(
                refusal(() -> open(new KeySource.Given(wrong)))
                        .contains("not the one that this home was made with"));
        assertTrue(refusal(() -> open(WORDS)).contains("not protected by a passphrase"));
        assertEquals(before, files());
        String right = Files.readString(home.resolve("master.key"));
        Files.writeString(home.resolve("master.key"), Base64.getEncoder().encodeToString(wrong));
        assertTrue(refusal(() -> open(FILE)).contains("not the one"));
        Files.writeString(home.resolve("master.key"), "leeks");
        assertTrue(refusal(() -> open(FILE)).contains("32 bytes"));
        Files.delete(home.resolve("master.key"));
        assertTrue(refusal(() -> open(FILE)).contains("missing"));
        assertFalse(Files.exists(home.resolve("master.key")));
        // The right key from the environment opens what the file would have opened.
        open(new KeySource.Given(Base64.getDecoder().decode(right.strip()))).open(K);
    }

    @Test
    void a_home_that_lost_its_descriptor_is_not_made_anew() throws IOException {
        open(FILE).create(K);
        Files.delete(home.resolve("master.json"));
        assertTrue(refusal(() -> open(FILE)).contains("is missing"));
    }

    @Test
    void a_first_use_that_was_cut_short_keeps_the_key_that_it_made() throws IOException {
        open(FILE);
        String made = Files.readString(home.resolve("master.key"));
        Files.delete(home.resolve("master.json"));
        open(FILE);
        assertEquals(made, Files.readString(home.resolve("master.key")));
    }

    @Test
    void a_passphrase_opens_what_it_wrapped_and_no_other_does() throws IOException {
        CaseKey key = open(WORDS).create(K);
        assertFalse(Files.exists(home.resolve("master.key")));
        assertArrayEquals(same(key), same(open(WORDS).open(K)));
        assertTrue(
                refusal(() -> open(new KeySource.Passphrase("leeks beans and onions")))
                        .contains("not the one of this home"));
        assertTrue(refusal(() -> open(FILE)).contains("VIGIE_PASSPHRASE"));
        Path other = Files.createDirectory(home.resolve("other"));
        assertTrue(
                refusal(() -> Keyring.open(other, "home-2", new KeySource.Passphrase("short")))
                        .contains("at least"));
    }

    @Test
    void an_altered_descriptor_cannot_exhaust_the_machine() throws IOException {
        open(WORDS);
        Path file = home.resolve("master.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"memoryKib\":\"65536\"", "\"memoryKib\":\"99999999\""));
        assertTrue(refusal(() -> open(WORDS)).contains("memoryKib"));
    }

    @Test
    void a_wrapped_key_opens_for_its_own_case_and_home_only() throws IOException {
        Keyring keyring = open(FILE);
        keyring.create(K);
        CaseName other = new CaseName("other");
        keyring.create(other);
        Path k = home.resolve("keys/K.json");
        String mine = Files.readString(k);
        Files.writeString(k, Files.readString(home.resolve("keys/other.json")));
        assertTrue(refusal(() -> keyring.open(K)).contains("another case"));
        Files.writeString(
                k, Files.readString(home.resolve("keys/other.json")).replace("\"other\"", "\"K\""));
        assertTrue(refusal(() -> keyring.open(K)).contains("altered"));
        Files.writeString(k, mine.replace("home-1", "home-2"));
        assertTrue(refusal(() -> keyring.open(K)).contains("another home"));
        assertTrue(refusal(() -> Keyring.open(home, "home-2", FILE)).contains("another home"));
    }

    @Test
    void any_enough_shares_bring_a_lost_master_key_back() throws IOException {
        CaseKey key = open(FILE).create(K);
        List<SecretShare> shares = open(FILE).shares(3, 5);
        Files.delete(home.resolve("master.key"));
        List<SecretShare> some =
                Stream.of(4, 0, 2).map(i -> SecretShare.parse(shares.get(i).line())).toList();
        Keyring.recover(home, "home-1", some, FILE);
        assertArrayEquals(same(key), same(open(FILE).open(K)));
        Keyring.recover(home, "home-1", some, WORDS);
        assertFalse(Files.exists(home.resolve("master.key")));
        assertArrayEquals(same(key), same(open(WORDS).open(K)));
        Path other = Files.createDirectory(home.resolve("other"));
        List<SecretShare> foreign = Keyring.open(other, "home-2", FILE).shares(2, 2);
        Map<String, String> before = files();
        assertTrue(
                refusal(() -> Keyring.recover(home, "home-1", foreign, FILE))
                        .contains("not the one"));
        assertEquals(before, files());
    }

    @Test
    void a_destroyed_key_is_gone_for_good() throws IOException {
        Keyring keyring = open(FILE);
        keyring.create(K);
        keyring.destroy(K);
        assertFalse(keyring.has(K));
        assertTrue(refusal(() -> keyring.open(K)).contains("destroyed"));
        keyring.destroy(K);
    }

    @Test
    void the_environment_names_one_source_rightly_or_is_refused() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        assertEquals(FILE, KeySource.from(Map.of()));
        assertEquals(WORDS, KeySource.from(Map.of("VIGIE_PASSPHRASE", "leeks beans and carrots")));
        assertTrue(KeySource.from(Map.of("VIGIE_MASTER_KEY", key)) instanceof KeySource.Given);
        refusal(() -> KeySource.from(Map.of("VIGIE_MASTER_KEY", "AAAA")));
        refusal(() -> KeySource.from(Map.of("VIGIE_MASTER_KEY", "no base64!")));
        refusal(() -> KeySource.from(Map.of("VIGIE_MASTER_KEY", key, "VIGIE_PASSPHRASE", "words")));
    }

    @Test
    void no_secret_is_in_any_text_that_a_log_may_hold() throws IOException {
        assertEquals("Passphrase", WORDS.toString());
        assertEquals("Given", new KeySource.Given(new byte[32]).toString());
        assertEquals("CaseKey", CaseKey.random().toString());
        SecretShare share = open(FILE).shares(2, 3).getFirst();
        assertFalse(share.line().contains(share.toString()));
        assertEquals("share 1 of 3, set " + "%08x".formatted(share.set()), share.toString());
    }

    @Test
    void an_envelope_opens_with_its_own_key_and_associated_data_only() throws IOException {
        CaseKey key = CaseKey.random();
        byte[] plain = "prune the roses in March".getBytes(StandardCharsets.UTF_8);
        byte[] here = {1};
        byte[] sealed = key.envelopes().seal(plain, here);
        assertArrayEquals(plain, key.envelopes().open(sealed, here));
        assertThrows(IOException.class, () -> key.envelopes().open(sealed, new byte[] {2}));
        assertThrows(IOException.class, () -> CaseKey.random().envelopes().open(sealed, here));
        assertThrows(IOException.class, () -> key.envelopes().open(new byte[5], here));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThrows(IOException.class, () -> key.envelopes().open(altered, here));
        }
    }

    @Test
    void purposes_share_no_key_and_names_tell_nothing_without_it() {
        CaseKey key = CaseKey.random();
        Sha256 digest = Sha256.of(new byte[] {1});
        String name = key.naming(CaseKey.Purpose.FILE_NAMES).name(digest, 0);
        assertEquals(name, key.naming(CaseKey.Purpose.FILE_NAMES).name(digest, 0));
        assertNotEquals(name, key.naming(CaseKey.Purpose.REFERENCE_NAMES).name(digest, 0));
        assertNotEquals(name, key.naming(CaseKey.Purpose.FILE_NAMES).name(digest, 1));
        assertNotEquals(name, CaseKey.random().naming(CaseKey.Purpose.FILE_NAMES).name(digest, 0));
    }
}
