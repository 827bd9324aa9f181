package vigie.text.sighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the identifiers in texts. One is made for a conversation and may be asked by many threads.
public final class Sightings {
    private final Phones phones;
    private final WalletRules rules;

    /// @param regions the regions (ISO 3166, two letters) whose telephone numbers people of these
    ///     texts may write without country code, the likeliest first; without any, only numbers
    ///     with a country code are found
    /// @param rules   the wallets that the unit knows
    public Sightings(List<String> regions, WalletRules rules) {
        this.phones = new Phones(regions);
        this.rules = rules;
    }

    /// Without rules of a unit.
    public Sightings(List<String> regions) {
        this(regions, WalletRules.NONE);
    }

    /// The identifiers in a text, in order; passages overlap where an address names an account.
    public List<Sighting> in(String text) {
        List<Sighting> found = Scan.of(text, phones);
        if (rules.isEmpty()) {
            return found;
        }
        List<Sighting> all = new ArrayList<>(found);
        rules.in(text, all);
        all.sort(Comparator.comparingInt(Sighting::start).thenComparing(Sighting::kind));
        return List.copyOf(all);
    }
}
