package vigie.readers.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import vigie.evidence.EvidenceBytes;
import vigie.evidence.MalformedInput;
import vigie.readers.Companions;
import vigie.readers.table.Mapping.Column;

/// Reads the mapping that lies beside a table: `<table>.mapping.yaml`, else `mapping.yaml`.
final class MappingFile {
    /// No mapping needs a quarter of it.
    private static final int LONGEST = 64 << 10;

    private static final Set<String> KEYS =
            Set.of(
                    "platform",
                    "account-type",
                    "conversation-type",
                    "conversation-ids",
                    "separator",
                    "time-formats",
                    "zone",
                    "locale",
                    "lenient",
                    "columns");

    private final String file;

    private MappingFile(String file) {
        this.file = file;
    }

    /// The mapping of the table with this name, if one was taken with it.
    ///
    /// @throws MalformedInput where a mapping lies there and cannot be understood
    static Optional<Mapping> find(String name, Companions companions) throws IOException {
        Optional<EvidenceBytes> found =
                name.isEmpty() ? Optional.empty() : companions.beside(name + ".mapping.yaml");
        if (found.isEmpty()) {
            found = companions.beside("mapping.yaml");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        EvidenceBytes bytes = found.get();
        return Optional.of(new MappingFile(bytes.exhibit().path()).read(bytes));
    }

    private Mapping read(EvidenceBytes bytes) throws IOException {
        byte[] content;
        try (InputStream in = bytes.open(0)) {
            content = in.readNBytes(LONGEST + 1);
        }
        if (content.length > LONGEST) {
            throw new MalformedInput(file, LONGEST, "a mapping longer than " + LONGEST + " bytes");
        }
        LoadSettings settings =
                LoadSettings.builder()
                        .setAllowDuplicateKeys(false)
                        .setMaxAliasesForCollections(0)
                        .setCodePointLimit(LONGEST)
                        .build();
        String text = text(content);
        try {
            return mapping(new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException malformed) {
            int index = malformed.getProblemMark().map(mark -> mark.getIndex()).orElse(0);
            int end =
                    text.offsetByCodePoints(
                            0, Math.min(index, text.codePointCount(0, text.length())));
            long offset = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
            throw new MalformedInput(file, offset, "not YAML");
        } catch (YamlEngineException _) {
            throw wrong("not YAML");
        }
    }

    private String text(byte[] content) throws MalformedInput {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException _) {
            throw wrong("not UTF-8");
        }
    }

    private MalformedInput wrong(String reason) {
        return new MalformedInput(file, 0, reason);
    }

    private Mapping mapping(@Nullable Object root) throws MalformedInput {
        if (!(root instanceof Map<?, ?> map)) {
            throw wrong("a mapping is a list of keys with values");
        }
        for (Object key : map.keySet()) {
            if (!(key instanceof String) || !KEYS.contains(key)) {
                throw wrong("a key that a mapping does not have");
            }
        }
        String platform = word(map, "platform", null);
        String ids = word(map, "conversation-ids", "export");
        if (!ids.equals("export") && !ids.equals("global")) {
            throw wrong("conversation-ids is export or global");
        }
        return new Mapping(
                platform,
                word(map, "account-type", "id"),
                word(map, "conversation-type", "id"),
                ids.equals("global"),
                separator(map.get("separator")),
                times(map),
                flag(map.get("lenient")),
                columns(map.get("columns")));
    }

    private String word(Map<?, ?> map, String key, @Nullable String otherwise)
            throws MalformedInput {
        Object value = map.get(key);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (!(value instanceof String text) || !text.matches("[a-z][a-z0-9-]{0,31}")) {
            throw wrong(key + " is a word of lower-case letters");
        }
        return text;
    }

    private char separator(@Nullable Object value) throws MalformedInput {
        String text = value == null ? "," : value.toString();
        return switch (text) {
            case ",", ";", "|", "\t" -> text.charAt(0);
            case "tab" -> '\t';
            default -> throw wrong("separator is one of , ; | tab");
        };
    }

    private boolean flag(@Nullable Object value) throws MalformedInput {
        if (value != null && !(value instanceof Boolean)) {
            throw wrong("lenient is true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    private TimeFormat times(Map<?, ?> map) throws MalformedInput {
        Object zone = map.get("zone");
        Object locale = map.get("locale");
        if (!(zone instanceof String zoneName)) {
            throw wrong("zone is exporter-local, UTC, an offset or a region");
        }
        if (!(map.get("time-formats") instanceof List<?> formats) || formats.isEmpty()) {
            throw wrong("time-formats is a list of patterns");
        }
        try {
            Locale language =
                    locale instanceof String tag ? Locale.forLanguageTag(tag) : Locale.ENGLISH;
            List<TimeFormat.Pattern> patterns =
                    formats.stream()
                            .map(format -> TimeFormat.Pattern.of(format.toString(), language))
                            .toList();
            ZoneId id = zoneName.equals("exporter-local") ? null : ZoneId.of(zoneName);
            return new TimeFormat(patterns, id);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw wrong("a zone or a pattern of times that is none");
        }
    }

    private Map<Column, String> columns(@Nullable Object value) throws MalformedInput {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("columns says which header is which");
        }
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            Object header = map.get(column.key());
            if (header instanceof String text) {
                columns.put(column, text);
            } else if (header != null) {
                throw wrong("a header is a string");
            }
        }
        if (columns.size() != map.size()) {
            throw wrong("columns has a key that is none");
        }
        if (!columns.containsKey(Column.TIME)
                || !columns.containsKey(Column.TEXT)
                || Set.copyOf(columns.values()).size() != columns.size()) {
            throw wrong("columns names time and text, and each header once");
        }
        return columns;
    }
}
