package vigie.text.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vigie.text.gazetteer.Gazetteer;
import vigie.text.gazetteer.Place;

/// Made-up conversations of gardening clubs about their outings, with the truth of every mention.
///
/// They are drawn otherwise than the model supposes: the home evenly among towns, nearby places
/// evenly whatever their size. Some mentions are of hamlets that no gazetteer lists, some of
/// ordinary words that are names somewhere; half of the clubs write no capitals.
final class Outings {
    private static final String[] OUTINGS = {
        "The club went to %s on Sunday.",
        "We saw the roses in %s yesterday.",
        "Bulbs for sale near %s again",
        "On ira au jardin de %s dimanche.",
        "Qui vient avec nous vers %s demain ?",
        "I brought tulips back from %s last week.",
    };
    private static final String[] WORDS = {
        "It was nice weather for the roses.",
        "I was reading about bulbs again.",
        "The birds have a bath under the tree.",
        "We can split the dahlias now.",
        "Bring a mobile and some gloves.",
        "The bush needs water, the hedge too.",
    };
    private static final double KM_PER_DEGREE = 111;

    private final Gazetteer gazetteer;
    private final Random random;
    private final double[] people;

    Outings(Gazetteer gazetteer, long seed) {
        this.gazetteer = gazetteer;
        random = new Random(seed);
        people = new double[gazetteer.size() + 1];
        for (int i = 0; i < gazetteer.size(); i++) {
            people[i + 1] = people[i] + gazetteer.place(i).population();
        }
    }

    /// A text and the place that it speaks of, null where it is none that is listed.
    record Told(String text, String name, @Nullable Place truth) {}

    /// A conversation.
    List<Told> next() {
        Place home = town();
        List<Place> near = near(home);
        boolean careless = random.nextBoolean();
        var told = new ArrayList<Told>();
        int outings = 3 + random.nextInt(4);
        for (int i = 0; i < outings; i++) {
            Place place = outing(home, near);
            boolean hamlet = random.nextInt(20) == 0;
            String name = hamlet ? gazetteer.place(any()).name() : place.name();
            String text = String.format(OUTINGS[random.nextInt(OUTINGS.length)], name);
            told.add(
                    new Told(
                            careless ? text.toLowerCase(Locale.ROOT) : text,
                            name,
                            hamlet ? null : place));
            String words = WORDS[random.nextInt(WORDS.length)];
            told.add(new Told(careless ? words.toLowerCase(Locale.ROOT) : words, "", null));
        }
        return told;
    }

    private int any() {
        return random.nextInt(gazetteer.size());
    }

    private Place town() {
        while (true) {
            Place place = gazetteer.place(any());
            if (place.population() >= 20_000) {
                return place;
            }
        }
    }

    private Place outing(Place home, List<Place> near) {
        int where = random.nextInt(100);
        if (where < 60) {
            return near.get(random.nextInt(near.size()));
        }
        while (true) {
            double at = random.nextDouble() * people[people.length - 1];
            int found = Arrays.binarySearch(people, at);
            Place place =
                    gazetteer.place(Math.min(gazetteer.size() - 1, found < 0 ? -found - 2 : found));
            if (where >= 85 || place.country().equals(home.country())) {
                return place;
            }
        }
    }

    private List<Place> near(Place home) {
        var near = new ArrayList<Place>();
        for (int i = 0; i < gazetteer.size(); i++) {
            Place place = gazetteer.place(i);
            if (Math.abs(place.latitude() - home.latitude()) < 60 / KM_PER_DEGREE
                    && place.kilometresTo(home) < 60) {
                near.add(place);
            }
        }
        return near;
    }
}
