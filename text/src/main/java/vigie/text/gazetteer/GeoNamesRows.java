package vigie.text.gazetteer;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Reads the places that are built in.
final class GeoNamesRows {
    static final String FILE = "places-world-pop1000.tsv.gz";
    private static final String HEADER =
            "country name geonameId lat lon population featureCode admin1 altName name_fr name_ar";
    private static final long MOST = 64 << 20;

    private final GazetteerBuilder builder;
    private final ArabicSpelling spelling = new ArabicSpelling();
    private final Map<String, Boolean> arabic = new HashMap<>();

    GeoNamesRows(GazetteerBuilder builder) {
        this.builder = builder;
    }

    /// Adds every place of the file.
    void readBuiltIn() throws IOException {
        InputStream file = GeoNamesRows.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IOException(FILE + " is missing in the program");
        }
        try (var in = new GZIPInputStream(file, 1 << 16)) {
            var lines = new TsvLines(in, MOST);
            String[] header = lines.next();
            if (header == null || !String.join(" ", header).equals(HEADER)) {
                throw lines.malformed("another header than expected");
            }
            String[] row;
            while ((row = lines.next()) != null) {
                add(row);
            }
        }
    }

    private void add(String[] row) {
        int place =
                builder.add(
                        new Place(
                                "geonames:" + row[2],
                                row[1],
                                row[0],
                                PlaceKind.ofFeature(row[6]),
                                Double.parseDouble(row[3]),
                                Double.parseDouble(row[4]),
                                Integer.parseInt(row[5])));
        builder.give(place, row[1], false);
        for (String name : List.of(row[9], row[10])) {
            if (!name.isEmpty()) {
                builder.give(place, name, false);
            }
        }
        if (!ArabicSpelling.hasArabic(row[10])
                && arabic.computeIfAbsent(row[0], ArabicSpelling::isArabic)) {
            spelling.arabic(row[1]).forEach(name -> builder.give(place, name, true));
        }
    }
}
