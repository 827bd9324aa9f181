package vigie.evidence.ledger.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import vigie.evidence.disk.Durable;
import vigie.model.casefile.Refusal;

/// The private key that signs a home's checkpoints: Ed25519, kept as PKCS #8 in a file that only
/// its owner can read.
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /// A fresh key, kept nowhere.
    public static SigningKey generate() {
        KeyPair pair = generatePair(new SecureRandom());
        return new SigningKey(pair.getPrivate(), pair.getPublic());
    }

    /// The key in this file; where there is no such file, a fresh key is kept there first, readable
    /// by its owner only.
    public static SigningKey loadOrCreate(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return load(file);
    }

    /// The key in this file.
    ///
    /// @throws Refusal if the file is readable by others than its owner or holds no such key
    public static SigningKey load(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(each -> !each.name().startsWith("OWNER_"))) {
            throw new Refusal(
                    Refusal.Kind.KEY,
                    "the signing key " + file + " is open to others than its owner: chmod 600");
        }
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            String base64 = pem.replace(BEGIN, "").replace(END, "").replace("\n", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            PrivateKey secret = KeyFactory.getInstance("Ed25519").generatePrivate(spec);
            return new SigningKey(secret, publicHalf(secret));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new Refusal(Refusal.Kind.KEY, "no signing key can be read from " + file);
        }
    }

    /// The public half, under an origin.
    public VerifierKey verifier(Origin origin) {
        return VerifierKey.of(origin, open);
    }

    byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has Ed25519", impossible);
        }
    }

    private static void create(Path file) throws IOException {
        SigningKey key = generate();
        var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        String pem = BEGIN + encoder.encodeToString(key.secret.getEncoded()) + END;
        try {
            Durable.create(file, pem.getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException _) {
            // Another process made it meanwhile: that one is the home's key.
        }
    }

    /// The JDK derives the public half only while generating a pair: it is asked to generate one
    /// from the seed that is the private key (RFC 8032).
    private static PublicKey publicHalf(PrivateKey secret) throws GeneralSecurityException {
        if (!(secret instanceof EdECPrivateKey edwards)) {
            throw new GeneralSecurityException("not an Edwards key");
        }
        byte[] seed = edwards.getBytes().orElseThrow(GeneralSecurityException::new);
        return generatePair(new Seed(seed)).getPublic();
    }

    private static KeyPair generatePair(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has Ed25519", impossible);
        }
    }

    /// Randomness that is one known seed.
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        private Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
