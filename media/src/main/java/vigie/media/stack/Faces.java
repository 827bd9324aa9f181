package vigie.media.stack;

import java.util.Arrays;
import java.util.List;
import vigie.media.examine.Examined;
import vigie.media.examine.Examined.View;
import vigie.media.pdq.Hashed;
import vigie.media.pdq.PdqHash;

/// Hashes in columns, each with the number of what it is a hash of, so that they are compared fast.
final class Faces {
    private long[][] words = new long[4][64];
    private int[] owners = new int[64];
    private int[] notes = new int[64];
    private int size;

    int size() {
        return size;
    }

    int owner(int index) {
        return owners[index];
    }

    int note(int index) {
        return notes[index];
    }

    PdqHash hash(int index) {
        return new PdqHash(words[0][index], words[1][index], words[2][index], words[3][index]);
    }

    void add(int owner, int note, PdqHash hash) {
        if (size == owners.length) {
            for (int k = 0; k < words.length; k++) {
                words[k] = Arrays.copyOf(words[k], 2 * size);
            }
            owners = Arrays.copyOf(owners, 2 * size);
            notes = Arrays.copyOf(notes, 2 * size);
        }
        words[0][size] = hash.w0();
        words[1][size] = hash.w1();
        words[2][size] = hash.w2();
        words[3][size] = hash.w3();
        owners[size] = owner;
        notes[size++] = note;
    }

    /// The hashes of a picture that may match automatically and show the whole of it.
    void whole(int owner, Examined.Picture picture) {
        for (View view : matchable(picture)) {
            if (view.kind() != View.Kind.CROPPED) {
                add(owner, note(view.kind(), 0), view.hashed().hash());
            }
        }
    }

    /// The same, turned in all ways but upright, and the parts that croppers leave.
    void further(int owner, Examined.Picture picture) {
        for (View view : matchable(picture)) {
            if (view.kind() == View.Kind.CROPPED) {
                add(owner, note(view.kind(), 0), view.hashed().hash());
            }
            for (int turn = 0; turn < view.turned().size(); turn++) {
                add(owner, note(view.kind(), turn + 1), view.turned().get(turn));
            }
        }
    }

    private static List<View> matchable(Examined.Picture picture) {
        return picture.views().stream().filter(view -> view.hashed().matchable()).toList();
    }

    /// The frames that may match automatically.
    void frames(int owner, List<Examined.Frame> frames) {
        for (int k = 0; k < frames.size(); k++) {
            Hashed hashed = frames.get(k).hashed();
            if (hashed.matchable()) {
                add(owner, k, hashed.hash());
            }
        }
    }

    private static int note(View.Kind kind, int turn) {
        return kind.ordinal() << 3 | turn;
    }

    static View.Kind kind(int note) {
        return View.Kind.values()[note >> 3];
    }

    static int turn(int note) {
        return note & 7;
    }

    /// Told of two hashes that are near.
    interface Hit {
        void near(int needle, int other, int distance);
    }

    /// Compares every needle with every hash here. Hashes of one owner are not compared.
    void within(Faces needles, int distance, Hit hit) {
        for (int n = 0; n < needles.size; n++) {
            within(needles, n, distance, hit);
        }
    }

    private void within(Faces needles, int n, int distance, Hit hit) {
        long a = needles.words[0][n];
        long b = needles.words[1][n];
        long[] first = words[0];
        long[] second = words[1];
        for (int i = 0; i < size; i++) {
            // Half of the bits turn nearly all away.
            int far = Long.bitCount(a ^ first[i]) + Long.bitCount(b ^ second[i]);
            if (far <= distance && owners[i] != needles.owners[n]) {
                far +=
                        Long.bitCount(needles.words[2][n] ^ words[2][i])
                                + Long.bitCount(needles.words[3][n] ^ words[3][i]);
                if (far <= distance) {
                    hit.near(n, i, far);
                }
            }
        }
    }
}
