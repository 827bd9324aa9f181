package vigie.media.stack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.View;
import vigie.media.pdq.PdqHash;

/// A view of a picture with its middle, which confirms what the view finds: smooth pictures that
/// share no more than light and shadow are near now and then, and their detail is not.
///
/// @param middle null where the picture has no such views
/// @param upright whether the middle is turned as the view is: not that of a view as stored where
///     EXIF turns the picture
record Look(View view, @Nullable View middle, boolean upright) {
    /// How far apart middles are where there are none: they deny nothing.
    private static final int NOTHING_SEEN = 0;

    /// The looks at a picture: as stored and as turned by EXIF with the middle of the whole, then
    /// each further view with the one that follows it.
    static List<Look> of(Examined.Picture picture) {
        List<View> views = picture.views();
        int further = 0;
        while (further < views.size() && original(views.get(further))) {
            further++;
        }
        View middle = further + 1 < views.size() ? views.get(further + 1) : null;
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < further; i++) {
            looks.add(new Look(views.get(i), middle, i == further - 1));
        }
        for (int i = further; i < views.size(); i += 2) {
            looks.add(new Look(views.get(i), i + 1 < views.size() ? views.get(i + 1) : null, true));
        }
        return List.copyOf(looks);
    }

    private static boolean original(View view) {
        return view.kind() == View.Kind.STORED || view.kind() == View.Kind.ORIENTED;
    }

    /// By how many bits the middles differ when this one is turned as the view was to be near;
    /// turned as fits best where how it lies is not known.
    ///
    /// @param turn 0 for upright, else 1 to 7 in the order of [View#turned]
    int apart(Look other, int turn) {
        if (middle == null || other.middle == null) {
            return NOTHING_SEEN;
        }
        PdqHash theirs = other.middle.hashed().hash();
        List<PdqHash> turned = middle.turned();
        if (upright && other.upright) {
            PdqHash own =
                    turn == 0 || turned.isEmpty() ? middle.hashed().hash() : turned.get(turn - 1);
            return own.distance(theirs);
        }
        int least = middle.hashed().hash().distance(theirs);
        for (PdqHash one : turned) {
            least = Math.min(least, one.distance(theirs));
        }
        return least;
    }

    /// Whether the middle shows enough to confirm anything: one of quality under 50 may not match
    /// alone either.
    boolean confirms() {
        return middle == null || middle.hashed().matchable();
    }

    /// Whether the view shows the whole.
    boolean whole() {
        return view.kind() != View.Kind.CROPPED;
    }
}
