package vigie.text.gazetteer;

/// What a place is.
public enum PlaceKind {
    /// The capital of a country.
    CAPITAL,
    /// The seat of a region, district or commune.
    SEAT,
    /// Any other town or village, or whatever has people.
    TOWN,
    /// A quarter of a town.
    QUARTER;

    static PlaceKind ofFeature(String code) {
        return switch (code) {
            case "PPLC" -> CAPITAL;
            case "PPLX" -> QUARTER;
            default -> code.startsWith("PPLA") ? SEAT : TOWN;
        };
    }
}
