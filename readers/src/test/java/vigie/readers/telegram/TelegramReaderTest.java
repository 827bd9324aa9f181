package vigie.readers.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vigie.model.claim.Attachment;
import vigie.model.claim.Author;
import vigie.model.claim.Claim;
import vigie.model.claim.Moment;
import vigie.model.claim.Reply;
import vigie.model.claim.TextEntity;
import vigie.model.material.Span;
import vigie.model.subject.AccountId;
import vigie.readers.Collected;
import vigie.readers.Companions;
import vigie.readers.Memory;
import vigie.readers.Reader;

class TelegramReaderTest {
    private final TelegramReader reader = new TelegramReader();

    private Collected read(String json) throws IOException {
        Collected all = Collected.read(reader, Memory.of(json), Companions.NONE);
        assertNull(all.error);
        return all;
    }

    private Collected chat(String type, long id, String... messages) throws IOException {
        return read(
                "{\"name\":\"Garden\",\"type\":\"%s\",\"id\":%d,\"messages\":[%s]}"
                        .formatted(type, id, String.join(",", messages)));
    }

    private Claim.Message message(String fields) throws IOException {
        return chat("private_supergroup", 5, "{" + fields + "}").messages().getFirst();
    }

    private static AccountId account(String key) {
        return AccountId.parse("telegram:" + key);
    }

    private boolean recognises(String head) throws IOException {
        return reader.recognises(head.getBytes(StandardCharsets.UTF_8), Companions.NONE);
    }

    @Test
    void the_reader_is_found_as_a_service() {
        assertTrue(
                ServiceLoader.load(Reader.class).stream()
                        .anyMatch(provider -> provider.type() == TelegramReader.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"name\":null,\"messages\":[],\"type\":\"bot_chat\"}",
                "{\"messages\":[{\"id\":1,\"type\":\"service\",",
                "\uFEFF{\"name\":\"a\",\"type\":\"private_group\",\"id\":1",
                "{\"about\":\"w\",\"contacts\":{\"about\"",
                "{\"chats\":{\"list\":[{\"name\":\"a\",\"messages\":[{\"type\":\"message\""
            })
    void an_export_is_recognised_by_its_first_bytes(String head) throws IOException {
        assertTrue(recognises(head));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"messages\":[{\"sender_name\":\"J\",\"type\":\"Generic\"}]}",
                "{\"guild\":{},\"messages\":[{\"type\":\"Default\"}]}",
                "not json",
                "{\"type\":\"x\"}",
                "{\"about\":\"w\"}",
                "{\"about\":\"w\",\"name\":\"x\",\"id\":3}"
            })
    void something_else_is_not_recognised(String head) throws IOException {
        assertFalse(recognises(head));
    }

    @ParameterizedTest
    @CsvSource({
        "personal_chat,user",
        "bot_chat,user",
        "saved_messages,user",
        "replies,user",
        "verification_codes,user",
        "private_group,chat",
        "private_supergroup,channel",
        "public_supergroup,channel",
        "private_channel,channel",
        "public_channel,channel"
    })
    void a_conversation_is_named_by_its_kind_of_peer_and_scoped_if_it_is_private(
            String type, String peer) throws IOException {
        Claim.Conversation claim = chat(type, 5).of(Claim.Conversation.class).getFirst();
        assertEquals(peer, claim.conversation().type());
        assertEquals("5", claim.conversation().id());
        String scope = claim.conversation().scope();
        assertEquals(peer.equals("user"), scope != null && scope.matches("export:[0-9a-f]{16}"));
    }

    @Test
    void a_private_chat_is_scoped_by_the_owner_wherever_the_export_states_it() throws IOException {
        String owner = "\"personal_information\":{\"user_id\":77}";
        String chats =
                "\"chats\":{\"list\":[{\"name\":\"B\",\"type\":\"personal_chat\",\"id\":8,"
                        + "\"messages\":[{\"id\":1,\"type\":\"message\",\"text\":\"a\"}]}]}";
        for (String json : List.of(owner + "," + chats, chats + "," + owner)) {
            Collected all = read("{" + json + "}");
            assertEquals(
                    "telegram:user:8@telegram:user:77",
                    all.messages().getFirst().conversation().key());
            assertEquals(account("user:77"), all.of(Claim.Owner.class).getFirst().account());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"G\",\"type\":\"private_group\",\"id\":9,\"messages\":[M]}",
                "{\"messages\":[M],\"id\":9,\"type\":\"private_group\",\"name\":\"G\"}",
                "{\"id\":9,\"messages\":[M],\"name\":\"G\",\"type\":\"private_group\"}",
                "{\"type\":\"private_group\",\"id\":9,\"messages\":[M],\"name\":\"G\"}"
            })
    void keys_of_a_chat_come_in_any_order(String json) throws IOException {
        Collected all = read(json.replace("M", "{\"type\":\"message\",\"id\":1,\"text\":\"a\"}"));
        assertEquals("telegram:chat:9", all.messages().getFirst().conversation().key());
        List<Claim.Conversation> conversations = all.of(Claim.Conversation.class);
        assertEquals(1, conversations.size());
        assertEquals("G", conversations.getFirst().name());
        assertTrue(
                conversations.getFirst().at().offset() <= all.messages().getFirst().at().offset());
    }

    @Test
    void a_chat_that_states_neither_type_nor_id_is_known_by_its_place() throws IOException {
        Collected all = read("{\"messages\":[{\"type\":\"message\",\"text\":\"a\"}]}");
        assertTrue(
                all.messages()
                        .getFirst()
                        .conversation()
                        .key()
                        .matches("telegram:unknown:at-0@export:[0-9a-f]{16}"));
        assertNull(all.messages().getFirst().id());
    }

    @ParameterizedTest
    @CsvSource({
        "\"user12\",user:12", "\"chat12\",chat:12", "\"channel12\",channel:12", "12,user:12",
        "4294967308,user:12", "8589934604,channel:12", "8589934597,chat:5",
                "12884901888,user:12884901888"
    })
    void ids_have_had_several_forms(String written, String account) throws IOException {
        String fields =
                "{\"id\":1,\"type\":\"message\",\"from\":\"A\",\"from_id\":" + written + "}";
        Claim.Message message = chat("private_group", 5, fields).messages().getFirst();
        assertEquals(new Author(account(account), "A"), message.author());
    }

    @Test
    void a_number_beside_seconds_is_an_id_as_it_is() throws IOException {
        Claim.Message message =
                message("\"date_unixtime\":\"1700000000\",\"from\":\"A\",\"from_id\":4294967308");
        assertEquals(new Author(account("user:4294967308"), "A"), message.author());
    }

    @Test
    void an_id_of_no_known_form_is_kept_and_names_nobody() throws IOException {
        for (String id : List.of("\"bot7\"", "-1001234", "0", "\"user\"", "\"user007\"")) {
            Claim.Message message = message("\"from\":\"A\",\"from_id\":" + id);
            assertEquals(new Author(null, "A"), message.author());
            assertEquals(List.of(new Attachment.Other("from_id", id)), message.attachments());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "personal_chat,4294967308,7,12", "private_group,8589934604,7,12",
        "public_channel,8589934604,7,12", "personal_chat,4294967308,\"user7\",4294967308",
        "private_group,5,7,5", "personal_chat,8589934604,7,8589934604"
    })
    void a_chat_of_the_time_of_shifted_ids_has_its_own_id(
            String type, long id, String from, String expected) throws IOException {
        Collected all =
                chat(
                        type,
                        id,
                        "{\"id\":1,\"type\":\"message\",\"from\":\"A\",\"from_id\":" + from + "}");
        assertEquals(expected, all.messages().getFirst().conversation().id());
    }

    @Test
    void shifted_ids_of_frequent_contacts_are_known_by_the_messages_behind_them()
            throws IOException {
        String json =
                "{\"frequent_contacts\":{\"list\":[{\"id\":4294967308,\"type\":\"user\"}]},"
                        + "\"chats\":{\"list\":[{\"name\":\"a\",\"type\":\"private_group\",\"id\":3,"
                        + "\"messages\":[{\"id\":1,\"from_id\":%s}]}]}}";
        assertEquals(
                account("user:12"),
                read(json.formatted("7")).of(Claim.Contact.class).getFirst().account());
        assertEquals(
                account("user:4294967308"),
                read(json.formatted("\"user7\"")).of(Claim.Contact.class).getFirst().account());
    }

    @Test
    void a_deleted_account_has_an_id_and_no_name() throws IOException {
        assertEquals(
                new Author(account("user:3"), null),
                message("\"from\":null,\"from_id\":\"user3\"").author());
    }

    @Test
    void a_forward_from_somebody_unnamed_is_still_a_forward() throws IOException {
        Claim.Message message = message("\"forwarded_from\":null");
        assertEquals(new Author(null, null), message.forwardedFrom());
        assertNull(message.savedFrom());
    }

    @Test
    void times_say_whether_they_depend_on_the_exporters_zone() throws IOException {
        Claim.Message exact =
                message("\"date\":\"2024-01-01T01:00:00\",\"date_unixtime\":\"1704067200\"");
        assertEquals(new Moment(1_704_067_200L, 1_704_070_800L), exact.sent());
        Claim.Message local = message("\"date\":\"2024-01-01T01:00:00\"");
        assertEquals(new Moment(Moment.ABSENT, 1_704_070_800L), local.sent());
        assertEquals(Moment.NONE, message("\"id\":1").sent());
    }

    @Test
    void second_zero_means_never_edited() throws IOException {
        for (String zero : List.of("1970-01-01T05:00:00", "1969-12-31T19:00:00")) {
            assertEquals(Moment.NONE, message("\"edited\":\"" + zero + "\"").edited());
        }
        assertTrue(message("\"edited\":\"2018-11-17T00:58:05\"").edited().known());
    }

    @Test
    void words_in_place_of_a_path_are_a_file_that_was_not_collected() throws IOException {
        String words = "(File exceeds maximum size. Change data exporting settings to download.)";
        Claim.Message message = message("\"file\":\"" + words + "\",\"file_size\":7");
        assertEquals(
                List.of(new Attachment.Media("file", null, words, null, null, null, 7, -1, -1, -1)),
                message.attachments());
    }

    @Test
    void entities_keep_their_offsets_and_targets() throws IOException {
        Claim.Message message =
                message(
                        "\"text_entities\":[{\"type\":\"plain\",\"text\":\"a🌻 \"},"
                                + "{\"type\":\"mention_name\",\"text\":\"Bo\",\"user_id\":9},"
                                + "{\"type\":\"plain\",\"text\":\" \"},"
                                + "{\"type\":\"text_link\",\"text\":\"x\",\"href\":\"https://e.example\"}]");
        assertEquals("a🌻 Bo x", message.text());
        assertEquals(
                List.of(
                        new TextEntity("mention_name", 4, 2, "telegram:user:9"),
                        new TextEntity("text_link", 7, 1, "https://e.example")),
                message.entities());
    }

    @Test
    void two_texts_that_differ_are_both_kept_and_counted() throws IOException {
        Collected all =
                chat(
                        "private_group",
                        5,
                        "{\"text\":[\"raw \",{\"type\":\"bold\",\"text\":\"b\"}],"
                                + "\"text_entities\":[{\"type\":\"plain\",\"text\":\"typed\"}]}",
                        "{\"text\":\"only here\",\"text_entities\":[]}",
                        "{\"text\":\"a\",\"text_entities\":[{\"type\":\"bold\",\"text\":\"a\"}]}");
        assertEquals("typed", all.messages().getFirst().text());
        assertEquals(
                List.of(
                        new Attachment.Other(
                                "text", "[\"raw \",{\"type\":\"bold\",\"text\":\"b\"}]")),
                all.messages().getFirst().attachments());
        assertEquals("only here", all.messages().get(1).text());
        assertEquals(1, all.messages().get(2).entities().size());
        assertEquals(
                List.of("text and text_entities differ", "text and text_entities differ"),
                all.repairs);
    }

    @Test
    void a_text_that_the_exporter_writes_twice_is_kept_twice() throws IOException {
        Collected all =
                chat(
                        "personal_chat",
                        5,
                        "{\"type\":\"service\",\"action\":\"send_star_gift\",\"text\":\"for you\","
                                + "\"text\":\"\",\"text_entities\":[]}");
        assertEquals("", all.messages().getFirst().text());
        assertEquals(
                List.of(new Attachment.Other("text", "\"for you\"")),
                all.messages().getFirst().attachments());
        assertEquals(1, all.repairs.size());
    }

    @Test
    void invalid_escapes_are_repaired_each_time_they_stand_and_move_nothing() throws IOException {
        String json =
                "{\"name\":\"G\",\"type\":\"private_group\",\"id\":9,\"messages\":"
                        + "[{\"id\":1,\"text\":\"a\\x1Fb\",\"text_entities\":"
                        + "[{\"type\":\"plain\",\"text\":\"a\\x1Fb\"}]},{\"id\":2}]}";
        Collected all = read(json);
        assertEquals("a\u001fb", all.messages().getFirst().text());
        assertEquals(2, all.repaired.size());
        for (Span at : all.repaired) {
            assertEquals("\\x1F", json.substring((int) at.offset(), (int) at.end()));
        }
        Span second = all.messages().get(1).at();
        assertEquals("{\"id\":2}", json.substring((int) second.offset(), (int) second.end()));
    }

    @Test
    void a_reply_may_point_into_another_conversation() throws IOException {
        assertEquals(
                new Reply(4, account("channel:8")),
                message("\"reply_to_message_id\":4,\"reply_to_peer_id\":\"channel8\"").reply());
        assertEquals(new Reply(-5, null), message("\"reply_to_message_id\":-5").reply());
    }

    @Test
    void a_place_without_coordinates_is_still_a_place() throws IOException {
        assertEquals(
                List.of(new Attachment.Place(null, null, -1, null, null)),
                message("\"location_information\":null").attachments());
        assertEquals(
                List.of(new Attachment.Place("1.50", "-2", 60, null, null)),
                message(
                                "\"location_information\":{\"latitude\":1.50,\"longitude\":-2},"
                                        + "\"live_location_period_seconds\":60")
                        .attachments());
    }

    @Test
    void fields_of_a_file_without_a_file_are_kept() throws IOException {
        assertEquals(
                List.of(
                        new Attachment.Other("mime_type", "\"image/png\""),
                        new Attachment.Other("duration_seconds", "7")),
                message("\"duration_seconds\":7,\"mime_type\":\"image/png\"").attachments());
    }

    @Test
    void both_ids_of_a_migrated_group_are_linked_where_both_are_stated() throws IOException {
        Collected born =
                chat(
                        "private_group",
                        5,
                        "{\"id\":1,\"type\":\"service\",\"actor\":\"G\",\"actor_id\":\"channel6\","
                                + "\"action\":\"migrate_from_group\",\"later\":1}");
        Claim.Migration stated = born.of(Claim.Migration.class).getFirst();
        assertEquals("telegram:chat:5", stated.from().key());
        assertEquals("telegram:channel:6", stated.to().key());
        assertEquals(born.messages().getFirst().at(), stated.at());
        assertEquals(stated, born.claims.get(born.claims.size() - 2));
        assertEquals("messages[].later", born.of(Claim.Unknown.class).getFirst().path());

        Collected merged =
                chat(
                        "private_supergroup",
                        6,
                        "{\"id\":-999999999,\"type\":\"service\",\"actor\":\"G\","
                                + "\"actor_id\":\"chat5\",\"action\":\"edit_group_title\"}");
        Claim.Migration other = merged.of(Claim.Migration.class).getFirst();
        assertEquals(stated.from(), other.from());
        assertEquals(stated.to(), other.to());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    private_group      | 5  | "id":1,"action":"migrate_from_group"
                    private_group      | 5  | "id":1,"action":"migrate_from_group","actor_id":"user6"
                    private_group      | 5  | "id":1,"action":"migrate_from_group","actor_id":"chat5"
                    private_group      | 5  | "id":1,"action":"migrate_from_group","actor_id":"channel0"
                    private_group      | 5  | "id":1,"action":"migrate_from_group","actor_id":"channel-6"
                    private_group      | 5  | "id":1,"action":"migrate_from_group","actor_id":"channelx"
                    private_group      | 5  | "id":1,"action":"migrate_from_group","actor_id":6
                    private_group      | 5  | "id":1,"action":"migrate_from_group","actor_id":null
                    private_group      | 5  | "id":1,"action":"migrate_to_supergroup","actor_id":"channel6"
                    private_group      | 0  | "id":1,"action":"migrate_from_group","actor_id":"channel6"
                    private_group      | -5 | "id":1,"action":"migrate_from_group","actor_id":"channel6"
                    private_supergroup | 6  | "id":1,"action":"migrate_from_group","actor_id":"channel6"
                    private_supergroup | 6  | "id":1,"action":"migrate_from_group","actor_id":"channel7"
                    private_supergroup | 6  | "id":1,"action":"pin_message","actor_id":"chat5"
                    private_supergroup | 6  | "id":-1000000000,"action":"pin_message","actor_id":"chat5"
                    private_supergroup | 6  | "id":-9,"action":"pin_message","actor_id":"channel5"
                    private_supergroup | 6  | "id":-9,"action":"pin_message"
                    private_supergroup | -6 | "id":-9,"action":"pin_message","actor_id":"chat5"
                    personal_chat      | 6  | "id":-9,"action":"pin_message","actor_id":"chat5"
                    personal_chat      | 6  | "id":1,"action":"migrate_from_group","actor_id":"channel7"
                    """)
    void a_migration_that_is_not_stated_whole_links_nothing(String type, long id, String event)
            throws IOException {
        Collected all = chat(type, id, "{\"type\":\"service\"," + event + "}");
        assertEquals(1, all.messages().size());
        assertEquals(List.of(), all.of(Claim.Migration.class));
    }

    @Test
    void a_chat_without_id_or_a_message_that_only_speaks_of_it_links_nothing() throws IOException {
        Collected nameless =
                read(
                        "{\"type\":\"private_group\",\"messages\":[{\"id\":1,\"type\":\"service\","
                                + "\"actor_id\":\"channel6\",\"action\":\"migrate_from_group\"}]}");
        assertEquals(1, nameless.messages().size());
        assertEquals(List.of(), nameless.of(Claim.Migration.class));
        Collected said =
                chat(
                        "private_group",
                        5,
                        "{\"id\":1,\"type\":\"message\",\"from_id\":\"channel6\","
                                + "\"text\":\"migrate_from_group\"}");
        assertEquals(List.of(), said.of(Claim.Migration.class));
    }

    @Test
    void unknown_values_follow_their_message_and_large_ones_are_cut() throws IOException {
        Collected all =
                chat("private_group", 5, "{\"id\":1,\"later\":\"" + "a".repeat(9_000) + "\"}");
        Claim.Unknown unknown = all.of(Claim.Unknown.class).getFirst();
        assertEquals("messages[].later", unknown.path());
        assertEquals(4096, unknown.json().length());
        assertEquals(9_002, unknown.at().length());
        assertEquals(unknown, all.claims.getLast());
    }

    @Test
    void sections_that_nobody_knows_are_kept_by_their_keys() throws IOException {
        Collected all =
                read(
                        "{\"other_data\":{\"drafts\":[1],\"b\":{}},\"about\":\"\",\"moons\":2,\"chats\":{}}");
        assertEquals(
                List.of("other_data.drafts [1]", "other_data.b {}", "moons 2"),
                all.of(Claim.Unknown.class).stream()
                        .map(claim -> claim.path() + " " + claim.json())
                        .toList());
    }

    @Test
    void white_space_changes_nothing_but_the_positions() throws IOException {
        // One text stands twice, which no JSON library writes.
        String whole =
                new String(Everything.bytes(), StandardCharsets.UTF_8)
                        .replace("\"text\": \"Webview words\",", "");
        JsonNode tree = JsonMapper.shared().readTree(whole);
        List<String> expected = withoutSpans(read(whole));
        assertEquals(expected, withoutSpans(read(tree.toString())));
        assertEquals(expected, withoutSpans(read(tree.toPrettyString())));
        assertEquals(
                expected,
                withoutSpans(read(tree.toPrettyString().replace("\n", "\r\n\t\t \n         \t"))));
    }

    private static List<String> withoutSpans(Collected all) {
        return all.claims.stream()
                .map(claim -> claim.toString().replaceAll("Span\\[[^]]*]", ""))
                .map(claim -> claim.replaceAll("export:[0-9a-f]{16}", ""))
                .toList();
    }
}
