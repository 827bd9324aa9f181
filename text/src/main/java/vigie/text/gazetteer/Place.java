package vigie.text.gazetteer;

/// A place that a gazetteer lists.
///
/// @param id         `geonames:` and a number, or what the unit's gazetteer calls it
/// @param name       as the gazetteer writes it
/// @param country    two letters, ISO 3166-1
/// @param population 0 where it is not known
public record Place(
        String id,
        String name,
        String country,
        PlaceKind kind,
        double latitude,
        double longitude,
        int population) {
    /// The mean radius of the earth.
    private static final double EARTH_KM = 6371;

    public Place {
        if (id.isEmpty() || name.isEmpty() || !isCountry(country) || population < 0) {
            throw new IllegalArgumentException("not a place: " + id + ", " + name);
        }
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not on the earth: " + latitude + ", " + longitude);
        }
    }

    static boolean isCountry(String code) {
        return code.length() == 2 && isCapital(code.charAt(0)) && isCapital(code.charAt(1));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /// How far another place is, in kilometres, along the surface of a sphere.
    public double kilometresTo(Place other) {
        return kilometres(latitude, longitude, other.latitude, other.longitude);
    }

    /// The distance of two points in kilometres, along the surface of a sphere.
    public static double kilometres(double lat1, double lon1, double lat2, double lon2) {
        double a = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double b = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double across = Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2));
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a * a + across * b * b)));
    }
}
