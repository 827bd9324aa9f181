package vigie.text.gazetteer;

import java.util.List;
import vigie.text.word.Words;

/// Puts places and their names together.
final class GazetteerBuilder {
    /// Longer names are not searched for; the longest official ones have nine.
    static final int MAX_WORDS = 12;

    /// Two records of one name in one country within this distance are one place.
    private static final double SAME_KM = 12;

    private final Vocabulary vocabulary = new Vocabulary();
    private final Names names = new Names();
    private final PlaceTable places = new PlaceTable();
    private final Words words = new Words();

    /// Adds a place with its names. Where a place of the same country that bears one of them is
    /// already there within twelve kilometres, it is given the others instead.
    ///
    /// @return the number of the place
    int merge(Place place, List<String> all) {
        for (String name : all) {
            for (int listed : names.places(name(name, false))) {
                if (listed >= 0
                        && places.country(listed).equals(place.country())
                        && Place.kilometres(
                                        place.latitude(),
                                        place.longitude(),
                                        places.latitude(listed),
                                        places.longitude(listed))
                                <= SAME_KM) {
                    all.forEach(more -> give(listed, more, false));
                    return listed;
                }
            }
        }
        int made = add(place);
        all.forEach(name -> give(made, name, false));
        return made;
    }

    /// Adds a place, which has no name to be found by yet.
    int add(Place place) {
        return places.add(place);
    }

    /// Gives a place a name to be found by.
    ///
    /// @param byRule whether it is a transliteration
    void give(int place, String name, boolean byRule) {
        int known = name(name, true);
        if (known != 0) {
            names.give(known, place, byRule);
        }
    }

    /// The number of a name, 0 where it has none: names of one letter, of digits alone or of too
    /// many words have none.
    private int name(String text, boolean add) {
        words.read(text);
        int name = 0;
        int count = 0;
        int letters = 0;
        while (words.next()) {
            int word =
                    add
                            ? vocabulary.add(words.bytes(), words.length())
                            : vocabulary.find(words.bytes(), 0, words.length());
            name = word < 0 ? 0 : add ? names.add(name, word) : step(name, word);
            if (name == 0) {
                return 0;
            }
            count++;
            for (int i = 0; i < words.length(); i++) {
                byte b = words.bytes()[i];
                letters += b >= '0' && b <= '9' || (b & 0xC0) == 0x80 ? 0 : 1;
            }
        }
        return letters < 2 || count > MAX_WORDS ? 0 : name;
    }

    private int step(int name, int word) {
        return name == 0 ? names.begin(word) : names.then(name, word);
    }

    /// Whether a text has words, and not too many to be found by.
    boolean isName(String text) {
        words.read(text);
        int count = 0;
        while (words.next()) {
            count++;
        }
        return count > 0 && count <= MAX_WORDS;
    }

    Place place(int number) {
        return places.get(number);
    }

    Gazetteer build() {
        return new Gazetteer(vocabulary, names, places);
    }
}
