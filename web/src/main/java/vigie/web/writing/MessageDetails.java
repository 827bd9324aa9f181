package vigie.web.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What a message says besides its text, as a page lists it. Nothing is left out: what has no place
/// of its own stands among the other values, each under its path.
///
/// @param media  what it carries that is not text; never shown, only named
/// @param values every other value, by its path
public record MessageDetails(List<Media> media, List<Value> values) {
    private static final JsonFactory JSON = new JsonFactory();

    public MessageDetails {
        media = List.copyOf(media);
        values = List.copyOf(values);
    }

    /// A picture, clip, sound or file that a message refers to.
    ///
    /// @param type        `photo`, `video`, `voice`, as the reader names it; else its role
    /// @param path        where the export says that it is, or ""
    /// @param placeholder what the export says in its place, or ""
    /// @param about       its other properties, as stated
    public record Media(String type, String path, String placeholder, List<Value> about) {}

    /// A value and where it stands.
    public record Value(String path, String value) {}

    /// The details of a row; of null, none.
    public static MessageDetails of(@Nullable String json) {
        List<Media> media = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        if (json != null && parsed(json) instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> take(String.valueOf(name), value, media, values));
        }
        return new MessageDetails(media, values);
    }

    /// What an export says of something besides what pages have a place for, one line each.
    ///
    /// @param json a list of `{"is":"other","key":...,"json":...}` and of other objects, or null
    public static List<Value> fields(@Nullable String json) {
        List<Value> values = new ArrayList<>();
        if (json != null && parsed(json) instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> fields
                        && fields.get("key") instanceof String key
                        && fields.get("json") instanceof String inner) {
                    flatten(key, parsed(inner), values);
                } else if (one instanceof Map<?, ?> fields) {
                    fields.forEach(
                            (name, value) -> {
                                if (!"is".equals(name)) {
                                    flatten(String.valueOf(name), value, values);
                                }
                            });
                } else {
                    flatten("", one, values);
                }
            }
        }
        return values;
    }

    private static @Nullable Object parsed(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return read(parser);
        }
    }

    private static void take(
            String name, @Nullable Object value, List<Media> media, List<Value> values) {
        if (name.equals("attachments") && value instanceof List<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> fields && "media".equals(fields.get("is"))) {
                    media.add(media(fields));
                } else {
                    flatten("", one, values);
                }
            }
        } else if (!name.equals("entities")) {
            flatten(name, value, values);
        }
    }

    private static Media media(Map<?, ?> fields) {
        List<Value> about = new ArrayList<>();
        fields.forEach(
                (name, value) -> {
                    if (!List.of("is", "type", "path", "placeholder").contains(name)) {
                        flatten(String.valueOf(name), value, about);
                    }
                });
        String type = text(fields, "type");
        return new Media(
                type.isEmpty() ? text(fields, "role") : type,
                text(fields, "path"),
                text(fields, "placeholder"),
                about);
    }

    private static String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    private static void flatten(String path, @Nullable Object value, List<Value> into) {
        switch (value) {
            case null -> {}
            case Map<?, ?> fields ->
                    fields.forEach((name, each) -> flatten(joined(path, name), each, into));
            case List<?> each -> {
                for (int i = 0; i < each.size(); i++) {
                    flatten(each.size() == 1 ? path : joined(path, i + 1), each.get(i), into);
                }
            }
            default -> into.add(new Value(path, String.valueOf(value)));
        }
    }

    private static String joined(String path, Object name) {
        return path.isEmpty() ? String.valueOf(name) : path + " " + name;
    }

    private static @Nullable Object read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, read(parser));
            }
            return fields;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> each = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                each.add(read(parser));
            }
            return each;
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getString();
    }
}
