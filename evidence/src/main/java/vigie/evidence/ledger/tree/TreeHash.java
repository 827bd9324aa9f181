package vigie.evidence.ledger.tree;

import java.security.MessageDigest;
import vigie.model.material.Sha256;

/// The hashes of RFC 9162, section 2.1.1: leaf SHA-256(0x00 || entry), node SHA-256(0x01 || left ||
/// right), the empty tree SHA-256 of nothing.
public final class TreeHash {
    /// Bytes of one hash.
    public static final int BYTES = 32;

    private TreeHash() {}

    /// The hash of a leaf.
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    /// The hash of a node above two others.
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /// The root of the tree without leaves.
    public static byte[] empty() {
        return Sha256.digest().digest();
    }
}
