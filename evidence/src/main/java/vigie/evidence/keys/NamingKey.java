package vigie.evidence.keys;

import vigie.model.material.Sha256;

/// Names things by HMAC-SHA-256, so that a name tells nothing to whoever lacks the key, not even
/// whether known bytes are there.
public final class NamingKey {
    private final byte[] key;

    NamingKey(byte[] key) {
        this.key = key;
    }

    /// The name of `digest`, 64 lower-case hexadecimal digits.
    ///
    /// @param turn 0, or the next where one digest has several names
    public String name(Sha256 digest, int turn) {
        byte[] data = java.util.Arrays.copyOf(digest.bytes(), 33);
        data[32] = (byte) turn;
        return Sha256.ofDigest(Crypt.hmac(key, data)).hex();
    }
}
