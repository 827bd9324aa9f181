package vigie.readers.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonToken;
import vigie.readers.Collected;
import vigie.readers.Companions;
import vigie.readers.Memory;

/// Every value of the export that holds everything, replaced by a value of every other type.
class WrongTypesTest {
    private static final Map<Integer, String> OTHERS =
            Map.of(
                    Key.Types.STRING, "\"x\"",
                    Key.Types.NUMBER, "17",
                    Key.Types.BOOL, "true",
                    Key.Types.ARRAY, "[]",
                    Key.Types.OBJECT, "{}");

    /// Keys that have either of two types in what exporters wrote.
    private static final Set<String> STRING_OR_NUMBER =
            Set.of(
                    "from_id",
                    "actor_id",
                    "forwarded_from_id",
                    "saved_from_id",
                    "reply_to_peer_id",
                    "user_id",
                    "document_id");

    /// Objects that are kept whole, so that only JSON itself is checked in them.
    private static final Set<String> WHOLE =
            Set.of(
                    "todo_list",
                    "giveaway_information",
                    "giveaway_results",
                    "invoice_information",
                    "items",
                    "inline_bot_buttons",
                    "values",
                    "completed",
                    "incompleted",
                    "peers",
                    "winners",
                    "members",
                    "gift_text");

    private final TelegramReader reader = new TelegramReader();

    @Test
    void a_value_of_the_wrong_type_is_malformed_at_its_first_byte() throws IOException {
        byte[] bytes = Everything.bytes();
        int refused = 0;
        for (Everything.Value value : Everything.values(bytes)) {
            if (value.type() == JsonToken.VALUE_NULL) {
                continue;
            }
            int own = Key.Types.of(bytes[value.from()]);
            for (var other : OTHERS.entrySet()) {
                if (other.getKey() == own || accepts(value, other.getKey())) {
                    continue;
                }
                byte[] changed = Everything.with(bytes, value, other.getValue());
                Collected all = Collected.read(reader, Memory.of(changed), Companions.NONE);
                String what = value.path() + " as " + other.getValue();
                assertNotNull(all.error, what);
                assertEquals(value.from(), all.error.offset(), what);
                refused++;
            }
        }
        assertTrue(refused > 1000);
    }

    @Test
    void null_stands_for_absent_wherever_an_element_or_the_root_is_not_expected()
            throws IOException {
        byte[] bytes = Everything.bytes();
        for (Everything.Value value : Everything.values(bytes)) {
            boolean needed =
                    value.path().isEmpty()
                            || value.path().endsWith("[]") && !value.path().endsWith("members[]");
            // Without its action, the text that stands twice is an error.
            if (needed || inWhole(value) || value.text().equals("send_webview_data")) {
                continue;
            }
            byte[] changed = Everything.with(bytes, value, "null");
            Collected all = Collected.read(reader, Memory.of(changed), Companions.NONE);
            assertNull(all.error, value.path());
        }
    }

    private static boolean accepts(Everything.Value value, int type) {
        String path = value.path();
        if (inWhole(value)) {
            return true;
        }
        Key key = key(value.key());
        if (path.matches(".*messages\\[\\]\\.[a-z_]+") && key.kept() != 0) {
            return (key.kept() & type) != 0;
        }
        if (path.endsWith("unixtime")) {
            return type == Key.Types.NUMBER && !path.endsWith("expires_unixtime");
        }
        if (STRING_OR_NUMBER.contains(value.key())) {
            boolean either = type == Key.Types.STRING || type == Key.Types.NUMBER;
            return either && !path.matches(".*(personal_information|contacts\\.list\\[\\]).*");
        }
        boolean text =
                path.endsWith("messages[].text")
                        || path.endsWith("poll.question")
                        || path.endsWith("poll.answers[].text");
        if (text) {
            return type == Key.Types.STRING || type == Key.Types.ARRAY;
        }
        if (path.matches(".*(messages\\[\\]|answers\\[\\])\\.text\\[\\]")) {
            return type == Key.Types.STRING || type == Key.Types.OBJECT;
        }
        // A list stands bare or in an object that explains it.
        return path.matches(
                        "\\.(profile_pictures|stories|contacts|frequent_contacts|sessions|web_sessions)")
                && (type == Key.Types.ARRAY || type == Key.Types.OBJECT);
    }

    private static boolean inWhole(Everything.Value value) {
        return WHOLE.stream()
                .anyMatch(key -> value.path().matches(".*messages\\[\\]\\." + key + "[.\\[].*"));
    }

    private static Key key(String text) {
        for (Key key : Key.values()) {
            if (key.text().equals(text)) {
                return key;
            }
        }
        return Key.FOREIGN;
    }
}
