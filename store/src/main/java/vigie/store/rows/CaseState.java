package vigie.store.rows;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import vigie.casework.operation.StateDigest;
import vigie.model.material.Sha256;
import vigie.store.digest.CanonicalJson;
import vigie.store.digest.RowSum;

/// The sums of a case's sections.
///
/// @param added those of the parts of the edition
record CaseState(RowSum material, RowSum media, SortedMap<String, RowSum> added) {
    CaseState() {
        this(new RowSum(), new RowSum(), new TreeMap<>());
    }

    StateDigest digest() {
        SortedMap<String, String> sections = new TreeMap<>();
        sections.put("material", material.hex());
        sections.put("media", media.hex());
        added.forEach((name, sum) -> sections.put(name, sum.hex()));
        CanonicalJson json = new CanonicalJson();
        json.open('{');
        sections.forEach((name, sum) -> json.text(CanonicalJson.name(name), sum));
        json.close('}');
        String whole = new String(json.bytes(), 0, json.length(), StandardCharsets.US_ASCII);
        return new StateDigest(
                sections, Sha256.of(whole.getBytes(StandardCharsets.US_ASCII)).hex());
    }
}
