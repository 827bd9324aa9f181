package vigie.text.gazetteer;

import java.util.HashMap;
import java.util.Map;

/// How people are spread over the places of a gazetteer: in all, by country, and around a point.
public final class People {
    /// Places that people without a known number live in count as this many.
    public static final int AT_LEAST = 500;

    /// How far neighbours reach: how much a place is near falls by e with each such distance.
    public static final double REACH_KM = 40;

    private static final int CELLS_PER_DEGREE = 2;
    private static final int ROWS = 180 * CELLS_PER_DEGREE;
    private static final int COLUMNS = 360 * CELLS_PER_DEGREE;
    private static final double FARTHEST_KM = 5 * REACH_KM;
    private static final double KM_PER_DEGREE = 111.2;

    private final float[] cells = new float[ROWS * COLUMNS];
    private final Map<String, Double> countries = new HashMap<>();
    private final double all;

    People(PlaceTable places) {
        double sum = 0;
        for (int i = 0; i < places.size(); i++) {
            double people = Math.max(AT_LEAST, places.population(i));
            sum += people;
            countries.merge(places.country(i), people, Double::sum);
            cells[cell(row(places.latitude(i)), column(places.longitude(i)))] += (float) people;
        }
        all = sum;
    }

    private static int row(double latitude) {
        return Math.clamp((int) ((latitude + 90) * CELLS_PER_DEGREE), 0, ROWS - 1);
    }

    private static int column(double longitude) {
        return Math.floorMod((int) Math.floor((longitude + 180) * CELLS_PER_DEGREE), COLUMNS);
    }

    private static int cell(int row, int column) {
        return row * COLUMNS + Math.floorMod(column, COLUMNS);
    }

    /// All of them.
    public double all() {
        return all;
    }

    /// Those of a country, 0 where the gazetteer has no place of it.
    public double ofCountry(String country) {
        return countries.getOrDefault(country, 0.0);
    }

    /// Those around a place, each counted the less the farther they live; never fewer than those of
    /// the place itself.
    public double around(Place place) {
        double latitude = place.latitude();
        double longitude = place.longitude();
        double width = Math.max(0.1, Math.cos(Math.toRadians(latitude)));
        double reach = FARTHEST_KM / KM_PER_DEGREE;
        int first = row(latitude - reach);
        int last = row(latitude + reach);
        int west = (int) Math.floor((longitude + 180 - reach / width) * CELLS_PER_DEGREE);
        int east = (int) Math.floor((longitude + 180 + reach / width) * CELLS_PER_DEGREE);
        double sum = 0;
        for (int row = first; row <= last; row++) {
            for (int column = west; column <= east; column++) {
                float people = cells[cell(row, column)];
                if (people > 0) {
                    double lat = (row + 0.5) / CELLS_PER_DEGREE - 90;
                    double lon = (column + 0.5) / CELLS_PER_DEGREE - 180;
                    sum += people * nearness(Place.kilometres(latitude, longitude, lat, lon));
                }
            }
        }
        return Math.max(sum, Math.max(AT_LEAST, place.population()));
    }

    /// How near something is: 1 at no distance, 0 far away.
    public static double nearness(double kilometres) {
        return Math.exp(-kilometres / REACH_KM);
    }
}
