package vigie.text.gazetteer;

import java.util.Arrays;

/// Which places bear a name: a trie over the words of names. Name 0 is the empty one; every
/// beginning of a name is a number too.
final class Names {
    private int[] first = new int[1 << 15];
    private long[] keys = new long[1 << 16];
    private int[] targets = new int[1 << 16];
    private int edges;
    private int size = 1;
    private int[] heads = new int[1 << 16];
    private int[] next = new int[1 << 16];
    private int[] places = new int[1 << 16];
    private boolean[] transliterated = new boolean[1 << 16];
    private int postings = 1;

    /// The name that a word begins, or 0.
    int begin(int word) {
        return word < first.length ? first[word] : 0;
    }

    /// The name that another and a word make, or 0.
    int then(int name, int word) {
        long key = key(name, word);
        int mask = keys.length - 1;
        for (int i = slot(key, mask); targets[i] != 0; i = i + 1 & mask) {
            if (keys[i] == key) {
                return targets[i];
            }
        }
        return 0;
    }

    private static long key(int name, int word) {
        return (long) name << 32 | word;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }

    int add(int name, int word) {
        if (name == 0) {
            if (word >= first.length) {
                first = Arrays.copyOf(first, Math.max(word + 1, 2 * first.length));
            }
            if (first[word] == 0) {
                first[word] = more();
            }
            return first[word];
        }
        int known = then(name, word);
        if (known != 0) {
            return known;
        }
        if (2 * ++edges > keys.length) {
            grow();
        }
        int made = more();
        put(key(name, word), made);
        return made;
    }

    private int more() {
        if (size == heads.length) {
            heads = Arrays.copyOf(heads, 2 * size);
        }
        return size++;
    }

    private void put(long key, int target) {
        int mask = keys.length - 1;
        int i = slot(key, mask);
        while (targets[i] != 0) {
            i = i + 1 & mask;
        }
        keys[i] = key;
        targets[i] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[2 * oldKeys.length];
        targets = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldTargets[i] != 0) {
                put(oldKeys[i], oldTargets[i]);
            }
        }
    }

    /// Gives a name to a place; a name that is listed stays so.
    void give(int name, int place, boolean byRule) {
        for (int i = heads[name]; i != 0; i = next[i]) {
            if (places[i] == place) {
                transliterated[i] &= byRule;
                return;
            }
        }
        if (postings == next.length) {
            next = Arrays.copyOf(next, 2 * postings);
            places = Arrays.copyOf(places, 2 * postings);
            transliterated = Arrays.copyOf(transliterated, 2 * postings);
        }
        next[postings] = heads[name];
        places[postings] = place;
        transliterated[postings] = byRule;
        heads[name] = postings++;
    }

    boolean borne(int name) {
        return heads[name] != 0;
    }

    int count(int name) {
        int count = 0;
        for (int i = heads[name]; i != 0; i = next[i]) {
            count++;
        }
        return count;
    }

    /// The numbers of the places that bear a name, those by transliteration as their complement.
    int[] places(int name) {
        int[] found = new int[count(name)];
        int n = 0;
        for (int i = heads[name]; i != 0; i = next[i]) {
            found[n++] = transliterated[i] ? ~places[i] : places[i];
        }
        return found;
    }

    int names() {
        int borne = 0;
        for (int name = 1; name < size; name++) {
            borne += heads[name] != 0 ? 1 : 0;
        }
        return borne;
    }
}
