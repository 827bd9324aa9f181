package vigie.text.place;

import java.util.Arrays;
import java.util.List;
import vigie.text.gazetteer.Gazetteer;
import vigie.text.gazetteer.People;
import vigie.text.gazetteer.Place;

/// A name of a conversation and the weights of the places that bear it, as far as they do not
/// depend on the other names.
final class Name {
    /// Spellings by rule that are the name a gazetteer lists, of those measured
    /// (docs/formats/places.md).
    static final double TRANSLITERATED = 0.2;

    /// How many people live in places of the same name that are not listed.
    static final double UNLISTED = 5000;

    final int number;
    final Uses uses;
    final Place[] places;
    final boolean[] transliterated;
    final double[] hint;
    final double[] near;
    final double ordinaryWord;

    /// The probabilities of the round before, by place.
    final double[] probability;

    Name(Gazetteer gazetteer, int number, Uses uses, CountryHints hints, double ordinaryWord) {
        this.number = number;
        this.uses = uses;
        this.ordinaryWord = ordinaryWord;
        int[] numbers = gazetteer.numbers(number);
        places = new Place[numbers.length];
        transliterated = new boolean[numbers.length];
        hint = new double[numbers.length];
        near = new double[numbers.length];
        probability = new double[numbers.length];
        Arrays.fill(near, 1);
        People people = gazetteer.people();
        for (int i = 0; i < numbers.length; i++) {
            transliterated[i] = numbers[i] < 0;
            places[i] = gazetteer.place(numbers[i] < 0 ? ~numbers[i] : numbers[i]);
            String country = places[i].country();
            hint[i] = hints.rest() + hints.of(country) * people.all() / people.ofCountry(country);
        }
        settle();
    }

    static double product(List<PlaceReason> factors) {
        return factors.stream().mapToDouble(PlaceReason::factor).reduce(1, (a, b) -> a * b);
    }

    static double people(Place place) {
        return Math.max(People.AT_LEAST, place.population());
    }

    private double own(int i) {
        return people(places[i]) * (transliterated[i] ? TRANSLITERATED : 1);
    }

    double weight(int i) {
        return own(i) * hint[i] * near[i];
    }

    /// Computes the probabilities from the weights.
    void settle() {
        double total = UNLISTED + ordinaryWord;
        for (int i = 0; i < places.length; i++) {
            total += weight(i);
        }
        for (int i = 0; i < places.length; i++) {
            probability[i] = weight(i) / total;
        }
    }

    /// The probability that it is one of the places that are listed.
    double listed() {
        return Arrays.stream(probability).sum();
    }

    /// The numbers of the likeliest places.
    int[] likeliest(int most) {
        Integer[] order = new Integer[places.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(probability[b], probability[a]));
        int[] first = new int[Math.min(most, order.length)];
        Arrays.setAll(first, i -> order[i]);
        return first;
    }
}
