package vigie.casework.user.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;

/// What an authenticator and this home share: 20 random bytes, of which the authenticator makes a
/// code of six digits every 30 seconds (RFC 6238 with HMAC-SHA-1, which all of them know).
public final class TotpSecret {
    private static final int LENGTH = 20;

    /// Codes of the step before and the step after are taken: clocks differ, people are slow.
    private static final int WINDOW = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private TotpSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A fresh secret.
    public static TotpSecret random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /// The secret of these 20 bytes.
    public static TotpSecret of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a secret has " + LENGTH + " bytes");
        }
        return new TotpSecret(bytes.clone());
    }

    /// The 20 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The code at an instant.
    public String code(Instant at) {
        return code(step(at));
    }

    /// The step whose code was typed, if it is near `at` and after `last`: one code is taken once.
    ///
    /// Every step of the window is computed and compared, whichever is right.
    public OptionalLong step(String typed, Instant at, long last) {
        byte[] given = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        long found = -1;
        for (long step = step(at) - WINDOW; step <= step(at) + WINDOW; step++) {
            boolean same =
                    MessageDigest.isEqual(code(step).getBytes(StandardCharsets.US_ASCII), given);
            found = same && step > last ? step : found;
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /// The address that an authenticator takes from a QR code.
    ///
    /// @param issuer  of which service the code is, as the authenticator shows it
    /// @param account whose code it is
    public String uri(String issuer, String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        escaped(issuer),
                        escaped(account),
                        Base32.encode(bytes),
                        escaped(issuer),
                        Totp.DIGITS,
                        Totp.STEP_SECONDS);
    }

    /// The secret for typing, in groups of four.
    public String typed() {
        return Base32.encode(bytes).replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), Totp.STEP_SECONDS);
    }

    private String code(long step) {
        return Totp.code(bytes, step, Totp.DIGITS, "HmacSHA1");
    }

    private static String escaped(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSecret";
    }
}
