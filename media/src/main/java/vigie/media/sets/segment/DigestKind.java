package vigie.media.sets.segment;

import java.util.Locale;

/// A kind of digest, from the weakest to the strongest; PDQ is a perceptual hash and equal only by
/// chance.
public enum DigestKind {
    MD5(16),
    SHA1(20),
    SHA256(32),
    PDQ(32);

    private final int width;

    DigestKind(int width) {
        this.width = width;
    }

    /// Its length in bytes.
    public int width() {
        return width;
    }

    /// As written on disk: `sha256`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
