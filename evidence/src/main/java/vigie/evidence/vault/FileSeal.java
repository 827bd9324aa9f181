package vigie.evidence.vault;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import vigie.evidence.keys.SealingKey;
import vigie.model.material.Sha256;

/// The last bytes of a file of the vault: the key of its body, and what the body must turn out to
/// be, sealed under the case's key with the file's name as associated data.
///
/// @param kind    what the body is
/// @param bodyKey the key of the body alone, random
/// @param digest  the SHA-256 of the plain evidence
/// @param size    the length of the plain evidence
/// @param body    the SHA-256 of the stored bytes before this seal
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record FileSeal(Kind kind, byte[] bodyKey, Sha256 digest, long size, Sha256 body) {
    /*
     * A stored file is
     *
     *   magic    8 bytes
     *   body     Tink AES256-GCM-HKDF streaming, 64 KiB segments, the magic as associated data
     *   seal     133 bytes: nonce, AES-256-GCM of this record, tag
     *
     * The name is known only after the last plain byte, since it is an HMAC of their digest, and
     * associated data is needed at the first: so the body has a key of its own and the seal, which
     * comes last, binds that key to the name. A file under another's name does not open, a body
     * under another's seal does not decrypt, and one pass writes it all.
     */
    static final byte[] MAGIC = "VIGIE\u00011\n".getBytes(StandardCharsets.US_ASCII);
    static final int SEGMENT = 64 * 1024;
    static final int BODY_KEY = 32;
    private static final int PLAIN = 1 + BODY_KEY + 32 + Long.BYTES + 32;
    static final int LENGTH = PLAIN + SealingKey.OVERHEAD;

    /// What the body of a stored file is.
    enum Kind {
        /// The evidence itself.
        EVIDENCE(1),
        /// A record of evidence that stays where it is.
        REFERENCE(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) throws IOException {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IOException("a file of the vault is of a kind that this version lacks");
        }
    }

    byte[] sealed(SealingKey key, String name) {
        ByteBuffer plain = ByteBuffer.allocate(PLAIN);
        plain.put((byte) kind.code).put(bodyKey).put(digest.bytes()).putLong(size);
        plain.put(body.bytes());
        return key.seal(plain.array(), associated(name));
    }

    static FileSeal open(byte[] sealed, SealingKey key, String name) throws IOException {
        ByteBuffer plain = ByteBuffer.wrap(key.open(sealed, associated(name)));
        Kind kind = Kind.of(plain.get());
        byte[] bodyKey = new byte[BODY_KEY];
        byte[] digest = new byte[32];
        byte[] body = new byte[32];
        plain.get(bodyKey).get(digest);
        long size = plain.getLong();
        plain.get(body);
        return new FileSeal(kind, bodyKey, Sha256.ofDigest(digest), size, Sha256.ofDigest(body));
    }

    private static byte[] associated(String name) {
        return ("vigie file\n" + name).getBytes(StandardCharsets.US_ASCII);
    }

    static AesGcmHkdfStreaming cipher(byte[] bodyKey) {
        try {
            return new AesGcmHkdfStreaming(bodyKey, "HmacSha256", 32, SEGMENT, 0);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("the parameters are constant", impossible);
        }
    }
}
