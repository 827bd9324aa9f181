package vigie.text.place;

import java.util.Map;
import java.util.TreeMap;

/// What a caller knows of the countries that a conversation speaks of, from elsewhere: the
/// prefixes of telephone numbers, what an account states.
///
/// A hint makes the places of a country that a text names more likely. It names none by itself.
///
/// @param shares for a country (ISO 3166-1, two letters) the probability that a place named without
///     more is one of it; together at most 0.95, so that no hint excludes anything
public record CountryHints(Map<String, Double> shares) {
    /// Nothing is known.
    public static final CountryHints NONE = new CountryHints(Map.of());

    private static final double MOST = 0.95;

    public CountryHints {
        double sum = 0;
        for (double share : shares.values()) {
            if (!(share >= 0)) {
                throw new IllegalArgumentException("a share of " + share);
            }
            sum += share;
        }
        if (sum > MOST + 1e-9) {
            throw new IllegalArgumentException("shares of " + sum + " together");
        }
        shares = Map.copyOf(new TreeMap<>(shares));
    }

    double of(String country) {
        return shares.getOrDefault(country, 0.0);
    }

    double rest() {
        return 1 - shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
