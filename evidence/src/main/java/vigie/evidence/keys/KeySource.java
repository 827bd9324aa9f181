package vigie.evidence.keys;

import java.util.Base64;
import java.util.Map;
import vigie.model.casefile.Refusal;

/// Where the master key of a home comes from.
public sealed interface KeySource {
    /// The environment variable of a passphrase.
    String PASSPHRASE = "VIGIE_PASSPHRASE";

    /// The environment variable of a master key: 32 bytes in base64.
    String MASTER_KEY = "VIGIE_MASTER_KEY";

    /// The file `master.key` of the home, made at first use.
    record KeyFile() implements KeySource {}

    /// A passphrase that unwraps the master key kept in the home.
    record Passphrase(String words) implements KeySource {
        /// Below this a passphrase falls to guessing, whatever the derivation costs.
        static final int SHORTEST = 12;

        @Override
        public String toString() {
            return "Passphrase";
        }
    }

    /// A master key that the home does not keep.
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere; a secret is not copied needlessly
    record Given(byte[] key) implements KeySource {
        public Given {
            if (key.length != Crypt.KEY) {
                throw new Refusal(Refusal.Kind.KEY, MASTER_KEY + " must be 32 bytes in base64");
            }
        }

        @Override
        public String toString() {
            return "Given";
        }
    }

    /// The source that an environment names; the key file where it names none.
    ///
    /// @throws Refusal of kind `KEY` where it names two, or one wrongly
    static KeySource from(Map<String, String> environment) {
        String passphrase = environment.getOrDefault(PASSPHRASE, "");
        String key = environment.getOrDefault(MASTER_KEY, "");
        if (!passphrase.isEmpty() && !key.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.KEY,
                    PASSPHRASE + " and " + MASTER_KEY + " are both set: set one of them");
        }
        if (!passphrase.isEmpty()) {
            return new Passphrase(passphrase);
        }
        if (key.isEmpty()) {
            return new KeyFile();
        }
        try {
            return new Given(Base64.getDecoder().decode(key.strip()));
        } catch (IllegalArgumentException _) {
            throw new Refusal(Refusal.Kind.KEY, MASTER_KEY + " must be 32 bytes in base64");
        }
    }
}
