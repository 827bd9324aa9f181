package vigie.casework.user.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The Argon2id hash of a password (RFC 9106) as a PHC string, which keeps its own parameters.
///
/// At most two are computed at a time: whoever sends passwords at random costs this machine two
/// threads and twice the memory below, and no more.
public final class PasswordHash {
    /// OWASP's first recommendation, 19 MiB and 2 passes: the hash is sealed under the home's key
    /// besides, and sign-in locks after few failures, so that it must only outlast the loss of
    /// both.
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int LENGTH = 32;

    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_ONCE = new Semaphore(2, true);

    /// Compared with where there is no password, so that the answer takes as long.
    private static final String NOBODY = encoded(new byte[SALT], new byte[LENGTH]);

    private PasswordHash() {}

    /// The hash of a password, salted afresh.
    ///
    /// @param password as [PasswordRules#prepared] gives it
    public static String of(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return encoded(salt, derived(password, salt, MEMORY_KIB, PASSES, LANES));
    }

    /// The hash of no password.
    public static String nobody() {
        return NOBODY;
    }

    /// Whether a hash is that of a password, in the time that its parameters take.
    ///
    /// @throws IllegalArgumentException if `phc` is not such a hash
    public static boolean matches(String phc, String password) {
        Matcher parts = parsed(phc);
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] found =
                derived(
                        password,
                        Base64.getDecoder().decode(parts.group(4)),
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)));
        return MessageDigest.isEqual(expected, found);
    }

    private static Matcher parsed(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the hash of a password");
        }
        return parts;
    }

    private static String encoded(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        PASSES,
                        LANES,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    private static byte[] derived(String password, byte[] salt, int memory, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .build());
        byte[] hash = new byte[LENGTH];
        AT_ONCE.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            AT_ONCE.release();
        }
    }
}
