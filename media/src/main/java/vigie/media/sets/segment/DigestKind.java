package vigie.media.sets.segment;

import java.util.Locale;

/// A kind of digest, from the weakest to the strongest; PDQ is a perceptual hash and equal only by
/// chance.
public enum DigestKind {
    MD5(1, 16),
    SHA1(2, 20),
    SHA256(3, 32),
    PDQ(4, 32);

    private final int code;
    private final int width;

    DigestKind(int code, int width) {
        this.code = code;
        this.width = width;
    }

    /// Its number on disk.
    public int code() {
        return code;
    }

    /// The kind with this number on disk.
    ///
    /// @throws IllegalArgumentException where there is none
    public static DigestKind of(int code) {
        for (DigestKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not a kind of digest: " + code);
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
