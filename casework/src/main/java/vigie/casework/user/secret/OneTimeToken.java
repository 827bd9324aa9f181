package vigie.casework.user.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import vigie.model.material.Sha256;

/// What a link that works once carries: 256 random bits. Only its digest is kept, which at that
/// length nobody inverts.
///
/// @param value 43 characters that stand in a path as they are
public record OneTimeToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public OneTimeToken {
        if (!value.matches("[A-Za-z0-9_-]{43}")) {
            throw new IllegalArgumentException("not a token");
        }
    }

    /// A fresh token.
    public static OneTimeToken random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// What is kept of it.
    public Sha256 digest() {
        return Sha256.of(value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "OneTimeToken";
    }
}
