package vigie.casework.user.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vigie.evidence.keys.CaseKey;
import vigie.evidence.keys.NamingKey;
import vigie.evidence.keys.SealingKey;
import vigie.model.casefile.Actor;
import vigie.model.material.Sha256;

/// Seals what users prove themselves with, each for its user: whoever has the database alone can
/// neither read nor guess it, nor give one user what is another's.
public final class CredentialKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 8;

    private final SealingKey seals;
    private final NamingKey codes;

    /// @param home the key of the home itself
    public CredentialKey(CaseKey home) {
        this.seals = home.sealing(CaseKey.Purpose.CREDENTIALS);
        this.codes = home.naming(CaseKey.Purpose.RECOVERY_CODES);
    }

    /// A sealed hash of a password.
    public byte[] sealPassword(Actor user, String phc) {
        return seals.seal(phc.getBytes(StandardCharsets.UTF_8), associated(user, "password"));
    }

    /// The hash that was sealed for this user.
    ///
    /// @throws IOException where it was altered, or sealed for another
    public String openPassword(Actor user, byte[] sealed) throws IOException {
        return new String(seals.open(sealed, associated(user, "password")), StandardCharsets.UTF_8);
    }

    /// A sealed second factor.
    public byte[] sealSecret(Actor user, TotpSecret secret) {
        return seals.seal(secret.bytes(), associated(user, "totp"));
    }

    /// The second factor that was sealed for this user.
    ///
    /// @throws IOException where it was altered, or sealed for another
    public TotpSecret openSecret(Actor user, byte[] sealed) throws IOException {
        return TotpSecret.of(seals.open(sealed, associated(user, "totp")));
    }

    /// What is stored of recovery codes: each as salt and HMAC-SHA-256 under the home's key.
    ///
    /// A plain salted hash would not do: 2^50 of them are hours of one graphics card. Without the
    /// key there is nothing to try them on; who has the key has the cases too.
    public List<String> store(Actor user, List<String> recoveryCodes) {
        List<String> stored = new ArrayList<>();
        for (String code : recoveryCodes) {
            byte[] salt = new byte[SALT];
            RANDOM.nextBytes(salt);
            stored.add(hashed(user, HexFormat.of().formatHex(salt), RecoveryCodes.plain(code)));
        }
        return stored;
    }

    /// Which of the stored codes was typed, if any was; all are compared.
    public Optional<String> find(Actor user, List<String> stored, String typed) {
        String code = RecoveryCodes.plain(typed);
        Optional<String> found = Optional.empty();
        for (String one : stored) {
            String same = hashed(user, one.substring(0, 2 * SALT), code);
            if (MessageDigest.isEqual(
                    same.getBytes(StandardCharsets.US_ASCII),
                    one.getBytes(StandardCharsets.US_ASCII))) {
                found = Optional.of(one);
            }
        }
        return found;
    }

    private String hashed(Actor user, String salt, String code) {
        String said = user.id() + "\n" + salt + "\n" + code;
        return salt + codes.name(Sha256.of(said.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static byte[] associated(Actor user, String what) {
        return ("vigie " + what + "\n" + user.id()).getBytes(StandardCharsets.UTF_8);
    }
}
