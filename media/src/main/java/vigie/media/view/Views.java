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

    /// What the middle is of each side.
    private static final double MIDDLE = 0.5;

    private Views() {}

    /// The whole, hashed evenly; the same without border and strip, where it has any; then the
    /// parts of that which croppers leave. Each is followed by its middle half, which shows finer
    /// detail and so confirms what is near to it. The view as stored, and as EXIF turns it, are not
    /// among them.
    ///
    /// @param luma upright
    public static List<View> of(Luma luma) {
        var views = new ArrayList<View>();
        List<Parts> boxes = Trim.of(luma).stream().map(box -> new Parts(box.of(luma))).toList();
        for (Parts parts : boxes) {
            views.add(view(View.Kind.TRIMMED, parts.turned(0, 0, 0, 0)));
            double rest = (1 - MIDDLE) / 2;
            views.add(view(View.Kind.CROPPED, parts.turned(rest, rest, rest, rest)));
        }
        Parts parts = boxes.get(Math.min(1, boxes.size() - 1));
        for (double[] across : CUTS) {
            for (double[] down : CUTS) {
                views.add(part(parts, across, down));
                views.add(part(parts, middle(across), middle(down)));
            }
        }
        return List.copyOf(views);
    }

    private static View view(View.Kind kind, Pdq pdq) {
        return new View(kind, pdq.hashed(), pdq.turned());
    }

    private static View part(Parts parts, double[] across, double[] down) {
        return new View(
                View.Kind.CROPPED,
                parts.upright(across[0], down[0], across[1], down[1]),
                List.of());
    }

    /// The cuts that leave the middle of what these leave.
    private static double[] middle(double[] cuts) {
        double rest = (1 - cuts[0] - cuts[1]) * (1 - MIDDLE) / 2;
        return new double[] {cuts[0] + rest, cuts[1] + rest};
    }
}
