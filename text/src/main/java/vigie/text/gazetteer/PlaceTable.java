package vigie.text.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The places of a gazetteer, by column, so that a hundred thousand of them take a few megabytes.
final class PlaceTable {
    private static final List<PlaceKind> KINDS = List.of(PlaceKind.values());

    private final List<String> countries = new ArrayList<>();
    private final Map<String, Integer> countryNumbers = new HashMap<>();
    private int[] latitudes = new int[1 << 16];
    private int[] longitudes = new int[1 << 16];
    private int[] populations = new int[1 << 16];
    private short[] country = new short[1 << 16];
    private byte[] kinds = new byte[1 << 16];
    private int[] starts = new int[(1 << 16) + 1];
    private byte[] texts = new byte[1 << 20];
    private int size;

    int size() {
        return size;
    }

    int add(Place place) {
        if (size == kinds.length) {
            latitudes = Arrays.copyOf(latitudes, 2 * size);
            longitudes = Arrays.copyOf(longitudes, 2 * size);
            populations = Arrays.copyOf(populations, 2 * size);
            country = Arrays.copyOf(country, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size + 1);
        }
        latitudes[size] = (int) Math.round(place.latitude() * 1e6);
        longitudes[size] = (int) Math.round(place.longitude() * 1e6);
        populations[size] = place.population();
        country[size] = number(place.country());
        kinds[size] = (byte) KINDS.indexOf(place.kind());
        byte[] text = (place.id() + "\t" + place.name()).getBytes(StandardCharsets.UTF_8);
        int start = starts[size];
        if (start + text.length > texts.length) {
            texts = Arrays.copyOf(texts, 2 * (start + text.length));
        }
        System.arraycopy(text, 0, texts, start, text.length);
        starts[size + 1] = start + text.length;
        return size++;
    }

    private short number(String code) {
        return countryNumbers
                .computeIfAbsent(
                        code,
                        c -> {
                            countries.add(c);
                            return countries.size() - 1;
                        })
                .shortValue();
    }

    Place get(int i) {
        String text =
                new String(texts, starts[i], starts[i + 1] - starts[i], StandardCharsets.UTF_8);
        int tab = text.indexOf('\t');
        return new Place(
                text.substring(0, tab),
                text.substring(tab + 1),
                country(i),
                KINDS.get(kinds[i]),
                latitude(i),
                longitude(i),
                populations[i]);
    }

    String country(int i) {
        return countries.get(country[i]);
    }

    double latitude(int i) {
        return latitudes[i] / 1e6;
    }

    double longitude(int i) {
        return longitudes[i] / 1e6;
    }

    int population(int i) {
        return populations[i];
    }
}
