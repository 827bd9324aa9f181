package vigie.evidence.ledger;

import java.security.GeneralSecurityException;

/// Seals the words that an entry commits to, under a key of the case.
public interface Sealer {
    /// Seals `plain` so that it opens only together with `associated`.
    byte[] seal(byte[] plain, byte[] associated) throws GeneralSecurityException;

    /// Opens what was sealed together with `associated`.
    ///
    /// @throws GeneralSecurityException if the key is another or any byte was changed
    byte[] open(byte[] sealed, byte[] associated) throws GeneralSecurityException;
}
