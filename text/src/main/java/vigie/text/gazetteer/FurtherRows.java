package vigie.text.gazetteer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads the further gazetteer of a unit (`docs/formats/places.md`), strictly.
final class FurtherRows {
    /// What a file may hold, unpacked: the communes of France take three megabytes.
    static final long MOST = 128 << 20;

    static final int MAX_ROWS = 1_000_000;
    static final int MAX_NAMES = 50;
    static final int MAX_NAME = 200;
    private static final Set<String> COLUMNS =
            Set.of("id", "country", "name", "lat", "lon", "within", "population", "kind", "names");
    private static final Map<String, PlaceKind> KINDS =
            Map.of(
                    "", PlaceKind.TOWN,
                    "capital", PlaceKind.CAPITAL,
                    "seat", PlaceKind.SEAT,
                    "town", PlaceKind.TOWN,
                    "quarter", PlaceKind.QUARTER);

    private final GazetteerBuilder builder;
    private final TsvLines lines;
    private final ArabicSpelling spelling = new ArabicSpelling();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private String[] row = {};

    private FurtherRows(GazetteerBuilder builder, TsvLines lines) {
        this.builder = builder;
        this.lines = lines;
    }

    static void read(InputStream file, GazetteerBuilder builder) throws IOException {
        var in = new BufferedInputStream(file);
        in.mark(2);
        boolean packed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        try {
            InputStream plain = packed ? new GZIPInputStream(in, 1 << 16) : in;
            new FurtherRows(builder, new TsvLines(plain, MOST)).read();
        } catch (ZipException | java.io.EOFException e) {
            throw new MalformedGazetteer(1, "not a whole gzip file");
        }
    }

    private void read() throws IOException {
        header();
        while (true) {
            String[] next = lines.next();
            if (next == null) {
                return;
            }
            row = next;
            if (row.length != columns.size()) {
                throw lines.malformed(row.length + " cells, but the header has " + columns.size());
            }
            if (lines.number() > MAX_ROWS + 1) {
                throw lines.malformed("more than " + MAX_ROWS + " places");
            }
            place();
        }
    }

    private void header() throws IOException {
        String[] header = lines.next();
        if (header == null) {
            throw lines.malformed("the file is empty");
        }
        for (int i = 0; i < header.length; i++) {
            if (!COLUMNS.contains(header[i]) && !header[i].startsWith("x-")) {
                throw lines.malformed("column '" + shown(header[i]) + "' has no meaning");
            }
            if (columns.put(header[i], i) != null) {
                throw lines.malformed("column '" + header[i] + "' comes twice");
            }
        }
        for (String needed : List.of("country", "name")) {
            if (!columns.containsKey(needed)) {
                throw lines.malformed("column '" + needed + "' is missing");
            }
        }
        if (columns.containsKey("lat") != columns.containsKey("lon")
                || !columns.containsKey("lat") && !columns.containsKey("within")) {
            throw lines.malformed("columns 'lat' and 'lon', or 'within', are needed");
        }
    }

    private String cell(String column) throws MalformedGazetteer {
        Integer at = columns.get(column);
        String text = at == null ? "" : row[at].strip();
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw lines.malformed("a control character in '" + column + "'");
        }
        return text;
    }

    private void place() throws MalformedGazetteer {
        String country = cell("country");
        if (!Place.isCountry(country)) {
            throw lines.malformed("'" + shown(country) + "' is not two capital letters");
        }
        PlaceKind kind = KINDS.get(cell("kind"));
        if (kind == null) {
            throw lines.malformed("'" + shown(cell("kind")) + "' is no kind of place");
        }
        List<String> names = names();
        String id = cell("id");
        boolean given = !id.isEmpty();
        if (given && !id.matches("[A-Za-z0-9._:-]{1,40}")) {
            throw lines.malformed("'" + shown(id) + "' is not an id");
        }
        double[] at = position();
        int number =
                builder.merge(
                        new Place(
                                given ? id : "line:" + lines.number(),
                                names.getFirst(),
                                country,
                                kind,
                                at[0],
                                at[1],
                                population()),
                        names);
        if (given && ids.put(id, number) != null) {
            throw lines.malformed("id '" + id + "' comes twice");
        }
        transliterate(number, country, names);
    }

    private List<String> names() throws MalformedGazetteer {
        var names = new ArrayList<String>();
        names.add(cell("name"));
        if (!cell("names").isEmpty()) {
            names.addAll(List.of(cell("names").split("\\|", -1)));
        }
        if (names.size() > MAX_NAMES) {
            throw lines.malformed("more than " + MAX_NAMES + " names");
        }
        for (String name : names) {
            if (name.length() > MAX_NAME || !builder.isName(name)) {
                throw lines.malformed("'" + shown(name) + "' is not a name to look for");
            }
        }
        return names;
    }

    private double[] position() throws MalformedGazetteer {
        String lat = cell("lat");
        String lon = cell("lon");
        if (!lat.isEmpty() && !lon.isEmpty()) {
            return new double[] {degrees(lat, 90), degrees(lon, 180)};
        }
        Integer within = ids.get(cell("within"));
        if (!lat.isEmpty() || !lon.isEmpty() || within == null) {
            throw lines.malformed("neither 'lat' and 'lon' nor the id of an earlier line");
        }
        Place around = builder.place(within);
        return new double[] {around.latitude(), around.longitude()};
    }

    private double degrees(String text, double most) throws MalformedGazetteer {
        if (!text.matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?")) {
            throw lines.malformed("'" + shown(text) + "' is not degrees");
        }
        double degrees = Double.parseDouble(text);
        if (Math.abs(degrees) > most) {
            throw lines.malformed(text + " is more than " + (int) most + " degrees");
        }
        return degrees;
    }

    private int population() throws MalformedGazetteer {
        String text = cell("population");
        if (!text.matches("[0-9]{0,8}")) {
            throw lines.malformed("'" + shown(text) + "' is not a population");
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private void transliterate(int place, String country, List<String> names) {
        boolean arabic = names.stream().anyMatch(ArabicSpelling::hasArabic);
        boolean latin = !names.stream().allMatch(ArabicSpelling::hasArabic);
        if (!arabic && ArabicSpelling.isArabic(country)) {
            spelling.arabic(names.getFirst()).forEach(name -> builder.give(place, name, true));
        }
        if (!latin) {
            builder.give(place, spelling.latin(names.getFirst()), true);
        }
    }

    private static String shown(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
