package vigie.casework.user.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigie.evidence.keys.CaseKey;
import vigie.model.casefile.Actor;

class CredentialKeyTest {
    private static final Actor ANNE = new Actor("anne");
    private static final Actor BRUNO = new Actor("bruno");

    private final CredentialKey key = new CredentialKey(CaseKey.random());

    @Test
    void what_is_sealed_opens_for_its_user_under_its_key_and_as_what_it_is() throws IOException {
        byte[] password = key.sealPassword(ANNE, "$argon2id$");
        byte[] secret = key.sealSecret(ANNE, TotpSecret.random());

        assertEquals("$argon2id$", key.openPassword(ANNE, password));
        assertThrows(IOException.class, () -> key.openPassword(BRUNO, password));
        assertThrows(IOException.class, () -> key.openSecret(ANNE, password));
        assertThrows(IOException.class, () -> key.openSecret(BRUNO, secret));
        assertThrows(
                IOException.class,
                () -> new CredentialKey(CaseKey.random()).openSecret(ANNE, secret));
    }

    @Test
    void ten_recovery_codes_have_fifty_bits_each() {
        List<String> codes = RecoveryCodes.random();
        assertEquals(10, new HashSet<>(codes).size());
        for (String code : codes) {
            assertTrue(code.matches("[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}"), code);
        }
    }

    @Test
    void a_recovery_code_is_found_as_people_type_it_and_for_its_user() {
        List<String> codes = RecoveryCodes.random();
        List<String> stored = key.store(ANNE, codes);
        for (int i = 0; i < codes.size(); i++) {
            Optional<String> kept = Optional.of(stored.get(i));
            String code = codes.get(i);
            assertEquals(kept, key.find(ANNE, stored, code));
            assertEquals(
                    kept,
                    key.find(
                            ANNE,
                            stored,
                            code.toUpperCase(Locale.ROOT)
                                    .replace("-", " ")
                                    .replace('0', 'O')
                                    .replace('1', 'L')));
            assertFalse(key.find(BRUNO, stored, code).isPresent());
            assertFalse(new CredentialKey(CaseKey.random()).find(ANNE, stored, code).isPresent());
            assertTrue(stored.stream().noneMatch(one -> one.contains(RecoveryCodes.plain(code))));
        }
        assertFalse(key.find(ANNE, stored, "").isPresent());
        assertFalse(key.find(ANNE, List.of(), codes.getFirst()).isPresent());
    }

    @Test
    void a_token_is_long_and_its_digest_is_kept() {
        OneTimeToken token = OneTimeToken.random();
        assertEquals(43, token.value().length());
        assertEquals(new OneTimeToken(token.value()).digest(), token.digest());
        assertThrows(IllegalArgumentException.class, () -> new OneTimeToken("../" + token.value()));
        assertFalse(token.toString().contains(token.value()));
    }
}
