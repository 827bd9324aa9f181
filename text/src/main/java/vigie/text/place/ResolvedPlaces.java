package vigie.text.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vigie.text.gazetteer.Gazetteer;
import vigie.text.gazetteer.People;
import vigie.text.gazetteer.Place;

/// The places of one conversation, each understood from the others.
public final class ResolvedPlaces {
    /*
     * A mention names a place that people speak of as often as people live there; or, two times in
     * three, one that another place of the conversation brought up: of the same country, or near to
     * it, the one as often as the other. Which other place, and which place that one is, is not known
     * either: the ratio to the first case is averaged over the other names by their probabilities, in
     * a few rounds that begin with what each name says by itself. docs/formats/places.md has it in
     * formulas.
     */
    private static final int ROUNDS = 3;

    private static final double BY_ITSELF = 1.0 / 3;
    private static final double BY_COUNTRY = 1.0 / 3;
    private static final double BY_DISTANCE = 1.0 / 3;

    /// Some 900 kilometres, beyond which nearness is nothing.
    private static final double FAR_DEGREES = 8;

    /// Beyond these, more names would change little and cost much.
    private static final int MOST_NEIGHBOURS = 200;

    private static final int MOST_PLACES_OF_A_NEIGHBOUR = 5;
    private static final int MOST_CANDIDATES = 20;
    private static final double LEAST_PROBABILITY = 0.001;

    private final Habits habits;
    private final Set<Integer> accountNames;
    private final People people;
    private final Map<Integer, Name> names = new LinkedHashMap<>();
    private final List<Neighbour> known;
    private final Map<Place, Double> around = new HashMap<>();

    ResolvedPlaces(
            Gazetteer gazetteer,
            Habits habits,
            Map<Integer, Uses> uses,
            Set<Integer> accountNames,
            CountryHints hints) {
        this.habits = habits;
        this.accountNames = Set.copyOf(accountNames);
        people = gazetteer.people();
        uses.forEach(
                (number, use) ->
                        names.put(
                                number,
                                new Name(gazetteer, number, use, hints, word(number, use))));
        List<Neighbour> weighed = neighbours();
        for (int round = 0; round < ROUNDS; round++) {
            round(weighed);
            weighed = neighbours();
        }
        known = weighed;
    }

    private double word(int number, Uses uses) {
        Written written = uses.of(Written.CASELESS) > 0 ? Written.CASELESS : Written.UNTOLD;
        return Name.product(
                OrdinaryWord.of(
                        uses, written, uses.clitics(), habits, accountNames.contains(number)));
    }

    private void round(List<Neighbour> known) {
        for (Name name : names.values()) {
            for (int i = 0; i < name.places.length; i++) {
                name.near[i] = near(name, name.places[i], known);
            }
        }
        names.values().forEach(Name::settle);
    }

    /// Another name of the conversation in one round.
    private record Neighbour(Name name, double listed, List<Guess> guesses) {}

    /// A place that a name may be.
    private record Guess(Place place, double probability, double around) {}

    private List<Neighbour> neighbours() {
        var known = new ArrayList<Neighbour>();
        List<Name> first =
                names.values().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        (Name name) -> -name.listed() * name.uses.all()))
                        .limit(MOST_NEIGHBOURS)
                        .toList();
        for (Name name : first) {
            var guesses = new ArrayList<Guess>();
            for (int i : name.likeliest(MOST_PLACES_OF_A_NEIGHBOUR)) {
                Place place = name.places[i];
                double there = around.computeIfAbsent(place, people::around);
                guesses.add(new Guess(place, name.probability[i], there));
            }
            known.add(new Neighbour(name, name.listed(), guesses));
        }
        return known;
    }

    private double near(Name name, Place place, List<Neighbour> known) {
        double listed = 0;
        double sum = 0;
        for (Neighbour neighbour : known) {
            if (neighbour.name != name) {
                listed += neighbour.listed;
                sum += ratio(place, neighbour);
            }
        }
        double average = (sum + Math.max(0, 1 - listed)) / Math.max(1, listed);
        return BY_ITSELF + (1 - BY_ITSELF) * average;
    }

    /// How much likelier a place is named after a neighbour than by itself, by the probabilities of
    /// what the neighbour is.
    private double ratio(Place place, Neighbour neighbour) {
        double sum = 0;
        for (Guess guess : neighbour.guesses) {
            Place other = guess.place;
            double ratio = 0;
            if (other.country().equals(place.country())) {
                ratio += BY_COUNTRY * people.all() / people.ofCountry(place.country());
            }
            if (Math.abs(place.latitude() - other.latitude()) < FAR_DEGREES) {
                double nearness = People.nearness(place.kilometresTo(other));
                ratio += BY_DISTANCE * people.all() * nearness / guess.around;
            }
            sum += guess.probability * ratio / (BY_COUNTRY + BY_DISTANCE);
        }
        return sum;
    }

    /// Which place a mention probably is.
    ///
    /// @param mention found while the conversation was read, before it was resolved
    public Resolution of(Mention mention) {
        Name name = names.get(mention.name());
        if (name == null) {
            throw new IllegalArgumentException("not a mention of this conversation: " + mention);
        }
        List<PlaceReason> ordinary =
                OrdinaryWord.of(
                        name.uses,
                        mention.written(),
                        mention.clitics(),
                        habits,
                        accountNames.contains(mention.name()));
        double word = Name.product(ordinary);
        double total = word + Name.UNLISTED;
        for (int i = 0; i < name.places.length; i++) {
            total += name.weight(i);
        }
        var candidates = new ArrayList<Resolution.Candidate>();
        for (int i : name.likeliest(MOST_CANDIDATES)) {
            double probability = name.weight(i) / total;
            if (probability >= LEAST_PROBABILITY) {
                candidates.add(
                        new Resolution.Candidate(name.places[i], probability, reasons(name, i)));
            }
        }
        return new Resolution(candidates, Name.UNLISTED / total, word / total, total, ordinary);
    }

    private List<PlaceReason> reasons(Name name, int i) {
        Place place = name.places[i];
        var reasons = new ArrayList<PlaceReason>();
        reasons.add(new PlaceReason(PlaceReason.Kind.PEOPLE, Name.people(place), List.of()));
        if (name.transliterated[i]) {
            reasons.add(
                    new PlaceReason(
                            PlaceReason.Kind.TRANSLITERATED, Name.TRANSLITERATED, List.of()));
        }
        if (name.hint[i] != 1) {
            reasons.add(
                    new PlaceReason(
                            PlaceReason.Kind.COUNTRY_HINT, name.hint[i], List.of(place.country())));
        }
        if (name.near[i] != 1) {
            reasons.add(
                    new PlaceReason(
                            PlaceReason.Kind.NEIGHBOURS, name.near[i], nearest(name, place)));
        }
        return reasons;
    }

    /// The three neighbours that a factor owes most to.
    private List<String> nearest(Name name, Place place) {
        return known.stream()
                .filter(neighbour -> neighbour.name != name)
                .filter(neighbour -> ratio(place, neighbour) > 0)
                .sorted(Comparator.comparingDouble(neighbour -> -ratio(place, neighbour)))
                .limit(3)
                .map(neighbour -> neighbour.guesses.getFirst().place.name())
                .toList();
    }
}
