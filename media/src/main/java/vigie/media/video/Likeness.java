package vigie.media.video;

import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// How much two clips have in common: which share of the frames of each is like some frame of the
/// other. Where in the clips they are does not matter; that frames are alike is never proof that
/// they show the same.
///
/// vPDQ (Meta, `ThreatExchange/vpdq`): frames of a quality under 50 say too little and are left
/// out, equal frames count once, two frames are alike where at most 31 bits differ.
///
/// @param ofFirst percent, 0 to 100
/// @param ofSecond percent, 0 to 100
public record Likeness(double ofFirst, double ofSecond) {
    /// The most bits by which frames that are alike differ, as published.
    public static final int DISTANCE = 31;

    /// The share of the query's frames that makes a match, as published; of the other clip's none
    /// is asked, since one may be a part of the other.
    public static final double MATCH = 80;

    /// What two clips, or clip and moving picture, have in common; nothing where either has no
    /// frame to go by.
    public static Likeness of(List<Examined.Frame> first, List<Examined.Frame> second) {
        List<PdqHash> one = distinct(first);
        List<PdqHash> other = distinct(second);
        return new Likeness(share(one, other), share(other, one));
    }

    /// Whether the first is in the second, by the published defaults.
    public boolean matches() {
        return ofFirst >= MATCH;
    }

    /// Whether the second is in the first, by the same.
    public boolean holds() {
        return ofSecond >= MATCH;
    }

    private static List<PdqHash> distinct(List<Examined.Frame> frames) {
        return frames.stream()
                .map(Examined.Frame::hashed)
                .filter(Hashed::matchable)
                .map(Hashed::hash)
                .distinct()
                .toList();
    }

    private static double share(List<PdqHash> of, List<PdqHash> in) {
        if (of.isEmpty() || in.isEmpty()) {
            return 0;
        }
        long alike =
                of.stream()
                        .filter(
                                hash ->
                                        in.stream()
                                                .anyMatch(each -> hash.distance(each) <= DISTANCE))
                        .count();
        return 100.0 * alike / of.size();
    }
}
