package vigie.evidence.ledger;

import java.io.IOException;
import java.security.GeneralSecurityException;
import vigie.evidence.keys.SealingKey;

/// Seals the words that an entry commits to, under a key of the case.
public interface Sealer {
    /// Seals under a key for envelopes.
    static Sealer under(SealingKey envelopes) {
        return new Sealer() {
            @Override
            public byte[] seal(byte[] plain, byte[] associated) {
                return envelopes.seal(plain, associated);
            }

            @Override
            public byte[] open(byte[] sealed, byte[] associated) throws GeneralSecurityException {
                try {
                    return envelopes.open(sealed, associated);
                } catch (IOException refused) {
                    throw new GeneralSecurityException(refused);
                }
            }
        };
    }

    /// Seals `plain` so that it opens only together with `associated`.
    byte[] seal(byte[] plain, byte[] associated) throws GeneralSecurityException;

    /// Opens what was sealed together with `associated`.
    ///
    /// @throws GeneralSecurityException if the key is another or any byte was changed
    byte[] open(byte[] sealed, byte[] associated) throws GeneralSecurityException;
}
