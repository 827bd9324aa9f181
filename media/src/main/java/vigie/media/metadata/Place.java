package vigie.media.metadata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigie.media.examine.Examined;

/// Where a file says that it was made, in degrees.
public record Place(double latitude, double longitude) {
    private static final Pattern ISO_6709 =
            Pattern.compile(
                    "([+-][0-9]{2}(?:\\.[0-9]{1,9})?)([+-][0-9]{3}(?:\\.[0-9]{1,9})?)(?:[+-].*|/?)");

    public Place {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no place: " + latitude + ", " + longitude);
        }
        if (latitude == 0 && longitude == 0) {
            throw new IllegalArgumentException("what devices write that know no place");
        }
    }

    /// What `+48.8577+002.295/` says, or nothing where it is not written so.
    public static Optional<Place> iso6709(String text) {
        Matcher matcher = ISO_6709.matcher(text);
        return matcher.matches()
                ? of(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)))
                : Optional.empty();
    }

    /// What degrees, minutes and seconds with letters of the compass say. A letter that is none is
    /// never taken for north or east: then there is no place.
    static Optional<Place> degrees(
            double[] latitude, String northOrSouth, double[] longitude, String eastOrWest) {
        double north = sign(northOrSouth, "N", "S") * value(latitude);
        double east = sign(eastOrWest, "E", "W") * value(longitude);
        return of(north, east);
    }

    private static Optional<Place> of(double latitude, double longitude) {
        try {
            return Optional.of(new Place(latitude, longitude));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static double sign(String letter, String plus, String minus) {
        String plain = letter.strip().toUpperCase(Locale.ROOT);
        return plain.equals(plus) ? 1 : plain.equals(minus) ? -1 : Double.NaN;
    }

    private static double value(double[] parts) {
        boolean within =
                parts.length == 3
                        && parts[0] >= 0
                        && parts[1] >= 0
                        && parts[1] < 60
                        && parts[2] >= 0
                        && parts[2] < 60;
        return within ? parts[0] + parts[1] / 60 + parts[2] / 3600 : Double.NaN;
    }

    /// As claims of a file.
    public List<Examined.Property> properties(String group) {
        return List.of(
                new Examined.Property(group, "GPSLatitude", written(latitude)),
                new Examined.Property(group, "GPSLongitude", written(longitude)));
    }

    private static String written(double degrees) {
        return String.format(Locale.ROOT, "%.6f", degrees);
    }
}
