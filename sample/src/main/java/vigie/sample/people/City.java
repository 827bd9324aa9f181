package vigie.sample.people;

/// A real city.
///
/// @param country two letters (ISO 3166-1)
/// @param name    its name in Latin letters
/// @param local   its name as people there write it in the language they speak in the sample
public record City(String country, String name, String local) {
    /// How the ground truth names it.
    public String key() {
        return country + ":" + name;
    }
}
