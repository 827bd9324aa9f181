package vigie.media.sets.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vigie.media.sets.record.Entry;
import vigie.media.sets.segment.DigestKind;

/// A table whose header names its digests: a unit's own, NSRL's older text files, `hashdeep`, the
/// semicolon-separated export of ICSE. Columns that are no digest become properties under their
/// own names; an empty field is not stated.
final class CsvReader {
    private static final String HASHDEEP = "%%%% ";
    private static final String SEPARATORS = ";,\t|";
    private static final Pattern SEPARATOR = Pattern.compile("[" + SEPARATORS + "]");

    private final String file;
    private final CsvRows rows;
    private final List<String> names;
    private final List<@Nullable DigestKind> kinds = new ArrayList<>();
    private int quality = -1;

    private CsvReader(String file, CsvRows rows, List<String> names) throws IOException {
        this.file = file;
        this.rows = rows;
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            DigestKind kind = kind(names.get(i));
            if (kind != null && kinds.contains(kind)) {
                throw rows.broken("names " + kind.word() + " twice");
            }
            kinds.add(kind);
            if (letters(names.get(i)).equals("quality")) {
                quality = i;
            }
        }
    }

    /// Whether a first line is such a header.
    static boolean isHeader(String line) {
        String bare = line.startsWith(HASHDEEP) ? "md5" : line;
        for (String name : SEPARATOR.splitAsStream(bare).toList()) {
            if (kind(name) != null) {
                return true;
            }
        }
        return false;
    }

    /// Whether a first line has no header, but a field that is a digest and others beside it.
    static boolean isBare(String line) {
        List<String> fields = SEPARATOR.splitAsStream(line).toList();
        return fields.size() > 1
                && fields.stream().anyMatch(field -> !shape(field).startsWith("column"));
    }

    /// The name of a column by what stands in it.
    private static String shape(String field) {
        DigestKind kind = Hex.kind(field.strip().length());
        return kind != null && Hex.normal(kind, field) != null ? kind.word() : "column";
    }

    private static List<String> shapes(List<String> row) {
        List<String> names = new ArrayList<>();
        for (String field : row) {
            String shape = shape(field);
            names.add(
                    names.contains(shape) || shape.equals("column")
                            ? "column " + (names.size() + 1)
                            : shape);
        }
        return names;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static @Nullable DigestKind kind(String name) {
        return switch (letters(name)) {
            case "md5", "md5hash", "hashmd5" -> DigestKind.MD5;
            case "sha1", "sha1hash", "hashsha1" -> DigestKind.SHA1;
            case "sha256", "sha256hash", "hashsha256" -> DigestKind.SHA256;
            case "pdq", "pdqhash", "hashpdq" -> DigestKind.PDQ;
            default -> null;
        };
    }

    static void read(InputStream in, String file, SetBuilder out) throws IOException {
        in.mark(1 << 16);
        String head = new String(in.readNBytes(1 << 13), StandardCharsets.UTF_8);
        in.reset();
        if (head.startsWith("\uFEFF")) {
            in.skipNBytes(3);
            head = head.substring(1);
        }
        CsvRows rows = new CsvRows(in, file, separator(head));
        List<String> header = rows.row();
        if (head.startsWith(HASHDEEP)) {
            // The first line names the version, the second the columns, then come remarks.
            header = rows.row();
            if (header != null) {
                header.set(
                        0,
                        header.getFirst()
                                .substring(
                                        Math.min(HASHDEEP.length(), header.getFirst().length())));
            }
        }
        if (header == null) {
            return;
        }
        if (header.stream().anyMatch(name -> kind(name) != null)) {
            new CsvReader(file, rows, header).entries(out);
        } else {
            CsvReader reader = new CsvReader(file, rows, shapes(header));
            reader.entry(header, out);
            reader.entries(out);
        }
    }

    private static char separator(String head) {
        String line = head.lines().skip(head.startsWith(HASHDEEP) ? 1 : 0).findFirst().orElse("");
        char most = ',';
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            if (count(line, candidate) > count(line, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String line, char c) {
        return line.chars().filter(other -> other == c).count();
    }

    private void entries(SetBuilder out) throws IOException {
        List<String> row;
        while ((row = rows.row()) != null) {
            if (row.getFirst().startsWith("#")) {
                continue;
            }
            if (row.size() > names.size()) {
                throw rows.broken(
                        "has " + row.size() + " fields where " + names.size() + " are named");
            }
            entry(row, out);
        }
        if (rows.otherText() > 0) {
            out.count(
                    "fields of " + file + " are not UTF-8 and were read as ISO 8859-1",
                    rows.otherText());
        }
    }

    private void entry(List<String> row, SetBuilder out) throws IOException {
        Map<DigestKind, String> digests = new EnumMap<>(DigestKind.class);
        Map<String, String> properties = new TreeMap<>();
        int stated = 100;
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i).strip();
            DigestKind kind = kinds.get(i);
            if (text.isEmpty()) {
                continue;
            }
            if (i == quality) {
                stated = quality(text);
            } else if (kind == null) {
                properties.put(names.get(i).strip(), text);
            } else {
                String hex = Hex.normal(kind, text);
                if (hex == null) {
                    throw rows.broken("has no " + kind.word() + " under " + names.get(i));
                }
                digests.put(kind, hex);
            }
        }
        if (digests.isEmpty()) {
            out.count("entries without any digest");
        } else {
            out.entry(new Entry(new TreeMap<>(digests), stated, new TreeMap<>(properties)));
        }
    }

    private int quality(String text) throws IOException {
        if (!text.matches("[0-9]{1,2}|100")) {
            throw rows.broken("states a quality that is none");
        }
        return Integer.parseInt(text);
    }
}
