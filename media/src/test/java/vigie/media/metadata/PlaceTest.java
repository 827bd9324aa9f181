package vigie.media.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final double[] LATITUDE = {48, 51, 30};
    private static final double[] LONGITUDE = {2, 17, 42};

    private static Optional<Place> place(String northOrSouth, String eastOrWest) {
        return Place.degrees(LATITUDE, northOrSouth, LONGITUDE, eastOrWest);
    }

    @Test
    void letters_of_the_compass_give_the_sign() {
        assertEquals(Optional.of(new Place(48 + 51.5 / 60, 2 + 17.7 / 60)), place("N", "E"));
        assertEquals(-48, place("S", "E").orElseThrow().latitude(), 1);
        assertEquals(-2, place("N", "W").orElseThrow().longitude(), 1);
    }

    @Test
    void a_letter_that_is_none_is_never_taken_for_north_or_east() {
        for (String letter : new String[] {"", " ", "X", "Latitude", "0", "NORTH", "\u0000"}) {
            assertTrue(place(letter, "E").isEmpty());
            assertTrue(place("N", letter).isEmpty());
        }
    }

    @Test
    void numbers_out_of_bounds_are_no_place() {
        double[][] wrong = {{}, {91, 0, 0}, {1, 60, 0}, {1, 2, 61}, {-1, 0, 0}, {Double.NaN, 0, 0}};
        for (double[] latitude : wrong) {
            assertTrue(Place.degrees(latitude, "N", LONGITUDE, "E").isEmpty());
        }
        double[] zero = {0, 0, 0};
        assertTrue(Place.degrees(zero, "N", zero, "E").isEmpty());
    }

    @Test
    void clips_write_it_in_one_word() {
        assertEquals(Optional.of(new Place(48.8577, 2.295)), Place.iso6709("+48.8577+002.295/"));
        assertEquals(Optional.of(new Place(-33.5, 151.25)), Place.iso6709("-33.5+151.25+012.3/"));
        assertTrue(Place.iso6709("48.85, 2.29").isEmpty());
        assertTrue(Place.iso6709("+98.8577+002.295/").isEmpty());
    }
}
