package vigie.media.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.View;
import vigie.media.near.search.Cores;
import vigie.media.near.search.HashColumn;
import vigie.media.near.search.Needles;
import vigie.media.near.search.Proof;
import vigie.media.near.search.Search;
import vigie.media.pdq.PdqHash;

/// Hashes, each with the number of what it is a hash of and a note on how that was seen.
final class Faces {
    private final List<PdqHash> hashes = new ArrayList<>();
    private int[] owners = new int[64];
    private int[] notes = new int[64];

    int owner(int index) {
        return owners[index];
    }

    int note(int index) {
        return notes[index];
    }

    int size() {
        return hashes.size();
    }

    void add(int owner, int note, PdqHash hash) {
        if (hashes.size() == owners.length) {
            owners = Arrays.copyOf(owners, 2 * owners.length);
            notes = Arrays.copyOf(notes, owners.length);
        }
        owners[hashes.size()] = owner;
        notes[hashes.size()] = note;
        hashes.add(hash);
    }

    /// Adds the hashes that may match automatically and show the whole of a picture.
    void whole(int owner, Examined.Picture picture) {
        for (View view : picture.views()) {
            if (view.hashed().matchable() && view.kind() != View.Kind.CROPPED) {
                add(owner, note(view.kind(), 0), view.hashed().hash());
            }
        }
    }

    /// Adds the same turned in all other ways, and the parts that croppers leave.
    void further(int owner, Examined.Picture picture) {
        for (View view : picture.views()) {
            if (!view.hashed().matchable()) {
                continue;
            }
            if (view.kind() == View.Kind.CROPPED) {
                add(owner, note(view.kind(), 0), view.hashed().hash());
            }
            for (int turn = 0; turn < view.turned().size(); turn++) {
                add(owner, note(view.kind(), turn + 1), view.turned().get(turn));
            }
        }
    }

    private static int note(View.Kind kind, int turn) {
        return code(kind) << 3 | turn;
    }

    /// A number for a kind of view.
    static int code(View.Kind kind) {
        return switch (kind) {
            case STORED -> 0;
            case ORIENTED -> 1;
            case TRIMMED -> 2;
            case CROPPED -> 3;
        };
    }

    /// The kind of view that a note tells.
    static View.Kind kind(int note) {
        return switch (note >> 3) {
            case 0 -> View.Kind.STORED;
            case 1 -> View.Kind.ORIENTED;
            case 2 -> View.Kind.TRIMMED;
            default -> View.Kind.CROPPED;
        };
    }

    /// The dihedral variant that a note tells, 0 for upright.
    static int turn(int note) {
        return note & 7;
    }

    /// Told of two hashes of different owners that are near, in no order.
    interface Hit {
        void near(int needle, int other, int distance);
    }

    /// Finds all that lies near some needles, having proved the search on a sample.
    ///
    /// @param portion done after each portion of needles
    void within(
            Faces needles, int distance, long seed, Cores cores, Hit hit, Runnable portion) {
        if (hashes.isEmpty()) {
            return;
        }
        HashColumn column = HashColumn.of(hashes);
        Proof.check(column, distance, seed);
        for (int from = 0; from < needles.size(); from += Needles.MOST) {
            int first = from;
            int to = Math.min(from + Needles.MOST, needles.size());
            new Search(new Needles(needles.hashes.subList(from, to)), distance)
                    .run(
                            column,
                            cores,
                            (needle, entry, bits) -> {
                                int other = (int) entry;
                                if (needles.owner(first + needle) != owner(other)) {
                                    hit.near(first + needle, other, bits);
                                }
                            });
            portion.run();
        }
    }
}
