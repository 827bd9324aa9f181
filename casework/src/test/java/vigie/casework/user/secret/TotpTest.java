package vigie.casework.user.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final TotpSecret SECRET = TotpSecret.of(key(20));

    /// RFC 6238, appendix B.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void codes_are_those_of_the_standard(long at, String sha1, String sha256, String sha512) {
        long step = at / 30;
        assertEquals(sha1, Totp.code(key(20), step, 8, "HmacSHA1"));
        assertEquals(sha256, Totp.code(key(32), step, 8, "HmacSHA256"));
        assertEquals(sha512, Totp.code(key(64), step, 8, "HmacSHA512"));
        assertEquals(sha1.substring(2), SECRET.code(Instant.ofEpochSecond(at)));
    }

    private static byte[] key(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void a_code_is_taken_one_step_early_or_late_and_no_more() {
        Instant now = Instant.ofEpochSecond(30_000);
        for (int off = -3; off <= 3; off++) {
            OptionalLong step = SECRET.step(SECRET.code(now.plusSeconds(30L * off)), now, 0);
            assertEquals(
                    Math.abs(off) <= 1 ? OptionalLong.of(1000 + off) : OptionalLong.empty(), step);
        }
    }

    @Test
    void a_code_of_a_step_that_was_used_or_passed_is_not_taken() {
        Instant now = Instant.ofEpochSecond(30_000);
        String code = SECRET.code(now);
        assertEquals(OptionalLong.of(1000), SECRET.step(code, now, 999));
        assertEquals(OptionalLong.empty(), SECRET.step(code, now, 1000));
        assertEquals(OptionalLong.empty(), SECRET.step(code, now, 1001));
    }

    @Test
    void what_is_no_code_is_not_taken() {
        Instant now = Instant.ofEpochSecond(30_000);
        String code = SECRET.code(now);
        assertTrue(SECRET.step(code.substring(0, 3) + " " + code.substring(3), now, 0).isPresent());
        for (String typed :
                new String[] {"", "0", code + "0", "abcdef", code.substring(1), "٠٠٠٠٠٠"}) {
            assertFalse(SECRET.step(typed, now, 0).isPresent(), typed);
        }
    }

    /// RFC 4648, section 10.
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void base32_is_that_of_the_standard(String plain, String encoded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertEquals(encoded, Base32.encode(bytes));
        assertArrayEquals(bytes, Base32.decode(encoded));
        assertArrayEquals(
                bytes,
                Base32.decode(encoded.toLowerCase(java.util.Locale.ROOT).replaceAll("(.)", "$1 ")));
    }

    @Test
    void what_is_typed_is_the_secret() {
        TotpSecret secret = TotpSecret.random();
        assertArrayEquals(secret.bytes(), Base32.decode(secret.typed()));
        assertThrows(IllegalArgumentException.class, () -> Base32.decode("MZ1"));
        assertThrows(IllegalArgumentException.class, () -> TotpSecret.of(new byte[19]));
    }

    @Test
    void the_address_for_authenticators_escapes_names() {
        assertEquals(
                "otpauth://totp/Vigie%20Exempleville:anne.roux?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Vigie%20Exempleville&algorithm=SHA1&digits=6&period=30",
                SECRET.uri("Vigie Exempleville", "anne.roux"));
    }
}
