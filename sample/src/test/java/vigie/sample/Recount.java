package vigie.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Counts an export from its files alone, by another parser than anything that wrote it.
final class Recount {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Set<String> PATHS =
            Set.of("photo", "file", "thumbnail", "contact_vcard", "media");

    final Path folder;
    long repaired;
    long messages;
    long events;
    long unsupported;
    long gaps;
    long referenced;
    long absent;
    final Set<String> files = new TreeSet<>();
    final Set<String> authors = new TreeSet<>();
    final Set<String> mentioned = new TreeSet<>();
    final TreeMap<String, TreeSet<Long>> conversations = new TreeMap<>();
    final Set<String> vocabulary = new TreeSet<>();
    final Map<String, JsonNode> posts = new HashMap<>();

    Recount(Path folder) throws IOException {
        this.folder = folder;
        JsonNode root = JSON.readTree(standard(Files.readAllBytes(folder.resolve("result.json"))));
        if (root.has("messages")) {
            chat(root);
        } else {
            for (String list : List.of("profile_pictures", "stories")) {
                root.path(list).forEach(this::references);
            }
            mentioned.add("user" + root.path("personal_information").path("user_id").asLong());
            for (JsonNode contact : root.path("contacts").path("list")) {
                if (contact.has("user_id")) {
                    mentioned.add("user" + contact.path("user_id").asLong());
                }
            }
            for (JsonNode contact : root.path("frequent_contacts").path("list")) {
                mentioned.add("user" + contact.path("id").asLong());
            }
            root.path("chats").path("list").forEach(this::chat);
            root.path("left_chats").path("list").forEach(this::chat);
        }
    }

    /// The same bytes with each `\xNN` that is an escape turned into `\\u00NN`, counted.
    private byte[] standard(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\\') {
                out.write(bytes[i]);
            } else if (bytes[i + 1] == 'x') {
                out.writeBytes(new byte[] {'\\', 'u', '0', '0'});
                i++;
                repaired++;
            } else {
                out.write(bytes[i]);
                out.write(bytes[++i]);
            }
        }
        return out.toByteArray();
    }

    private void chat(JsonNode chat) {
        String type = chat.path("type").asString();
        boolean numbered = type.endsWith("supergroup") || type.endsWith("channel");
        String key =
                (numbered ? "channel" : type.endsWith("group") ? "chat" : "user")
                        + chat.path("id").asLong();
        var ids = new TreeSet<Long>();
        vocabulary.add(type);
        for (JsonNode element : chat.path("messages")) {
            long id = element.path("id").asLong();
            if (!ids.add(id)) {
                throw new AssertionError("twice in " + key + ": " + id);
            }
            element(key, element);
        }
        conversations.put(key, ids);
        if (numbered) {
            TreeSet<Long> positive = new TreeSet<>(ids.tailSet(1L));
            for (long id = positive.first(); id < positive.last(); id++) {
                gaps += positive.contains(id) ? 0 : 1;
            }
        }
    }

    /// Numbers within some copy of a numbered conversation that no copy holds.
    static long gapsOfAll(java.util.Collection<Recount> recounts) {
        var within = new java.util.TreeMap<String, TreeSet<Long>>();
        var held = new java.util.TreeMap<String, TreeSet<Long>>();
        for (Recount recount : recounts) {
            recount.conversations.forEach(
                    (key, ids) -> {
                        NavigableSet<Long> positive = ids.tailSet(1L, true);
                        if (!key.startsWith("channel") || positive.isEmpty()) {
                            return;
                        }
                        held.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(positive);
                        TreeSet<Long> range = within.computeIfAbsent(key, _ -> new TreeSet<>());
                        for (long id = positive.first(); id <= positive.last(); id++) {
                            range.add(id);
                        }
                    });
        }
        long gaps = 0;
        for (var range : within.entrySet()) {
            range.getValue().removeAll(held.getOrDefault(range.getKey(), new TreeSet<>()));
            gaps += range.getValue().size();
        }
        return gaps;
    }

    /// The numbers of a conversation.
    NavigableSet<Long> ids(String key) {
        return conversations.getOrDefault(key, new TreeSet<>());
    }

    private void element(String key, JsonNode element) {
        switch (element.path("type").asString()) {
            case "message" -> {
                messages++;
                authors.add(element.path("from_id").asString());
                posts.put(key + " " + element.path("id").asLong(), element);
            }
            case "service" -> {
                events++;
                vocabulary.add(element.path("action").asString());
                if (element.has("actor_id")) {
                    authors.add(element.path("actor_id").asString());
                }
            }
            case "unsupported" -> unsupported++;
            default -> throw new AssertionError("an element of another type: " + element);
        }
        references(element);
        for (String name : element.propertyNames()) {
            if (name.endsWith("_id") && element.path(name).isString()) {
                String value = element.path(name).asString();
                if (value.matches("(user|chat|channel)\\d+")) {
                    mentioned.add(value);
                }
            }
        }
        for (JsonNode part : element.path("text_entities")) {
            vocabulary.add(part.path("type").asString());
            if (part.has("user_id")) {
                mentioned.add("user" + part.path("user_id").asLong());
            }
        }
        for (JsonNode reaction : element.path("reactions")) {
            for (JsonNode recent : reaction.path("recent")) {
                mentioned.add(recent.path("from_id").asString());
            }
        }
        vocabulary.add(element.path("media_type").asString(""));
        vocabulary.addAll(element.propertyNames());
    }

    private void references(JsonNode element) {
        for (String key : element.propertyNames()) {
            if (PATHS.contains(key)) {
                referenced++;
                String path = element.path(key).asString();
                if (path.startsWith("(") || !Files.isRegularFile(folder.resolve(path))) {
                    absent++;
                } else {
                    files.add(path);
                }
            }
        }
    }
}
