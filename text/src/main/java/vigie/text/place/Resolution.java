package vigie.text.place;

import java.util.List;
import java.util.Optional;
import vigie.text.gazetteer.Place;

/// Which place a mention probably is.
///
/// The probabilities of the candidates, of a place that is not listed and of an ordinary word sum
/// to 1, save for candidates left out as too unlikely. Each is its weight, the product of its
/// reasons' factors, in `total`.
///
/// @param candidates the likeliest first
/// @param unlisted   the probability that it is a place that no gazetteer lists
/// @param word       the probability that it is no place: a word, somebody's name
/// @param total      of all weights
/// @param reasons    the factors of the weight of an ordinary word
public record Resolution(
        List<Candidate> candidates,
        double unlisted,
        double word,
        double total,
        List<PlaceReason> reasons) {
    private static final double SUFFICIENT = 0.9;

    /// A place that may be meant.
    public record Candidate(Place place, double probability, List<PlaceReason> reasons) {
        public Candidate {
            reasons = List.copyOf(reasons);
        }

        /// The product of the factors.
        public double weight() {
            return reasons.stream().mapToDouble(PlaceReason::factor).reduce(1, (a, b) -> a * b);
        }

        /// Whether something besides the number of people speaks for it.
        public boolean isSupported() {
            return reasons.stream()
                    .anyMatch(
                            reason ->
                                    reason.factor() > 1
                                            && switch (reason.kind()) {
                                                case COUNTRY_HINT, NEIGHBOURS -> true;
                                                case PEOPLE,
                                                        TRANSLITERATED,
                                                        LENGTH,
                                                        CAPITALS,
                                                        FREQUENT,
                                                        ACCOUNT_NAME,
                                                        CLITICS ->
                                                        false;
                                            });
        }
    }

    public Resolution {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
        double sum = candidates.stream().mapToDouble(Candidate::probability).sum();
        if (!(sum + unlisted + word <= 1 + 1e-9)) {
            throw new IllegalArgumentException("probabilities of more than 1");
        }
    }

    /// The likeliest place, if there is any candidate.
    public Optional<Candidate> best() {
        return candidates.stream().findFirst();
    }

    /// Whether it is as likely an ordinary word as the place that is likeliest.
    public boolean isAmbiguousWord() {
        return candidates.isEmpty() || word >= candidates.getFirst().probability();
    }

    /// The country, where its places have nine tenths of the probability and something besides the
    /// number of people speaks for the likeliest: a name alone gives none.
    public Optional<String> country() {
        if (candidates.isEmpty() || !candidates.getFirst().isSupported()) {
            return Optional.empty();
        }
        String country = candidates.getFirst().place().country();
        double share =
                candidates.stream()
                        .filter(c -> c.place().country().equals(country))
                        .mapToDouble(Candidate::probability)
                        .sum();
        return share >= SUFFICIENT ? Optional.of(country) : Optional.empty();
    }
}
