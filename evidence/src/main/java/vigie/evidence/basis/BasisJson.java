package vigie.evidence.basis;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.evidence.fields.Fields;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.model.casefile.Acquisition;
import vigie.model.casefile.Basis;
import vigie.model.casefile.Refusal;

/// A basis as canonical JSON, the form in which the ledger keeps it: the keys of the file, absent
/// ones left out, times in UTC.
///
/// The document is kept by its last name only: its bytes are an exhibit, and where they lay on a
/// machine is no part of the basis.
public final class BasisJson {
    private BasisJson() {}

    /// The canonical JSON of a basis.
    public static String write(Basis basis) {
        Map<String, String> above = new TreeMap<>();
        above.put("act", BasisFields.written(basis.act()));
        above.put("authority", basis.authority());
        above.put("reference", basis.reference());
        above.put("date", basis.date().toString());
        above.put("expires", basis.expires().toString());
        above.put("scope", basis.scope());
        put(above, "document", name(basis.document()));
        above.put("exporter", BasisFields.written(basis.exporter()));
        Acquisition acquired = basis.acquired();
        Map<String, String> below = new TreeMap<>();
        below.put("by", acquired.by());
        put(below, "tool", acquired.tool());
        put(below, "version", acquired.version());
        put(below, "at", acquired.at());
        put(below, "clock", acquired.clock());
        put(below, "seal", acquired.seal());
        put(below, "sha256", acquired.sha256());
        put(below, "account", acquired.account());
        Json.Fields all = Json.Fields.ofTexts(above).with("acquired", Json.Fields.ofTexts(below));
        return new String(CanonicalJson.write(all), StandardCharsets.UTF_8);
    }

    private static @Nullable Path name(@Nullable String document) {
        return document == null ? null : Path.of(document).getFileName();
    }

    private static void put(Map<String, String> object, String key, @Nullable Object value) {
        if (value != null) {
            object.put(key, value.toString());
        }
    }

    /// The basis that such JSON states.
    ///
    /// @throws Refusal of kind `BASIS`, as for a file
    public static Basis read(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        Fields fields = Fields.parse("basis", utf8, Refusal.Kind.BASIS);
        return BasisFields.basis(fields, document -> document);
    }
}
