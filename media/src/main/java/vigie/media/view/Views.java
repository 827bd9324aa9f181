package vigie.media.view;

import java.util.ArrayList;
import java.util.List;
import vigie.media.examine.Examined.View;
import vigie.media.pdq.Luma;
import vigie.media.pdq.Parts;
import vigie.media.pdq.Pdq;

/// The further views of a picture.
public final class Views {
    /// Cuts on the two sides of an axis, as shares of it: the middles of the four squares of a
    /// fortieth that make up all cuts of up to a twentieth on each side. So whatever such a cut is,
    /// one of these is within 1.25 % of it at both sides, which PDQ mostly follows.
    private static final double[][] CUTS = {
        {0.0125, 0.0125}, {0.0375, 0.0125}, {0.0125, 0.0375}, {0.0375, 0.0375}
    };

    private Views() {}

    /// The picture without border and strip (the whole of it, where it has none), hashed evenly,
    /// then the parts of that which croppers leave. The view as stored, and as EXIF turns it, are
    /// not among them.
    ///
    /// @param luma upright
    public static List<View> of(Luma luma) {
        var views = new ArrayList<View>();
        List<Box> boxes = Trim.of(luma);
        List<Parts> trimmed = boxes.stream().map(box -> new Parts(box.of(luma))).toList();
        for (Parts one : trimmed) {
            Pdq whole = one.whole();
            views.add(new View(View.Kind.TRIMMED, whole.hashed(), whole.turned()));
        }
        Parts parts = trimmed.getFirst();
        for (double[] across : CUTS) {
            for (double[] down : CUTS) {
                views.add(
                        new View(
                                View.Kind.CROPPED,
                                parts.without(across[0], down[0], across[1], down[1]),
                                List.of()));
            }
        }
        return List.copyOf(views);
    }
}
