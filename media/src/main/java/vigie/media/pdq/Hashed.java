package vigie.media.pdq;

/// A PDQ hash with how much the picture gave it to go by.
///
/// @param quality 0 to 100; under [#MATCHABLE] the hash says too little to match by itself
public record Hashed(PdqHash hash, int quality) {
    /// The least quality at which a hash matches automatically, as the authors advise.
    public static final int MATCHABLE = 50;

    public Hashed {
        if (quality < 0 || quality > 100) {
            throw new IllegalArgumentException("not a quality: " + quality);
        }
    }

    /// Whether the hash may match automatically.
    public boolean matchable() {
        return quality >= MATCHABLE;
    }
}
