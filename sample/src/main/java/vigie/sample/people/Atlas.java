package vigie.sample.people;

import java.util.ArrayList;
import java.util.List;
import vigie.sample.dice.Dice;
import vigie.sample.dice.Lines;

/// The countries and cities of the sample.
public record Atlas(List<Country> countries) {
    public Atlas {
        countries = List.copyOf(countries);
    }

    /// Reads the atlas that ships with the sample.
    public static Atlas load() {
        var countries = new ArrayList<Country>();
        for (String line : Lines.of("places.txt")) {
            List<String> parts = Lines.split(line, '|');
            String code = parts.get(0);
            var cities = new ArrayList<City>();
            for (String city : Lines.split(parts.get(4), ';')) {
                int equals = city.indexOf('=');
                cities.add(
                        equals < 0
                                ? new City(code, city, city)
                                : new City(
                                        code,
                                        city.substring(0, equals),
                                        city.substring(equals + 1)));
            }
            countries.add(
                    new Country(
                            code,
                            parts.get(1),
                            parts.get(2),
                            Integer.parseInt(parts.get(3)),
                            cities));
        }
        return new Atlas(countries);
    }

    /// A country, in proportion to the weights.
    public Country pick(Dice dice) {
        return countries.get(dice.weighted(countries.stream().mapToInt(Country::weight).toArray()));
    }
}
