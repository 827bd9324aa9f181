package vigie.sample.hashset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vigie.sample.export.JsonOut;

/// Writes hash sets as VICS files, in the envelope and with the fields of each version.
final class Vics {
    private static final String DATE = "2025-11-20T08:00:00Z";
    private static final String COMMENT = "drawn shapes for tests";

    private Vics() {}

    /// Version 2.0.
    static void two(Path file, List<Entry> entries, int category) throws IOException {
        try (var out = new JsonOut(Files.newOutputStream(file), false)) {
            out.object()
                    .field(
                            "@odata.context",
                            "http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/Default/"
                                    + "$metadata#Media");
            out.key("value").array();
            for (int i = 0; i < entries.size(); i++) {
                out.value(media(entries.get(i), i + 1, category));
            }
            out.endArray().endObject().line();
        }
    }

    /// Version 1.3.
    static void one(Path file, List<Entry> entries, int category) throws IOException {
        try (var out = new JsonOut(Files.newOutputStream(file), false)) {
            out.object()
                    .field(
                            "odata.metadata",
                            "http://github.com/ICMEC/ProjectVic/DataModels/1.3.xml#Media");
            out.key("value").array();
            for (int i = 0; i < entries.size(); i++) {
                var row = new LinkedHashMap<String, Object>();
                String id = "Media(\"" + entries.get(i).md5() + "\")";
                row.put("odata.id", id);
                row.put("AlternativeHashes@odata.navigationLinkUrl", id + "/AlternativeHashes");
                row.putAll(media(entries.get(i), i + 1, category));
                out.value(row);
            }
            out.endArray().endObject().line();
        }
    }

    private static Map<String, Object> media(Entry entry, int number, int category) {
        var row = new LinkedHashMap<String, Object>();
        row.put("MediaID", number);
        row.put("Category", category);
        row.put("MD5", entry.md5().toUpperCase(Locale.ROOT));
        row.put("SHA1", entry.sha1().toUpperCase(Locale.ROOT));
        row.put("MediaSize", entry.size());
        row.put("MimeType", entry.type());
        row.put("VictimIdentified", false);
        row.put("OffenderIdentified", false);
        row.put("IsDistributed", false);
        row.put("Comments", COMMENT);
        row.put("DateUpdated", DATE);
        var hashes = new ArrayList<Object>();
        hashes.add(hash(entry, "SHA256", entry.sha256()));
        entry.pdq().ifPresent(pdq -> hashes.add(hash(entry, "PDQ", pdq)));
        row.put("AlternativeHashes", hashes);
        return row;
    }

    private static Map<String, Object> hash(Entry entry, String name, String value) {
        var hash = new LinkedHashMap<String, Object>();
        hash.put("MD5", entry.md5().toUpperCase(Locale.ROOT));
        hash.put("HashName", name);
        hash.put("HashValue", value);
        return hash;
    }
}
