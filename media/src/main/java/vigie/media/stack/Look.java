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
record Look(View view, @Nullable View middle) {
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
            looks.add(new Look(views.get(i), middle));
        }
        for (int i = further; i < views.size(); i += 2) {
            looks.add(new Look(views.get(i), i + 1 < views.size() ? views.get(i + 1) : null));
        }
        return List.copyOf(looks);
    }

    private static boolean original(View view) {
        return view.kind() == View.Kind.STORED || view.kind() == View.Kind.ORIENTED;
    }

    /// By how many bits the middles differ, one of them turned as fits best.
    int apart(Look other) {
        if (middle == null || other.middle == null) {
            return NOTHING_SEEN;
        }
        PdqHash own = middle.hashed().hash();
        PdqHash theirs = other.middle.hashed().hash();
        int least = own.distance(theirs);
        for (PdqHash turn : middle.turned()) {
            least = Math.min(least, turn.distance(theirs));
        }
        return least;
    }

    /// Whether the view shows the whole.
    boolean whole() {
        return view.kind() != View.Kind.CROPPED;
    }
}
