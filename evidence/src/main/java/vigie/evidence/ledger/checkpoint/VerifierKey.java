package vigie.evidence.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import vigie.model.material.Sha256;

/// The public half of the key that signs a ledger's checkpoints, under the ledger's origin: a C2SP
/// signed-note verifier key, `<origin>+<key id>+<base64>`.
///
/// @param publicKey the 32 bytes of the Ed25519 public key, in lower-case hexadecimal
public record VerifierKey(Origin origin, String publicKey) {
    /// What precedes a raw Ed25519 key in its X.509 form (RFC 8410).
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte ED25519 = 1;

    public VerifierKey {
        if (!publicKey.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
    }

    static VerifierKey of(Origin origin, PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
        return new VerifierKey(origin, HexFormat.of().formatHex(raw));
    }

    /// The key that this line states.
    ///
    /// @throws IllegalArgumentException if it is not exactly the form that [#toString] gives
    public static VerifierKey parse(String line) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a verifier key: " + line);
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 33 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 verifier key: " + line);
        }
        var key = new VerifierKey(Origin.parse(parts[0]), HexFormat.of().formatHex(typed, 1, 33));
        if (!key.toString().equals(line)) {
            throw new IllegalArgumentException("the verifier key contradicts itself: " + line);
        }
        return key;
    }

    /// Eight hexadecimal digits that name the key on paper and in signatures.
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    byte[] idBytes() {
        var digest = Sha256.digest();
        digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed()), 4);
    }

    /// Whether `signature` is this key's over `message`.
    boolean signed(byte[] message, byte[] signature) {
        byte[] raw = HexFormat.of().parseHex(publicKey);
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private byte[] typed() {
        byte[] typed = new byte[33];
        typed[0] = ED25519;
        System.arraycopy(HexFormat.of().parseHex(publicKey), 0, typed, 1, 32);
        return typed;
    }

    @Override
    public String toString() {
        return origin + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
    }
}
