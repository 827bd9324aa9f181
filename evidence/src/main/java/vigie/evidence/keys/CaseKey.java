package vigie.evidence.keys;

/// The secret of one case: 32 random bytes, never used themselves, only what is derived from them
/// (HKDF-SHA-256, RFC 5869), one key a [Purpose].
public final class CaseKey {
    private final byte[] secret;

    /// What a derived key is for; two purposes never share a key.
    public enum Purpose {
        /// Names of files in the vault.
        FILE_NAMES("file names"),
        /// Names of records of evidence that stays where it is.
        REFERENCE_NAMES("reference names"),
        /// The seals of files in the vault.
        FILE_SEALS("file seals"),
        /// Erasable envelopes.
        ENVELOPES("envelopes"),
        /// What users prove themselves with; used with the home's own key only.
        CREDENTIALS("credentials"),
        /// Recovery codes of users, which are stored as their HMAC.
        RECOVERY_CODES("recovery codes");

        private final String words;

        Purpose(String words) {
            this.words = words;
        }
    }

    CaseKey(byte[] secret) {
        if (secret.length != Crypt.KEY) {
            throw new IllegalArgumentException("a case key has " + Crypt.KEY + " bytes");
        }
        this.secret = secret.clone();
    }

    /// A fresh key.
    public static CaseKey random() {
        return new CaseKey(Crypt.random(Crypt.KEY));
    }

    /// The key for sealing under one purpose.
    public SealingKey sealing(Purpose purpose) {
        return new SealingKey(Crypt.derive(secret, purpose.words));
    }

    /// The key for naming under one purpose.
    public NamingKey naming(Purpose purpose) {
        return new NamingKey(Crypt.derive(secret, purpose.words));
    }

    /// The key of the case's erasable envelopes.
    public SealingKey envelopes() {
        return sealing(Purpose.ENVELOPES);
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "CaseKey";
    }
}
