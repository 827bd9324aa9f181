package vigie.evidence.keys;

import java.io.IOException;

/// Seals small values: AES-256-GCM, a random nonce of 12 bytes first. Good for 2^32 values under
/// one key, far beyond one case.
public final class SealingKey {
    /// How many bytes a sealed value is longer than the plain one.
    public static final int OVERHEAD = Crypt.NONCE + Crypt.TAG;

    private final byte[] key;

    SealingKey(byte[] key) {
        this.key = key;
    }

    /// Seals `plain` so that it opens with the same associated data only.
    public byte[] seal(byte[] plain, byte[] associated) {
        return Crypt.seal(key, plain, associated);
    }

    /// What was sealed.
    ///
    /// @throws IOException where bytes, associated data or key are not those of sealing
    public byte[] open(byte[] sealed, byte[] associated) throws IOException {
        return Crypt.open(key, sealed, associated)
                .orElseThrow(() -> new IOException("a sealed value was altered or moved"));
    }
}
