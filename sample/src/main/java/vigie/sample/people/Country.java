package vigie.sample.people;

import java.util.List;

/// A country in which people of the sample live.
///
/// @param code     two letters (ISO 3166-1)
/// @param dial     its dialling code
/// @param language the language that its people speak in the sample
/// @param weight   how many live there, in proportion to the others
public record Country(String code, String dial, String language, int weight, List<City> cities) {
    public Country {
        cities = List.copyOf(cities);
    }
}
