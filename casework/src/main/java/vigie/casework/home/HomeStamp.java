package vigie.casework.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import vigie.evidence.disk.Durable;
import vigie.evidence.json.CanonicalJson;
import vigie.evidence.json.Json;
import vigie.model.casefile.Refusal;

/// What `home.json` says: the layout of the home, its identity, its edition, and where its database
/// stands if not inside.
record HomeStamp(int layout, String id, String edition, Optional<String> database) {
    /// The layout that this program writes; a higher one is refused.
    static final int LAYOUT = 1;

    private static final String SCHEMA = "vigie.home/";
    private static final JsonFactory JSON = JsonFactory.builder().build();

    static HomeStamp read(Path file) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    fields.put(parser.currentName(), parser.getString());
                }
            }
            int layout = Integer.parseInt(field(fields, "schema").substring(SCHEMA.length()));
            return new HomeStamp(
                    layout,
                    field(fields, "id"),
                    field(fields, "edition"),
                    Optional.ofNullable(fields.get("database")));
        } catch (JacksonException
                | IllegalArgumentException
                | StringIndexOutOfBoundsException bad) {
            throw new IOException(file + " is not the stamp of a Vigie home", bad);
        }
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    HomeStamp checkedFor(String program, Path root) {
        if (layout > LAYOUT) {
            throw new Refusal(
                    Refusal.Kind.VERSION,
                    root + " was made by a newer Vigie (layout " + layout + "): use that one");
        }
        if (!edition.equals(program)) {
            throw new Refusal(
                    Refusal.Kind.EDITION,
                    "%s belongs to the edition %s, and this program is the edition %s"
                            .formatted(root, edition, program));
        }
        return this;
    }

    void write(Path file) throws IOException {
        Map<String, String> fields =
                new HashMap<>(Map.of("schema", SCHEMA + layout, "id", id, "edition", edition));
        database.ifPresent(folder -> fields.put("database", folder));
        Durable.replace(file, CanonicalJson.write(Json.Fields.ofTexts(fields)));
    }
}
