package vigie.media.view;

import java.util.Arrays;
import java.util.List;
import vigie.media.pdq.Luma;

/// Finds a plain border, or a plain strip with words in it, around a picture.
///
/// From each side it walks inward, line by line. Where the outermost line is of one brightness, the
/// strip lasts while lines stay mostly of it, and ends behind the last line that is wholly of it:
/// words lie between plain lines. A plain sky that is deep is no strip; one that is shallow is taken
/// for a strip, which costs nothing but a view that finds less.
final class Trim {
    /// How far a pixel may be from the brightness of the strip, out of 255: JPEG at quality 70
    /// moves a plain ground by less, save beside an edge.
    private static final float TOLERANCE = 10;

    /// The share of a line that is of the strip's brightness where nothing is written.
    private static final double PLAIN = 0.95;

    /// The least share where words are: letters cover less than half of a line.
    private static final double WORDED = 0.5;

    /// The deepest strip, as a share of the side: a larger one leaves too little of a picture.
    private static final double DEEPEST = 0.35;

    /// How many pixels beside an edge JPEG blurs: one block.
    private static final int BLOCK = 8;

    private final Luma luma;
    private Box box;

    private Trim(Luma luma) {
        this.luma = luma;
        box = Box.all(luma);
    }

    /// What is left without borders and strips, the whole where there are none. Where a second
    /// look finds more (a border around a strip, or ground of the picture that looks like one),
    /// both boxes, since no one can tell which.
    static List<Box> of(Luma luma) {
        var trim = new Trim(luma);
        Box all = trim.box;
        trim.round();
        Box once = trim.box.marked(all) ? trim.box : all;
        trim.round();
        return trim.box.marked(once) ? List.of(once, trim.box) : List.of(once);
    }

    private void round() {
        for (Box.Side side : Box.Side.values()) {
            box = box.without(side, strip(side));
        }
    }

    /// How many lines of a strip lie at a side.
    private int strip(Box.Side side) {
        int limit = (int) (box.depth(side) * DEEPEST);
        if (limit < BLOCK) {
            return 0;
        }
        var line = new float[box.length(side)];
        box.line(luma, side, 0, line);
        float ground = median(line);
        int plain = 0;
        for (int k = 0; k < limit; k++) {
            box.line(luma, side, k, line);
            double share = share(line, ground);
            if (share < WORDED || (k == 0 && share < PLAIN)) {
                break;
            }
            if (share >= PLAIN) {
                plain = k + 1;
            }
        }
        return plain == 0 || plain == limit ? 0 : edge(side, plain, ground, line);
    }

    /// Where the picture starts: JPEG blurs the last lines of a strip, so the edge is where a line
    /// first is half as far from the strip as any within a block.
    private int edge(Box.Side side, int plain, float ground, float[] line) {
        int last = Math.min(plain + BLOCK, box.depth(side) - 1);
        var far = new double[last - plain + 1];
        double most = 0;
        for (int k = plain; k <= last; k++) {
            box.line(luma, side, k, line);
            far[k - plain] = distance(line, ground);
            most = Math.max(most, far[k - plain]);
        }
        int edge = plain;
        while (edge < last && far[edge - plain] < most / 2) {
            edge++;
        }
        return edge;
    }

    private static float median(float[] line) {
        float[] sorted = line.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double share(float[] line, float ground) {
        int near = 0;
        for (float value : line) {
            near += Math.abs(value - ground) <= TOLERANCE ? 1 : 0;
        }
        return (double) near / line.length;
    }

    private static double distance(float[] line, float ground) {
        double sum = 0;
        for (float value : line) {
            sum += Math.abs(value - ground);
        }
        return sum / line.length;
    }
}
