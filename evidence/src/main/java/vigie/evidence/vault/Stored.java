package vigie.evidence.vault;

import vigie.model.material.Sha256;

/// What the vault durably holds, as the ledger records it.
///
/// @param digest  the SHA-256 of the plain bytes
/// @param size    their length
/// @param name    the name of the file in the vault
/// @param stored  the SHA-256 of the file as it is stored, which needs no key to verify
/// @param storedSize its length
/// @param inPlace true where the file is only the record of bytes that stay where they are
/// @param fresh   false where the vault held the same bytes before
public record Stored(
        Sha256 digest,
        long size,
        String name,
        Sha256 stored,
        long storedSize,
        boolean inPlace,
        boolean fresh) {
    public Stored {
        if (!VaultNames.isName(name) || size < 0 || storedSize < 0) {
            throw new IllegalArgumentException("not a file of a vault: " + name);
        }
    }
}
