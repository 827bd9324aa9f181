package vigie.text.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.text.word.Words;

/// Places by name. Safe for many threads at once.
///
/// Names are walked word by word: [#word], [#begin], [#then], so that a text is searched in one
/// pass. Words are folded by [vigie.text.word.Folding].
public final class Gazetteer {
    private final Vocabulary vocabulary;
    private final Names names;
    private final PlaceTable places;
    private volatile @Nullable People people;

    Gazetteer(Vocabulary vocabulary, Names names, PlaceTable places) {
        this.vocabulary = vocabulary;
        this.names = names;
        this.places = places;
    }

    private static final class BuiltIn {
        static final Gazetteer ONE = read();

        private static Gazetteer read() {
            var builder = new GazetteerBuilder();
            try {
                new GeoNamesRows(builder).readBuiltIn();
            } catch (IOException e) {
                throw new UncheckedIOException("the gazetteer of the program is damaged", e);
            }
            return builder.build();
        }
    }

    /// The gazetteer of the program: places of 1,000 inhabitants and more, GeoNames, CC-BY 4.0. It
    /// is read when it is first asked for.
    public static Gazetteer builtIn() {
        return BuiltIn.ONE;
    }

    /// The gazetteer of the program and one of the unit's, as `docs/formats/places.md` has it.
    ///
    /// @param further TSV, or TSV in gzip
    /// @throws MalformedGazetteer where it breaks the format, with its line
    public static Gazetteer builtInAnd(InputStream further) throws IOException {
        var builder = new GazetteerBuilder();
        new GeoNamesRows(builder).readBuiltIn();
        FurtherRows.read(further, builder);
        return builder.build();
    }

    /// A gazetteer of the unit's alone.
    ///
    /// @throws MalformedGazetteer where it breaks the format, with its line
    public static Gazetteer of(InputStream further) throws IOException {
        var builder = new GazetteerBuilder();
        FurtherRows.read(further, builder);
        return builder.build();
    }

    /// How many places are listed.
    public int size() {
        return places.size();
    }

    /// How many names they are found by.
    public int names() {
        return names.names();
    }

    /// The places that bear a name, written in whatever case, with or without accents.
    public List<Place> named(String name) {
        var words = new Words();
        words.read(name);
        int at = 0;
        boolean first = true;
        while (words.next()) {
            int word = word(words.bytes(), 0, words.length());
            at = word < 0 ? 0 : first ? begin(word) : then(at, word);
            first = false;
            if (at == 0) {
                return List.of();
            }
        }
        var found = new ArrayList<Place>();
        for (int number : numbers(at)) {
            found.add(place(number < 0 ? ~number : number));
        }
        return found;
    }

    /// The number of a folded word in UTF-8, or -1 where no name has it.
    public int word(byte[] bytes, int from, int to) {
        return vocabulary.find(bytes, from, to);
    }

    /// The number of what begins with a word, or 0.
    public int begin(int word) {
        return names.begin(word);
    }

    /// The number of what goes on with a word, or 0.
    public int then(int name, int word) {
        return names.then(name, word);
    }

    /// Whether a place bears this name, as it stands.
    public boolean isBorne(int name) {
        return names.borne(name);
    }

    /// The numbers of the places that bear a name; those that bear it by transliteration only, as
    /// their complement.
    public int[] numbers(int name) {
        return names.places(name);
    }

    /// The place of a number.
    public Place place(int number) {
        return places.get(number);
    }

    /// How people are spread over the places of this gazetteer.
    public People people() {
        People known = people;
        if (known == null) {
            known = new People(places);
            people = known;
        }
        return known;
    }
}
