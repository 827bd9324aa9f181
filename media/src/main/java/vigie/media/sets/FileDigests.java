package vigie.media.sets;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.segment.DigestKind;
import vigie.model.material.Sha256;

/// The digests of one exhibit's bytes.
///
/// @param md5  32 hexadecimal digits, where it was computed
/// @param sha1 40 hexadecimal digits, where it was computed
public record FileDigests(Sha256 sha256, @Nullable String md5, @Nullable String sha1) {
    public FileDigests {
        requireHex(md5, DigestKind.MD5);
        requireHex(sha1, DigestKind.SHA1);
    }

    /// The bytes of a digest, where it was computed.
    public byte @Nullable [] bytes(DigestKind kind) {
        String hex = hex(kind);
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    /// A digest in lower-case hexadecimal, where it was computed.
    public @Nullable String hex(DigestKind kind) {
        return switch (kind) {
            case MD5 -> md5;
            case SHA1 -> sha1;
            case SHA256 -> sha256.hex();
            case PDQ -> null;
        };
    }

    private static void requireHex(@Nullable String hex, DigestKind kind) {
        if (hex != null && !hex.matches("[0-9a-f]{" + 2 * kind.width() + "}")) {
            throw new IllegalArgumentException("not a digest of kind " + kind + ": " + hex);
        }
    }
}
