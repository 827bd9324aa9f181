package vigie.casework.user.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.casework.user.secret.PasswordRules.Problem;

class PasswordTest {
    /// From the tests of the reference implementation of Argon2.
    @Test
    void a_hash_made_elsewhere_is_compared_under_its_own_parameters() {
        String phc =
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
                        + "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assertTrue(PasswordHash.matches(phc, "password"));
        assertFalse(PasswordHash.matches(phc, "differentpassword"));
    }

    @Test
    void a_hash_is_of_its_password_alone_and_salted() {
        String phc = PasswordHash.of("seven tulips in May");
        assertTrue(phc.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), phc);
        assertTrue(PasswordHash.matches(phc, "seven tulips in May"));
        assertFalse(PasswordHash.matches(phc, "seven tulips in may"));
        assertFalse(PasswordHash.matches(phc, ""));
        assertNotEquals(phc, PasswordHash.of("seven tulips in May"));
        assertFalse(PasswordHash.matches(PasswordHash.nobody(), ""));
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.matches("x", "x"));
    }

    @Test
    void a_password_typed_on_two_machines_is_one() {
        assertEquals(
                PasswordRules.prepared("d\u00e9j\u00e0 vu au jardin"),
                PasswordRules.prepared("de\u0301ja\u0300\u00a0vu\u3000au\u2003jardin"));
        // Width and compatibility are kept, as OpaqueString keeps them.
        assertNotEquals(PasswordRules.prepared("\uff41"), PasswordRules.prepared("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, SHORT",
        "'\ud83c\udf37\ud83c\udf38\ud83c\udf39\ud83c\udf3a\ud83c\udf3b\ud83c\udf3c', SHORT",
        "aaaaaaaaaaaaaaa, REPEATED",
        "abcabcabcabcabc, REPEATED",
        "123456789012345, REPEATED",
        "abcdefghijklmno, REPEATED",
        "AnneRoux-anne.roux, NAME",
        "'Anne Roux 2026', NAME",
        "anne.roux.anne.roux1, NAME",
    })
    void weak_passwords_are_not_taken(String password, Problem problem) {
        assertEquals(
                Optional.of(problem), PasswordRules.problem(password, "anne.roux", "Anne Roux"));
    }

    @Test
    void nothing_is_asked_of_composition() {
        for (String good :
                new String[] {
                    "seven tulips in may",
                    "correct horse battery staple",
                    "\u0632\u0647\u0631\u0629 \u0641\u064a \u0627\u0644\u062d\u062f\u064a\u0642\u0629",
                    "anne.roux likes gardening",
                    "tulip, rose, aster ".repeat(10) + "and lilies"
                }) {
            assertEquals(Optional.empty(), PasswordRules.problem(good, "anne.roux", "Anne Roux"));
        }
    }

    @Test
    void too_long_and_untypable_passwords_are_not_taken() {
        assertEquals(Optional.of(Problem.LONG), PasswordRules.problem("tulip".repeat(41)));
        assertEquals(
                Optional.of(Problem.UNTYPABLE), PasswordRules.problem("seven tulips\u0000 in may"));
    }
}
