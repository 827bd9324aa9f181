package vigie.casework.user.secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords (RFC 6238) over counted ones (RFC 4226).
final class Totp {
    /// What authenticators show.
    static final int DIGITS = 6;

    /// What authenticators count in.
    static final int STEP_SECONDS = 30;

    private Totp() {}

    /// @param mac the HMAC's name, `HmacSHA1` for authenticators
    static String code(byte[] key, long step, int digits, String mac) {
        byte[] hash;
        try {
            Mac hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(key, mac));
            hash = hmac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has " + mac, impossible);
        }
        int offset = hash[hash.length - 1] & 15;
        int cut = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        long limit = Math.powExact(10L, digits);
        return String.format(Locale.ROOT, "%0" + digits + "d", cut % limit);
    }
}
