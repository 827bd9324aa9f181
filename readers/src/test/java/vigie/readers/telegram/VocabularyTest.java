package vigie.readers.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonToken;
import vigie.evidence.jsonstream.CompactJson;
import vigie.model.claim.Claim;
import vigie.readers.Collected;
import vigie.readers.Companions;
import vigie.readers.Memory;

class VocabularyTest {
    private final TelegramReader reader = new TelegramReader();

    private static Set<String> vocabulary(String kind) throws IOException {
        Path file =
                Path.of(System.getProperty("vigie.shared", "../shared"))
                        .resolve("data/chats/telegram-desktop-export-vocabulary.tsv");
        assumeTrue(Files.isRegularFile(file), "sample data is not here: " + file);
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t"))
                .filter(parts -> parts[0].equals(kind))
                .map(parts -> parts[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Collected everything() throws IOException {
        return Collected.read(reader, Memory.of(Everything.bytes()), Companions.NONE);
    }

    @Test
    void the_export_that_holds_everything_holds_every_key_of_the_vocabulary() throws IOException {
        Set<String> keys =
                Everything.values(Everything.bytes()).stream()
                        .map(Everything.Value::key)
                        .collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(vocabulary("message_key"));
        missing.addAll(vocabulary("object_key"));
        missing.removeAll(keys);
        assertEquals(Set.of(), missing);
        for (Key key : Key.values()) {
            assertTrue(
                    key == Key.FOREIGN
                            || key == Key.PERSONAL_PHOTOS
                            || key == Key.OTHER_DATA
                            || keys.contains(key.text()),
                    key.text());
        }
    }

    @Test
    void no_key_of_the_vocabulary_is_unknown() throws IOException {
        Collected all = everything();
        assertNull(all.error);
        assertEquals(List.of(), all.of(Claim.Unknown.class));
        assertEquals(List.of("text stands twice in one message"), all.repairs);
    }

    @Test
    void every_string_and_number_survives_into_a_claim() throws IOException {
        String claims = everything().claims.toString();
        for (Everything.Value value : Everything.values(Everything.bytes())) {
            if (value.type() != JsonToken.VALUE_STRING
                            && value.type() != JsonToken.VALUE_NUMBER_INT
                            && value.type() != JsonToken.VALUE_NUMBER_FLOAT
                    || value.key().equals("about")
                    || value.path().endsWith("messages[].type")
                    || value.path().endsWith("text_entities[].type")
                    || value.path().endsWith("text[].type")
                    || value.path().endsWith("answers[].text[].type")) {
                continue;
            }
            String json = CompactJson.quoted(value.text());
            boolean time =
                    value.key().contains("date") && value.text().startsWith("2024")
                            || value.key().equals("edited")
                            || value.key().equals("created")
                            || value.key().equals("last_active");
            String expected =
                    time && !claims.contains(value.text())
                            ? Long.toString(
                                    java.time.LocalDateTime.parse(value.text())
                                            .toEpochSecond(java.time.ZoneOffset.UTC))
                            : value.text();
            String number = value.text().replaceFirst("^(user|chat|channel)", "");
            assertTrue(
                    claims.contains(expected)
                            || claims.contains(json.substring(1, json.length() - 1))
                            || claims.contains(":" + number),
                    value.path() + " " + value.text());
        }
    }

    @Test
    void every_action_is_an_event_under_its_name() throws IOException {
        for (String action : vocabulary("action")) {
            Collected all = one("\"type\":\"service\",\"action\":\"" + action + "\"");
            assertEquals(List.of(), all.of(Claim.Unknown.class));
            assertEquals(Claim.Message.Kind.EVENT, all.messages().getFirst().kind());
            assertEquals(action, all.messages().getFirst().action());
        }
    }

    @Test
    void every_word_of_the_vocabulary_is_known_where_it_may_stand() throws IOException {
        Set<String> words = new TreeSet<>(vocabulary("enum_value"));
        words.addAll(vocabulary("media_or_type_value"));
        Set<String> free =
                Set.of(
                        "address_information",
                        "bank_statement",
                        "busy",
                        "disconnect",
                        "driver_license",
                        "hangup",
                        "identity_card",
                        "internal_passport",
                        "migrate_conference_all",
                        "missed",
                        "passport",
                        "passport_registration",
                        "personal_details",
                        "phone_number",
                        "rental_agreement",
                        "temporary_registration",
                        "user",
                        "utility_bill");
        words.removeAll(free);
        words.removeAll(Words.CHATS);
        words.removeAll(Words.ENTITIES);
        words.removeAll(Words.MEDIA);
        assertEquals(Set.of(), words);
    }

    @Test
    void a_key_action_or_type_outside_the_vocabulary_is_kept_and_counted() throws IOException {
        Collected all =
                one("\"type\":\"service\",\"action\":\"plant_tree\",\"new_key\":{\"a\":[1, 2]}");
        assertEquals(
                List.of("messages[].action \"plant_tree\"", "messages[].new_key {\"a\":[1,2]}"),
                all.of(Claim.Unknown.class).stream()
                        .map(claim -> claim.path() + " " + claim.json())
                        .toList());
        assertEquals("plant_tree", all.messages().getFirst().action());
        Collected other = one("\"type\":\"leaf\",\"text\":[{\"type\":\"wavy\",\"text\":\"a\"}]");
        assertEquals(Claim.Message.Kind.UNSUPPORTED, other.messages().getFirst().kind());
        assertEquals("a", other.messages().getFirst().text());
        assertEquals(2, other.of(Claim.Unknown.class).size());
    }

    private Collected one(String fields) throws IOException {
        String json =
                "{\"name\":\"n\",\"type\":\"private_supergroup\",\"id\":5,\"messages\":[{\"id\":1,"
                        + fields
                        + "}]}";
        Collected all = Collected.read(reader, Memory.of(json), Companions.NONE);
        assertNull(all.error);
        return all;
    }
}
